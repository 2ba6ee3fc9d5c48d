// SPDX-License-Identifier: Apache-2.0
// How results are shown: .mode .maxrows .timer .names .pager .last .show

#include <fmt/format.h>

#include "dossier/error.h"
#include "repl/input/option_values.h"
#include "repl/shell/commands/dot_commands.h"
#include "repl/shell/statements.h"

namespace dossier::repl {

void shell_mode(Session& session, const ShellArguments& arguments) {
  arguments.require(arguments.words.size() <= 1, ".mode FORMAT");
  if (arguments.words.empty()) {
    session.out() << session.settings().mode.name << '\n';
  } else {
    session.settings().mode = parse_output_format(arguments.words.front());
  }
}

void shell_maxrows(Session& session, const ShellArguments& arguments) {
  arguments.require(arguments.words.size() <= 1, ".maxrows N");
  if (arguments.words.empty()) {
    session.out() << session.settings().max_rows << '\n';
  } else {
    session.settings().max_rows = parse_count(".maxrows", arguments.words.front());
  }
}

void shell_timer(Session& session, const ShellArguments& arguments) {
  const bool right = arguments.rest == "on" || arguments.rest == "off";
  arguments.require(right, ".timer on or .timer off");
  session.settings().timer = arguments.rest == "on";
}

void shell_names(Session& session, const ShellArguments& arguments) {
  const bool right = arguments.rest == "on" || arguments.rest == "off";
  arguments.require(right, ".names on or .names off");
  session.settings().names = arguments.rest == "on";
}

void shell_pager(Session& session, const ShellArguments& arguments) {
  if (arguments.rest == "on") {
    session.settings().paging = Paging::on;
  } else if (arguments.rest == "auto") {
    session.settings().paging = Paging::automatic;
  } else {
    arguments.require(arguments.rest == "off", ".pager on, .pager off or .pager auto");
    session.settings().paging = Paging::off;
  }
}

void shell_show(Session& session, const ShellArguments& arguments) {
  arguments.require(arguments.words.empty(), ".show without arguments");
  const Settings& now = session.settings();
  const auto line = [&](std::string_view name, std::string_view value) {
    session.out() << fmt::format("{:<10} {}\n", name, value);
  };
  const auto on_off = [](bool on) { return on ? "on" : "off"; };
  line("database", session.path() + (now.read_only ? " (read-only)" : ""));
  line("mode", now.mode.name);
  line("maxrows", std::to_string(now.max_rows));
  line("names", on_off(now.names));
  line("timer", on_off(now.timer));
  line("pager", now.paging == Paging::automatic ? "auto" : on_off(now.paging == Paging::on));
  line("output", session.target().empty() ? "screen" : session.target());
  line("access", now.restricted_by.empty() ? "everything" : "as " + now.restricted_by + " allows");
  for (const auto& [name, text] : session.parameter_texts()) line("param", name + " = " + text);
}

void shell_last(Session& session, const ShellArguments& arguments) {
  arguments.require(arguments.words.empty(), ".last without arguments");
  const LastResult& last = session.last();
  if (last.rows.empty()) {
    throw Error(ErrorCode::usage, "there are no rows of a last query");
  }
  show_rows(session, last.rows.front().variables(), last.rows, false);
  if (last.more) {
    session.console().err << fmt::format("the first {} rows; more were not kept\n",
                                         last.rows.size());
  }
}

}  // namespace dossier::repl

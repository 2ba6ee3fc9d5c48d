// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <sstream>

#include "dossier/error.h"
#include "repl/process/text_file.h"
#include "repl/shell/commands/dot_commands.h"
#include "repl/shell/shell.h"

namespace dossier::repl {

void shell_read(Session& session, const ShellArguments& arguments) {
  constexpr int kDeepest = 16;
  arguments.require(arguments.words.size() == 1, ".read FILE");
  const std::string& path = arguments.words.front();
  if (session.read_depth == kDeepest) {
    throw Error(ErrorCode::limit, fmt::format("{} is read by a script that reads itself", path));
  }
  std::istringstream text(read_text(path, session.console()));
  const std::unique_ptr<LineSource> lines = make_stream_lines(text);
  ++session.read_depth;
  const ExitStatus status = run_lines(session, *lines);
  --session.read_depth;
  if (status == ExitStatus::interrupted)
    throw Error(ErrorCode::cancelled, "");  // the statement said so
  if (status != ExitStatus::done && !session.settings().keep_going) {
    throw Error(ErrorCode::input, fmt::format("{} stopped at that error", path));
  }
}

}  // namespace dossier::repl

// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <optional>
#include <vector>

#include "dossier/error.h"
#include "dossier/evidence.h"
#include "engine/results/short_names.h"
#include "engine/saved/name_resolution.h"
#include "engine/saved/near_names.h"
#include "model/vocabulary.h"
#include "model/xsd/date_time.h"
#include "repl/input/assignments.h"
#include "repl/shell/commands/dot_commands.h"

namespace dossier::repl {
namespace {

constexpr std::string_view kUsage = ".param set NAME TERM, .param unset NAME, or .param alone";

/// The text after the first two words, with its quotes: a quoted term is a literal.
std::string term_text(const std::string& rest) {
  std::size_t at = 0;
  for (int word = 0; word < 2; ++word) {
    at = rest.find_first_of(" \t", at);
    at = rest.find_first_not_of(" \t", at);
  }
  return rest.substr(at);
}

/// Dates and times are written without a type; anything else is a term or a name. What a part of a
/// name means is said.
Term value_term(Session& session, const std::string& text) {
  if (xsd::Date::parse(text)) return Term::typed(text, std::string(vocabulary::xsd::kDate));
  if (xsd::DateTime::parse(text)) return Term::typed(text, std::string(vocabulary::xsd::kDateTime));
  try {
    return resolve_term(session.kb(), text, session.prefixes(), TermUse::object);
  } catch (const Error& error) {
    const std::optional<NearName> near =
        error.code() == ErrorCode::input ? near_name(session.kb(), text) : std::nullopt;
    if (!near) throw;
    session.console().err << fmt::format("{}: {}\n", text, near->label);
    return near->thing;
  }
}

/// A quoted text is a text, and a thing where a query can only mean that. Who means a part of its
/// name learns how to write it.
void hint_at_thing(Session& session, const Term& value) {
  if (!session.console().err_is_terminal || value != Term::string(value.value())) return;
  const auto near = near_name(session.kb(), value.value());
  if (!near) return;
  const std::string thing = short_text(near->thing, session.prefixes());
  if (entities_named(session.kb(), value.value()).size() == 1)
    session.console().err << fmt::format("the text, or {} where a thing has to stand\n", thing);
  else
    session.console().err << fmt::format("a text; without quotes it is {}\n", thing);
}

std::string shown(const Term& term, const Prefixes& prefixes) {
  return term == Term::string(term.value()) ? term.to_string() : short_text(term, prefixes);
}

}  // namespace

void shell_param(Session& session, const ShellArguments& arguments) {
  const std::vector<std::string>& words = arguments.words;
  std::map<std::string, Term>& parameters = session.parameters();
  if (words.empty()) {
    for (const auto& [name, term] : parameters) {
      session.out() << fmt::format("{} = {}\n", name, shown(term, session.prefixes()));
    }
  } else if (words.front() == "set") {
    arguments.require(words.size() >= 3, kUsage);
    const std::string text = term_text(arguments.rest);
    const Term value = value_term(session, text);
    hint_at_thing(session, value);
    parameters.insert_or_assign(without_sigil(words[1]), value);
    session.parameter_texts().insert_or_assign(without_sigil(words[1]), text);
  } else {
    arguments.require(words.front() == "unset" && words.size() == 2, kUsage);
    if (parameters.erase(without_sigil(words[1])) == 0) {
      throw Error(ErrorCode::usage, fmt::format("the parameter {} is not set", words[1]));
    }
    session.parameter_texts().erase(without_sigil(words[1]));
  }
}

}  // namespace dossier::repl

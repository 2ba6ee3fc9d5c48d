// SPDX-License-Identifier: Apache-2.0
// .why: the sentences behind a fact, or behind a row of the last result.

#include <fmt/format.h>

#include "desk/views/row_evidence.h"
#include "dossier/error.h"
#include "parser/sparql/parse.h"
#include "repl/input/fact_argument.h"
#include "repl/input/option_values.h"
#include "repl/shell/commands/dot_commands.h"
#include "repl/tasks/evidence_card.h"
#include "repl/tasks/open_database.h"

namespace dossier::repl {
namespace {

std::vector<Evidence> evidence_of_row(Session& session, const Row& row) {
  const LastResult& last = session.last();
  return RowEvidence(parse_query(last.text,
                                 syntax_options(session.prefixes(), "", last.options.parameters)),
                     last.options.parameters)
      .of(session.kb(), row, {});
}

std::vector<Evidence> evidence_of_row_number(Session& session, const std::string& word) {
  const std::uint64_t number = word.empty() ? 1 : parse_count("the row", word);
  const std::vector<Row>& rows = session.last().rows;
  if (rows.empty()) {
    throw Error(ErrorCode::usage, "there is no last result with rows; .why S P O asks for a fact");
  }
  if (number == 0 || number > rows.size()) {
    throw Error(ErrorCode::usage, fmt::format("the last result has rows 1 to {}", rows.size()));
  }
  std::vector<Evidence> evidence = evidence_of_row(session, rows[number - 1]);
  if (evidence.empty()) {
    throw Error(ErrorCode::input, "no sentence supports the triples of this row");
  }
  return evidence;
}

}  // namespace

void shell_why(Session& session, const ShellArguments& arguments) {
  const std::vector<std::string>& words = arguments.words;
  arguments.require(words.size() <= 1 || words.size() == 3, ".why ROW, or .why S P O");
  const std::vector<Evidence> evidence =
      words.size() == 3 ? evidence_for(session.kb(),
                                       resolve_facts(session.kb(), {words[0], words[1], words[2]},
                                                     session.prefixes(), session.console().err),
                                       session.prefixes())
                        : evidence_of_row_number(session, words.empty() ? "" : words.front());
  session.paged([&] {
    write_evidence(
        session.out(), evidence,
        {session.settings().color && session.shows(), session.layout().width, session.prefixes()});
  });
}

}  // namespace dossier::repl

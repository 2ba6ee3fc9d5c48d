// SPDX-License-Identifier: Apache-2.0
// .why: the sentences behind a fact, or behind a row of the last result.

#include <fmt/format.h>

#include <array>
#include <memory>

#include "desk/views/names.h"
#include "dossier/error.h"
#include "engine/results/short_names.h"
#include "engine/saved/name_resolution.h"
#include "engine/saved/near_names.h"
#include "parser/sparql/parse.h"
#include "repl/input/fact_argument.h"
#include "repl/input/option_values.h"
#include "repl/shell/commands/dot_commands.h"
#include "repl/shell/commands/show.h"
#include "repl/tasks/evidence_card.h"
#include "repl/tasks/fact_lines.h"
#include "repl/tasks/open_database.h"

namespace dossier::repl {

std::vector<Evidence> evidence_of_row(Session& session, const Row& row) {
  const LastResult& last = session.last();
  return RowEvidence(parse_query(last.text,
                                 syntax_options(session.prefixes(), "", last.options.parameters)),
                     last.options.parameters)
      .of(session.kb(), row, {});
}

std::size_t row_index(const std::string& word, std::size_t rows) {
  const std::uint64_t number = word.empty() ? 1 : parse_count("the row", word);
  if (rows == 0) {
    throw Error(ErrorCode::usage,
                "there is no last result with rows; run a query, .find or .facts first");
  }
  if (number == 0 || number > rows) {
    throw Error(ErrorCode::usage, fmt::format("the last result has rows 1 to {}", rows));
  }
  return number - 1;
}

namespace {

std::vector<Evidence> evidence_of_row_number(Session& session, const std::string& word) {
  const std::vector<Row>& rows = session.last().rows;
  std::vector<Evidence> evidence = evidence_of_row(session, rows[row_index(word, rows.size())]);
  if (evidence.empty()) {
    throw Error(ErrorCode::input, "no sentence supports the triples of this row");
  }
  return evidence;
}

bool is_number(const std::string& word) {
  return word.find_first_not_of("0123456789") == std::string::npos;
}

/// What is left out is any. Two words may be one name: .why Amara Nduka
std::array<std::string, 3> fact_words(Session& session, const std::vector<std::string>& words) {
  if (words.size() == 3) return {words[0], words[1], words[2]};
  if (words.size() == 1) return {words[0], "any", "any"};
  const std::string name = words[0] + " " + words[1];
  if (near_name(session.kb(), name)) return {name, "any", "any"};
  return {words[0], words[1], "any"};
}

CardStyle style_of(Session& session) {
  CardStyle style{
      session.settings().color && session.shows(), session.layout().width, session.prefixes(), {}};
  if (session.settings().names && session.shows())
    style.name = [namer = std::make_shared<Namer>(session.kb())](const Term& term) {
      return namer->label(term);
    };
  return style;
}

}  // namespace

void shell_why(Session& session, const ShellArguments& arguments) {
  const std::vector<std::string>& words = arguments.words;
  arguments.require(words.size() <= 3, ".why ROW, or .why S [P [O]]");
  const std::string row = words.empty() ? "" : words.front();
  const bool of_row = row.empty() || (words.size() == 1 && is_number(row));
  if (const auto& facts = session.last().facts; of_row && !facts.empty()) {
    const FactRow& fact = facts[row_index(row, facts.size())];
    session.paged([&] {
      write_fact(session.out(), fact, style_of(session));
      session.out() << "    fact " << short_text(fact.fact, session.prefixes()) << '\n';
    });
    return;
  }
  if (of_row && !session.last().listed.empty()) return open_listed(session, row);
  const std::vector<Evidence> evidence =
      of_row ? evidence_of_row_number(session, row)
             : evidence_for(session.kb(),
                            resolve_facts(session.kb(), fact_words(session, words),
                                          session.prefixes(), session.console().err),
                            session.prefixes());
  session.paged([&] { write_evidence(session.out(), evidence, style_of(session)); });
}

}  // namespace dossier::repl

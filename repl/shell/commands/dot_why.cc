// SPDX-License-Identifier: Apache-2.0
// .why: the sentences behind a fact, or behind a row of the last result.

#include <fmt/format.h>

#include <set>
#include <variant>

#include "dossier/error.h"
#include "parser/sparql/parse.h"
#include "repl/input/fact_argument.h"
#include "repl/input/option_values.h"
#include "repl/input/triple_patterns.h"
#include "repl/shell/commands/dot_commands.h"
#include "repl/tasks/evidence_card.h"
#include "repl/tasks/open_database.h"

namespace dossier::repl {
namespace {

/// The facts of a row: the query's patterns with the values of the row and the parameters.
class RowFacts {
 public:
  RowFacts(const Row& row, const std::map<std::string, Term>& parameters)
      : row_(row), parameters_(parameters) {}

  void add(const ast::TriplePattern& pattern) {
    const auto* predicate = std::get_if<ast::Node>(&pattern.predicate);
    if (predicate == nullptr) return;
    add_fact({term(pattern.subject), term(*predicate), term(pattern.object)});
    // A reifier's pattern is about the triple inside it.
    if (const auto* inner = std::get_if<Box<ast::TripleTermPattern>>(&pattern.object)) {
      add_fact({term((*inner)->subject), term((*inner)->predicate), term((*inner)->object)});
    } else if (const Term* ground = std::get_if<Term>(&pattern.object);
               ground != nullptr && ground->is_triple()) {
      const Triple& triple = ground->as_triple();
      add_fact({triple.subject, triple.predicate, triple.object});
    }
  }
  const std::vector<FactPattern>& facts() const { return facts_; }

 private:
  std::optional<Term> term(const ast::Node& node) const {
    if (const Term* ground = std::get_if<Term>(&node)) return *ground;
    const auto* variable = std::get_if<ast::Variable>(&node);
    if (variable == nullptr) return std::nullopt;
    for (std::size_t i = 0; i < row_.size(); ++i) {
      if (row_.variables()[i] == variable->name && row_[i]) return row_[i];
    }
    const auto parameter = parameters_.find(variable->name);
    if (parameter != parameters_.end()) return parameter->second;
    return std::nullopt;
  }

  /// With one known place, too many facts would match.
  void add_fact(FactPattern fact) {
    const int known = (fact.subject ? 1 : 0) + (fact.predicate ? 1 : 0) + (fact.object ? 1 : 0);
    if (known >= 2) facts_.push_back(std::move(fact));
  }

  const Row& row_;
  const std::map<std::string, Term>& parameters_;
  std::vector<FactPattern> facts_;
};

std::vector<Evidence> evidence_of_row(Session& session, const Row& row) {
  const LastResult& last = session.last();
  RowFacts facts(row, last.options.parameters);
  each_triple_pattern(
      parse_query(last.text, syntax_options(session.prefixes(), "", last.options.parameters)),
      [&](const ast::TriplePattern& pattern) { facts.add(pattern); });
  std::vector<Evidence> all;
  std::set<std::pair<Triple, Term>> seen;
  for (const FactPattern& fact : facts.facts()) {
    for (Evidence& one : evidence_of(session.kb(), fact.subject, fact.predicate, fact.object)) {
      if (seen.insert({one.fact, one.sentence}).second) all.push_back(std::move(one));
    }
  }
  return all;
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

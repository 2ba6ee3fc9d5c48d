// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/empty_result.h"

#include <fmt/format.h>

#include <memory>
#include <set>
#include <utility>
#include <variant>
#include <vector>

#include "parser/sparql/parse.h"
#include "repl/format/short_names.h"
#include "repl/input/nearest.h"
#include "repl/input/pattern_walk.h"
#include "repl/tasks/open_database.h"
#include "storage/store.h"

namespace dossier::repl {
namespace {

using Constant = std::pair<Term, Position>;

/// The ground terms of the triple patterns that rows depend on.
class ConstantCollector {
 public:
  void add(const ast::TriplePattern& pattern) {
    add(pattern.subject, Position::subject);
    if (const auto* predicate = std::get_if<ast::Node>(&pattern.predicate)) {
      add(*predicate, Position::predicate);
    }
    add(pattern.object, Position::object);
  }
  const std::vector<Constant>& constants() const { return constants_; }

 private:
  void add(const ast::Node& node, Position position) {
    const Term* term = std::get_if<Term>(&node);
    if (term != nullptr && seen_.insert({*term, position}).second) {
      constants_.emplace_back(*term, position);
    }
  }

  std::set<Constant> seen_;
  std::vector<Constant> constants_;
};

bool stands_at(const storage::QuadSource& source, const Term& term, Position position) {
  const TermId id = source.find(term);
  if (!id) return false;
  storage::ScanRequest request;
  request.permutation = position == Position::subject     ? storage::Permutation::spo
                        : position == Position::predicate ? storage::Permutation::pso
                                                          : storage::Permutation::osp;
  request.prefix[0] = id;
  request.prefix_length = 1;
  TermId found;
  std::array<TermId*, 4> columns{&found, nullptr, nullptr, nullptr};
  return source.scan(request)->next(columns, 1) > 0;
}

/// IRIs that do stand at a position, as prefixed names.
std::vector<std::string> names_at(const KnowledgeBase& kb, Position position,
                                  const QueryOptions& options, const Prefixes& prefixes) {
  QueryOptions own;
  own.cancellation = options.cancellation;
  own.default_graph = options.default_graph;
  const char* text = position == Position::predicate ? "SELECT DISTINCT ?x WHERE { ?s ?x ?o }"
                     : position == Position::subject
                         ? "SELECT DISTINCT ?x WHERE { ?x ?p ?o FILTER(isIRI(?x)) }"
                         : "SELECT DISTINCT ?x WHERE { ?s ?p ?x FILTER(isIRI(?x)) }";
  std::vector<std::string> names;
  QueryResult result = kb.query(text, own);
  for (Row row; result.next(row);) {
    if (row[0]) names.push_back(short_text(*row[0], prefixes));
  }
  return names;
}

}  // namespace

std::string explain_empty_result(const KnowledgeBase& kb, const std::string& text,
                                 const QueryOptions& options) {
  Prefixes prefixes(options.prefixes.begin(), options.prefixes.end());
  for (auto& prefix : predeclared_prefixes()) prefixes.push_back(std::move(prefix));
  const ast::Query query =
      parse_query(text, syntax_options(prefixes, options.base, options.parameters));
  ConstantCollector collector;
  PatternVisitor visitor;
  visitor.triple = [&](const ast::TriplePattern& pattern, bool negated) {
    if (!negated) collector.add(pattern);
  };
  walk(query, visitor);
  prefixes.insert(prefixes.begin(), query.prefixes.begin(), query.prefixes.end());

  std::string message;
  const std::shared_ptr<const storage::QuadSource> source = kb.store().snapshot();
  for (const auto& [term, position] : collector.constants()) {
    if (stands_at(*source, term, position)) continue;
    const std::string name = short_text(term, prefixes);
    const std::string hint =
        term.is_iri() ? did_you_mean(name, names_at(kb, position, options, prefixes)) : "";
    constexpr std::string_view kRoles[] = {"as a subject ", "as a predicate ", "as an object "};
    const bool elsewhere = static_cast<bool>(source->find(term));
    message += fmt::format("{} is not {}in this knowledge base{}\n", name,
                           elsewhere ? kRoles[static_cast<std::size_t>(position)] : "", hint);
  }
  return message;
}

}  // namespace dossier::repl

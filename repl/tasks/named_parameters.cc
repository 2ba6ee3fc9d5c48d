// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/named_parameters.h"

#include <map>
#include <optional>
#include <set>
#include <variant>
#include <vector>

#include "desk/views/triple_patterns.h"
#include "dossier/evidence.h"
#include "engine/results/short_names.h"
#include "parser/sparql/parse.h"
#include "repl/tasks/open_database.h"

namespace dossier::repl {
namespace {

/// Texts among the parameters that name one thing.
std::map<std::string, Term> named_things(const KnowledgeBase& kb, const QueryOptions& options) {
  std::map<std::string, Term> out;
  for (const auto& [name, term] : options.parameters) {
    if (!term.is_literal() || term != Term::string(term.value())) continue;
    const std::vector<Term> things = entities_named(kb, term.value());
    if (things.size() == 1) out.emplace(name, things.front());
  }
  return out;
}

class NamedUses {
 public:
  NamedUses(const KnowledgeBase& kb, const QueryOptions& options)
      : kb_(kb), options_(options), things_(named_things(kb, options)) {}

  bool empty() const { return things_.empty(); }

  void note(const ast::TriplePattern& triple) {
    if (const auto name = named(triple.subject)) taken_.insert(*name);
    const auto object = named(triple.object);
    if (object && is_value_of(triple, things_.at(*object))) taken_.insert(*object);
  }

  QueryOptions take(std::ostream& err) const {
    QueryOptions out = options_;
    for (const std::string& name : taken_) {
      const Term& thing = things_.at(name);
      err << name << ": " << short_text(thing, predeclared_prefixes()) << '\n';
      out.parameters.insert_or_assign(name, thing);
    }
    return out;
  }

 private:
  /// A parameter stands in the tree as its variable.
  std::optional<std::string> named(const ast::Node& node) const {
    const auto* variable = std::get_if<ast::Variable>(&node);
    if (variable == nullptr || !things_.contains(variable->name)) return std::nullopt;
    return variable->name;
  }

  /// Whether some triple of the predicate has the thing: k:matches searches for texts, and
  /// rdfs:label has them.
  bool is_value_of(const ast::TriplePattern& triple, const Term& thing) const {
    const auto* node = std::get_if<ast::Node>(&triple.predicate);
    const Term* predicate = node == nullptr ? nullptr : std::get_if<Term>(node);
    if (predicate == nullptr) return false;
    QueryOptions own;
    own.cancellation = options_.cancellation;
    own.parameters = {{"predicate", *predicate}, {"thing", thing}};
    return kb_.query("ASK { ?any $predicate $thing }", own).boolean();
  }

  const KnowledgeBase& kb_;
  const QueryOptions& options_;
  const std::map<std::string, Term> things_;
  std::set<std::string> taken_;
};

}  // namespace

QueryOptions with_named_parameters(const KnowledgeBase& kb, const std::string& query,
                                   const QueryOptions& options, std::ostream& err) {
  NamedUses uses(kb, options);
  if (uses.empty()) return options;
  each_triple_pattern(
      parse_query(query, syntax_options(predeclared_prefixes(), "", options.parameters)),
      [&](const ast::TriplePattern& triple) { uses.note(triple); });
  return uses.take(err);
}

}  // namespace dossier::repl

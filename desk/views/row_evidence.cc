// SPDX-License-Identifier: Apache-2.0
#include "desk/views/row_evidence.h"

#include <set>
#include <utility>
#include <variant>

#include "desk/views/triple_patterns.h"

namespace dossier {
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

}  // namespace

RowEvidence::RowEvidence(ast::Query query, std::map<std::string, Term> parameters)
    : query_(std::move(query)), parameters_(std::move(parameters)) {}

std::vector<Evidence> RowEvidence::of(const KnowledgeBase& kb, const Row& row,
                                      const EvidenceOptions& options) const {
  RowFacts facts(row, parameters_);
  each_triple_pattern(query_, [&](const ast::TriplePattern& pattern) { facts.add(pattern); });
  std::vector<Evidence> all;
  std::set<std::pair<Triple, Term>> seen;
  for (const FactPattern& fact : facts.facts())
    for (Evidence& one : evidence_of(kb, fact, options))
      if (seen.insert({one.fact, one.sentence}).second) all.push_back(std::move(one));
  return all;
}

}  // namespace dossier

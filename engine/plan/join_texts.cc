// SPDX-License-Identifier: Apache-2.0
// What conditions on texts cost in a join order, and what known parts of triple terms let through.
// Texts are kept in the order of their ids, so those of a scan in that order are read from pages
// one after the other, and all others one by one.
#include <algorithm>

#include "engine/plan/join_order.h"

namespace dossier::plan {

namespace {

constexpr double kUnsortedText = 64;  ///< in rows touched, more than a text read in order

/// Whether it calls what reads the text of a term.
bool reads_text(const ast::Expression& expression) {
  bool found = false;
  algebra::each_expression(expression, [&](const ast::Expression& part) {
    const auto* call = std::get_if<ast::BuiltinCall>(&part.node);
    using enum ast::Builtin;
    found = found ||
            (call != nullptr && call->function != bound && call->function != sameterm &&
             call->function != isiri && call->function != isblank && call->function != isliteral);
  });
  return found;
}

}  // namespace

double part_selectivity(const Unnest& unnest, const algebra::Binds& before) {
  const auto known = [&before](const Item& part) {
    const auto* slot = std::get_if<Slot>(&part);
    return slot == nullptr || before.certain.contains(*slot);
  };
  return (known(unnest.subject) ? 0.01 : 1) * (known(unnest.predicate) ? 0.1 : 1) *
         (known(unnest.object) ? 0.01 : 1);
}

std::optional<double> terms_found(const Unnest& unnest, const storage::QuadSource& source) {
  constexpr std::size_t kMostCounted = 2048;
  constexpr double kMore = 8;  // times as many, where there are more than are counted
  const auto constant = [](const Item& part) {
    const auto* id = std::get_if<TermId>(&part);
    return id == nullptr ? TermId::none() : *id;
  };
  if (!constant(unnest.subject)) return std::nullopt;
  const TermId object = constant(unnest.object);
  std::size_t read = 0;
  std::size_t kept = 0;
  source.each_triple(constant(unnest.subject), constant(unnest.predicate),
                     [&](TermId, const std::array<TermId, 3>& parts) {
                       if (!object || parts[2] == object) ++kept;
                       return ++read < kMostCounted;
                     });
  const auto found = static_cast<double>(kept);
  return std::max(1.0, read < kMostCounted ? found : kMore * found);
}

std::optional<std::pair<Slot, double>> texts_read(const Leaf& leaf,
                                                  const std::vector<Condition>& conditions) {
  if (leaf.kind != Leaf::Kind::triple) return std::nullopt;
  for (const Condition& condition : conditions) {
    if (condition.reads.size() != 1 || !reads_text(condition.expression)) continue;
    const Slot slot = *condition.reads.begin();
    if (!leaf.binds.certain.contains(slot)) continue;
    PatternStatistics stored = *leaf.statistics;
    stored.confine(
        slot, {{TermId::lowest(TermId::Kind::iri), TermId::highest(TermId::Kind::typed_literal)}});
    return std::pair(slot, std::min(stored.rows(), leaf.statistics->distinct(slot)));
  }
  return std::nullopt;
}

// Of rows with a triple term, those whose term has the parts that are known.
double JoinOrder::kept_terms(const Joined& before, const Leaf& leaf) const {
  const auto distinct = before.distinct.find(leaf.unnest.term);
  if (!leaf.terms || distinct == before.distinct.end())
    return part_selectivity(leaf.unnest, before.binds);
  return std::min(1.0, *leaf.terms / std::max(1.0, distinct->second));
}

JoinOrder::Way JoinOrder::search_way(double terms) {
  constexpr double kSearch = 500;  // to find the first term with a subject, in rows touched
  constexpr double kFound = 20;    // and each further one
  return {{}, kSearch + kFound * terms, std::nullopt, kSearch};
}

double JoinOrder::unsorted_cost(const Joined& before, std::size_t index, const Way& way,
                                bool first) const {
  if (!texts_[index]) return 0;
  const auto& [slot, texts] = *texts_[index];
  if (before.binds.possible.contains(slot) || (first && way.order == slot)) return 0;
  // The first texts in order may be just those that no condition lets through.
  if (part_ < 1) return 0;
  return kUnsortedText * std::min(texts, joined_rows(before, index, first));
}

}  // namespace dossier::plan

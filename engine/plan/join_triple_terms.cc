// SPDX-License-Identifier: Apache-2.0
// What triple terms cost in a join order, and what their known parts let through.
#include <algorithm>

#include "engine/plan/join_order.h"

namespace dossier::plan {

namespace {

/// Of rows with a triple term, those that have the parts of it that are constants or bound.
double part_selectivity(const Unnest& unnest, const algebra::Binds& before) {
  const auto known = [&before](const Item& part) {
    const auto* slot = std::get_if<Slot>(&part);
    return slot == nullptr || before.certain.contains(*slot);
  };
  return (known(unnest.subject) ? 0.01 : 1) * (known(unnest.predicate) ? 0.1 : 1) *
         (known(unnest.object) ? 0.01 : 1);
}

}  // namespace

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

double JoinOrder::term_rows(const Joined& before, const Leaf& leaf, bool first) {
  if (!before.binds.certain.contains(leaf.unnest.term))
    return first && leaf.terms ? *leaf.terms : before.rows;
  const auto distinct = before.distinct.find(leaf.unnest.term);
  const double kept = leaf.terms && distinct != before.distinct.end()
                          ? std::min(1.0, *leaf.terms / std::max(1.0, distinct->second))
                          : part_selectivity(leaf.unnest, before.binds);
  return std::min(before.rows, std::max(1.0, before.rows * kept));
}

JoinOrder::Way JoinOrder::search_way(double terms) {
  constexpr double kSearch = 500;  // to find the first term with a subject, in rows touched
  constexpr double kFound = 20;    // and each further one
  return {{}, kSearch + kFound * terms, std::nullopt, kSearch};
}

}  // namespace dossier::plan

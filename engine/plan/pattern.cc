// SPDX-License-Identifier: Apache-2.0
#include "engine/plan/pattern.h"

#include <algorithm>
#include <cmath>

#include "engine/plan/pattern_columns.h"

namespace dossier::plan {

namespace {

using storage::Permutation;

constexpr std::array<Permutation, 6> kTripleOrders = {Permutation::spo, Permutation::sop,
                                                      Permutation::pso, Permutation::pos,
                                                      Permutation::osp, Permutation::ops};

std::array<const Item*, 3> places(const QuadPattern& pattern) {
  return {&pattern.subject, &pattern.predicate, &pattern.object};
}

const Item& place(const QuadPattern& pattern, Position position) {
  return *places(pattern)[static_cast<std::size_t>(position)];
}

bool is_constant(const QuadPattern& pattern, Position position) {
  return position != Position::graph && std::holds_alternative<TermId>(place(pattern, position));
}

std::size_t constant_count(const QuadPattern& pattern) {
  std::size_t count = 0;
  for (const Item* item : places(pattern)) count += std::holds_alternative<TermId>(*item) ? 1U : 0U;
  return count;
}

bool has_slot(const QuadPattern& pattern, Position position, Slot slot) {
  if (position == Position::graph) return pattern.graph.variable == slot;
  const auto* own = std::get_if<Slot>(&place(pattern, position));
  return own != nullptr && *own == slot;
}

}  // namespace

Item resolve(const algebra::Item& item, TermTable& terms) {
  if (const auto* slot = std::get_if<Slot>(&item)) return *slot;
  return terms.intern(std::get<Term>(item));
}

QuadPattern resolve(const algebra::TriplePattern& pattern, const ActiveGraph& graph,
                    TermTable& terms) {
  return {resolve(pattern.subject, terms), resolve(pattern.predicate, terms),
          resolve(pattern.object, terms), graph};
}

algebra::SlotSet slots_of(const QuadPattern& pattern) {
  algebra::SlotSet slots;
  for (const Item* item : places(pattern)) {
    if (const auto* slot = std::get_if<Slot>(item)) slots.insert(*slot);
  }
  if (pattern.graph.variable) slots.insert(*pattern.graph.variable);
  return slots;
}

bool is_single_graph(const ActiveGraph& graph) {
  return graph.scope.kind == storage::GraphScope::Kind::list && graph.scope.graphs.size() == 1 &&
         !graph.scope.distinct;
}

std::optional<Permutation> permutation_for(const QuadPattern& pattern, std::optional<Slot> key) {
  const std::size_t constants = constant_count(pattern);
  for (Permutation permutation : kTripleOrders) {
    const auto order = storage::column_order(permutation);
    bool fits = true;
    for (std::size_t i = 0; i < constants; ++i) fits = fits && is_constant(pattern, order[i]);
    if (!fits) continue;
    if (!key) return permutation;
    if (constants < 3 && has_slot(pattern, order[constants], *key)) return permutation;
    if (constants == 3 && has_slot(pattern, Position::graph, *key)) return permutation;
  }
  // A graph as the key, with nothing known of the triple.
  if (key && constants == 0 && has_slot(pattern, Position::graph, *key)) return Permutation::gspo;
  return std::nullopt;
}

std::optional<Permutation> permutation_together(const QuadPattern& pattern,
                                                const algebra::SlotSet& keys) {
  const std::size_t constants = constant_count(pattern);
  for (Permutation permutation : kTripleOrders) {
    const auto columns = storage::column_order(permutation);
    bool fits = true;
    for (std::size_t i = 0; i < constants; ++i) fits = fits && is_constant(pattern, columns[i]);
    if (fits && come_together(scan_order(pattern, permutation), keys)) return permutation;
  }
  if (constants == 0 && come_together(scan_order(pattern, Permutation::gspo), keys))
    return Permutation::gspo;
  return std::nullopt;
}

bool come_together(const std::vector<Slot>& order, const algebra::SlotSet& keys) {
  algebra::SlotSet seen;
  for (const Slot slot : order) {
    if (seen.size() == keys.size()) break;
    if (!keys.contains(slot)) return false;
    seen.insert(slot);
  }
  return seen.size() == keys.size();
}

std::vector<Slot> scan_order(const QuadPattern& pattern, Permutation permutation) {
  std::vector<Slot> result;
  for (Position position : storage::column_order(permutation)) {
    if (position == Position::graph) {
      if (permutation == Permutation::gspo && is_single_graph(pattern.graph)) continue;
      if (!pattern.graph.variable) break;
      result.push_back(*pattern.graph.variable);
    } else if (const auto* slot = std::get_if<Slot>(&place(pattern, position))) {
      result.push_back(*slot);
    }
  }
  return result;
}

PatternStatistics::PatternStatistics(const QuadPattern& pattern, const storage::QuadSource& source)
    : pattern_(pattern), source_(source) {
  best_ = *permutation_for(pattern, std::nullopt);
  const PatternColumns columns(pattern, best_);
  if (columns.impossible) return;
  rows_ = all_rows_ = static_cast<double>(source.estimate(columns.request));
  if (!is_single_graph(pattern.graph)) return;
  const PatternColumns by_graph(pattern, Permutation::gspo);
  const auto in_graph = static_cast<double>(source.estimate(by_graph.request));
  if (in_graph >= rows_) return;
  rows_ = all_rows_ = in_graph;
  best_ = Permutation::gspo;
}

void PatternStatistics::confine(Slot variable, const IdRanges& ranges) {
  const std::optional<Permutation> permutation = permutation_for(pattern_, variable);
  if (!permutation) return;
  PatternColumns columns(pattern_, *permutation);
  if (columns.impossible) return;
  double rows = 0;
  for (const storage::IdRange& range : ranges) {
    columns.request.range = range;
    rows += static_cast<double>(source_.estimate(columns.request));
  }
  rows_ = std::min(rows_, rows);
  distinct_.clear();
}

double PatternStatistics::distinct(Slot slot) {
  const auto [known, is_new] = distinct_.try_emplace(slot, 0);
  if (is_new) known->second = count_distinct(slot);
  return known->second;
}

double PatternStatistics::count_distinct(Slot slot) const {
  if (rows_ <= 1) return 1;
  if (pattern_.graph.variable == slot)
    return std::max(1.0, std::min(rows_, static_cast<double>(source_.named_graphs().size())));
  Position position = Position::subject;
  if (has_slot(pattern_, Position::predicate, slot)) position = Position::predicate;
  if (has_slot(pattern_, Position::object, slot)) position = Position::object;
  if (has_slot(pattern_, Position::subject, slot)) position = Position::subject;
  // With two constants the third place is different in every row.
  if (constant_count(pattern_) >= 2) return rows_;
  const auto* predicate = std::get_if<TermId>(&pattern_.predicate);
  if (predicate != nullptr && constant_count(pattern_) == 1) {
    const auto known = static_cast<double>(source_.distinct_estimate(*predicate, position));
    if (known > 0) return std::min(known, rows_);
  }
  if (position == Position::predicate) return std::min(rows_, 100.0);
  return std::max(1.0, std::pow(rows_, 0.75));
}

}  // namespace dossier::plan

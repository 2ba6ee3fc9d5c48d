// SPDX-License-Identifier: Apache-2.0
// What joining costs, in rows touched; the constants say how much dearer a seek, a sort or a hash
// entry is than a row of a scan (measured once, not tuned per query).
#include <algorithm>
#include <cmath>

#include "engine/plan/join_order.h"

namespace dossier::plan {

namespace {

constexpr double kSeek = 6;
constexpr double kSort = 1.5;
constexpr double kBuild = 3;
constexpr double kProbe = 1.5;
constexpr double kPathStart = 50;
constexpr double kAnyPath = 1e7;
constexpr double kSeeds = 2048;  ///< are handed in at once
constexpr double kTriple = 16;   ///< to read the parts of a triple term, in order
constexpr double kUnsortedTriple = 200;
constexpr double kUnboundEndpoint = 1e15;  ///< SERVICE ?x before anything binds ?x can only fail

double selectivity(const Condition& condition) {
  if (condition.is_range) return 1;
  const auto* operation = std::get_if<ast::Operation>(&condition.expression.node);
  const bool equality = operation != nullptr && operation->op == ast::Operator::equal;
  return equality ? 0.1 : 0.4;
}

}  // namespace

double leaf_rows(const Leaf& leaf) {
  switch (leaf.kind) {
    case Leaf::Kind::triple:
      return leaf.statistics->rows();
    case Leaf::Kind::sub_plan:
    case Leaf::Kind::seed:
      return leaf.estimate.rows;
    case Leaf::Kind::triple_term:
    case Leaf::Kind::path:
      return 1;
  }
  return 1;
}

namespace {

double distinct_of(const Leaf& leaf, Slot slot) {
  if (leaf.kind == Leaf::Kind::triple) return leaf.statistics->distinct(slot);
  return std::max(1.0, std::pow(leaf_rows(leaf), 0.8));
}

SlotSet parts_of(const Leaf& leaf) {
  SlotSet parts = leaf.binds.possible;
  parts.erase(leaf.unnest.term);
  return parts;
}

}  // namespace

JoinOrder::Joined JoinOrder::start() const {
  Joined joined;
  joined.used.assign(leaves_.size(), false);
  joined.applied.assign(conditions_.size(), false);
  return joined;
}

bool JoinOrder::connected(const Joined& before, const Leaf& leaf) const {
  if (leaf.kind == Leaf::Kind::triple_term && !before.binds.certain.contains(leaf.unnest.term))
    return is_subset(parts_of(leaf), before.binds.certain);
  return std::any_of(leaf.binds.possible.begin(), leaf.binds.possible.end(),
                     [&](Slot slot) { return before.binds.possible.contains(slot); });
}

double JoinOrder::joined_rows(const Joined& before, std::size_t index, bool first) const {
  const Leaf& leaf = leaves_[index];
  if (leaf.kind == Leaf::Kind::triple_term) return term_rows(before, leaf, first);
  if (leaf.kind == Leaf::Kind::path) {
    const bool anchored = leaf.binds.possible.size() < 2 || (!first && connected(before, leaf));
    return before.rows * (anchored ? kPathStart : kAnyPath);
  }
  double rows = before.rows * leaf_rows(leaf);
  for (Slot slot : slots_[index]) {
    if (!before.binds.possible.contains(slot)) continue;
    auto it = before.distinct.find(slot);
    const double known = it == before.distinct.end() ? 1 : it->second;
    rows /= std::max({1.0, known, distinct_of(leaf, slot)});
  }
  return rows;
}

void JoinOrder::apply_conditions(Joined& joined) const {
  SlotSet later;
  if (!conditions_.empty()) {
    for (std::size_t i = 0; i < leaves_.size(); ++i) {
      if (!joined.used[i])
        later.insert(leaves_[i].binds.possible.begin(), leaves_[i].binds.possible.end());
    }
  }
  joined.condition_cost = 0;
  const auto is_later = [&later](Slot slot) { return later.contains(slot); };
  for (std::size_t i = 0; i < conditions_.size(); ++i) {
    if (!joined.applied[i] && is_settled(conditions_[i], joined.binds, is_later)) apply(joined, i);
  }
}

void JoinOrder::apply(Joined& joined, std::size_t condition) const {
  joined.applied[condition] = true;
  joined.condition_cost += joined.rows;
  joined.rows *= selectivity(conditions_[condition]);
}

JoinOrder::Joined JoinOrder::with(const Joined& before, std::size_t index) const {
  const bool first = std::none_of(before.used.begin(), before.used.end(), [](bool b) { return b; });
  Joined next = before;
  take(next, index, first);
  apply_conditions(next);
  bound_distinct(next);
  return next;
}

void JoinOrder::take(Joined& joined, std::size_t index, bool first) const {
  const Leaf& leaf = leaves_[index];
  const bool computed = leaf.kind == Leaf::Kind::triple_term || leaf.kind == Leaf::Kind::path;
  joined.rows = joined_rows(joined, index, first);
  joined.used[index] = true;
  for (Slot slot : leaf.binds.possible) {
    const double own = computed ? joined.rows : distinct_of(leaf, slot);
    auto [it, inserted] = joined.distinct.try_emplace(slot, own);
    it->second = std::min(it->second, own);
  }
  add_all(joined.binds.certain, leaf.binds.certain);
  add_all(joined.binds.possible, leaf.binds.possible);
}

// Of very many variables the estimate is not worth what it takes.
void JoinOrder::bound_distinct(Joined& joined) {
  constexpr std::size_t kMostVariables = 512;
  if (joined.distinct.size() > kMostVariables) return;
  for (auto& [slot, distinct] : joined.distinct) distinct = std::min(distinct, joined.rows);
}

JoinOrder::Ways JoinOrder::ways(const Joined& before, std::optional<Slot> order, std::size_t index,
                                bool first) const {
  const Leaf& leaf = leaves_[index];
  Ways result;
  if (first)
    first_ways(index, result);
  else if (leaf.kind == Leaf::Kind::triple)
    triple_ways(before, order, index, result);
  else
    other_ways(before, index, result);
  const bool unbound = leaf.needs && !before.binds.possible.contains(*leaf.needs);
  for (Way& way : result) {
    way.step.leaf = index;
    way.cost += unsorted_cost(before, index, way, first);
    if (leaf.kind == Leaf::Kind::triple_term && order != leaf.unnest.term &&
        before.binds.certain.contains(leaf.unnest.term))
      way.cost += kUnsortedTriple * before.rows;
    if (unbound) way.cost += kUnboundEndpoint;
  }
  return result;
}

void JoinOrder::first_ways(std::size_t index, Ways& ways) const {
  const Leaf& leaf = leaves_[index];
  if (leaf.kind == Leaf::Kind::triple) {
    for (Slot slot : slots_[index]) {
      if (leaf.statistics->best_scan() == storage::Permutation::gspo) break;
      if (!permutation_for(leaf.pattern, slot)) continue;
      const bool shared = std::any_of(leaves_.begin(), leaves_.end(), [&](const Leaf& other) {
        return &other != &leaf && other.binds.possible.contains(slot);
      });
      const bool confined = leaf.ranges.contains(slot);
      const bool is_text = texts_[index] && texts_[index]->first == slot;
      if (!shared && !confined && !is_text && !(slot == slots_[index].front())) continue;
      const double touched = confined ? leaf.statistics->rows() : leaf.statistics->all_rows();
      ways.push_back({{0, Method::first, slot, true, 0, 0}, touched, slot});
    }
    if (ways.empty()) ways.push_back({{}, leaf.statistics->all_rows(), std::nullopt});
  } else if (leaf.kind == Leaf::Kind::path) {
    const bool bound = leaf.binds.possible.size() < 2;
    ways.push_back(
        {{0, Method::apply, 0, false, 0, 0}, bound ? kPathStart : kAnyPath, std::nullopt});
  } else if (leaf.kind == Leaf::Kind::triple_term) {
    if (leaf.terms) ways.push_back(search_way(*leaf.terms));
  } else {
    ways.push_back({{}, leaf.estimate.cost, leaf.estimate.order, leaf.estimate.cost});
  }
}

void JoinOrder::triple_ways(const Joined& before, std::optional<Slot> order, std::size_t index,
                            Ways& ways) const {
  const Leaf& leaf = leaves_[index];
  const double rows = joined_rows(before, index, false);
  const double own = leaf.statistics->all_rows();
  const auto add = [&ways](Method method, std::optional<Slot> key, double cost,
                           std::optional<Slot> ordered_by, double blocking = 0) {
    ways.push_back(
        {{0, method, key.value_or(0), key.has_value(), 0, 0}, cost, ordered_by, blocking});
  };
  const SlotSet shared = set_intersection(before.binds.possible, leaf.binds.certain);
  const bool all_certain = is_subset(shared, before.binds.certain);
  for (Slot key : slots_[index]) {
    if (!all_certain || !shared.contains(key) || !permutation_for(leaf.pattern, key)) continue;
    // Each key fetches its run; other shared variables only filter it.
    const double fetched = before.rows * own / std::max(1.0, distinct_of(leaf, key));
    const bool ordered = order == key;
    if (ordered && before.rows * kSeek >= own)
      add(Method::merge, key, own + before.rows + rows, order);
    const double walk = ordered ? std::min(before.rows * kSeek, own) : before.rows * kSeek;
    add(Method::index, key, walk + fetched + rows + (ordered ? 0 : kSort * before.rows),
        ordered ? order : std::nullopt);
  }
  const double kept = leaf_rows(leaf);
  const double read = leaf.ranges.empty() ? own : kept;
  const double build = read + kBuild * kept;
  add(Method::hash, std::nullopt, build + kProbe * before.rows + rows, std::nullopt, build);
  if (before.rows < kept)
    add(Method::hash_swapped, std::nullopt, read + kBuild * before.rows + kProbe * kept + rows,
        std::nullopt, kBuild * before.rows);
}

void JoinOrder::other_ways(const Joined& before, std::size_t index, Ways& ways) const {
  const Leaf& leaf = leaves_[index];
  const double rows = joined_rows(before, index, false);
  const auto add = [&ways](Method method, double cost, double blocking = 0) {
    ways.push_back({{0, method, 0, false, 0, 0}, cost, std::nullopt, blocking});
  };
  if (leaf.kind == Leaf::Kind::triple_term) {
    const bool known = before.binds.certain.contains(leaf.unnest.term);
    if (known || is_subset(parts_of(leaf), before.binds.certain))
      add(Method::apply, (known ? kTriple : 2) * before.rows);
  } else if (leaf.kind == Leaf::Kind::path) {
    add(Method::apply, 2 * rows);
  } else {
    const double own = leaf_rows(leaf);
    const double build = leaf.estimate.cost + kBuild * own;
    add(Method::hash, build + kProbe * before.rows + rows, build);
    const double first_seeds = std::min(before.rows, kSeeds);
    if (leaf.seedable && connected(before, leaf))
      add(Method::bind, 4 * kSeek * before.rows + 2 * rows + 20, 4 * kSeek * first_seeds + 20);
  }
}

}  // namespace dossier::plan

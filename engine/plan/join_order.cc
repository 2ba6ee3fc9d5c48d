// SPDX-License-Identifier: Apache-2.0
// Searching the orders; what each costs is in join_cost.cc.
#include "engine/plan/join_order.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace dossier::plan {

namespace {

constexpr std::size_t kMaxExhaustive = 12;
/// Each step looks at all leaves.
constexpr std::size_t kMaxGreedy = 64;
/// Sets are split in two in all ways: three to the power of the leaves.
constexpr std::size_t kMaxBushy = 9;
/// The search looks at so many sets and orders at least, and at more when what the greedy plan
/// costs leaves more to win: looking at one takes as long as touching so many rows.
constexpr double kFreeSearch = 64;
constexpr double kRowsPerSearch = 400;
constexpr double kBuild = 3;
constexpr double kProbe = 1.5;
/// Of a LIMIT: how many times more rows may have to be made than the estimates say.
constexpr double kSpare = 64;

/// The variables of a pattern, its subject first.
std::vector<Slot> in_order_of_places(const QuadPattern& pattern) {
  std::vector<Slot> result;
  const auto add = [&result](Slot slot) {
    if (std::find(result.begin(), result.end(), slot) == result.end()) result.push_back(slot);
  };
  for (const Item* item : {&pattern.subject, &pattern.predicate, &pattern.object}) {
    if (const auto* slot = std::get_if<Slot>(item)) add(*slot);
  }
  if (pattern.graph.variable) add(*pattern.graph.variable);
  return result;
}

}  // namespace

JoinOrder::JoinOrder(const Leaves& leaves, const std::vector<Condition>& conditions,
                     const VariableTable& variables, JoinOrderOptions options, Limits& limits)
    : leaves_(leaves), conditions_(conditions), options_(options), limits_(limits) {
  for (const Leaf& leaf : leaves) {
    limits_.work(kMemberWork);
    for (const Slot slot : leaf.binds.possible) {
      if (place_.emplace(slot, 0).second) by_name_.push_back(slot);
    }
    slots_.push_back(leaf.kind == Leaf::Kind::triple
                         ? in_order_of_places(leaf.pattern)
                         : in_order_of_names(leaf.binds.possible, variables));
  }
  for (const Leaf& leaf : leaves) texts_.push_back(texts_read(leaf, conditions));
  by_name_ = in_order_of_names(by_name_, variables);
  for (std::uint32_t i = 0; i < by_name_.size(); ++i) place_[by_name_[i]] = i;
}

JoinOrder::Key JoinOrder::key_of(std::uint32_t set, std::optional<Slot> order) const {
  return {set, order ? std::optional(place_.at(*order)) : std::nullopt};
}

std::optional<Slot> JoinOrder::order_of(const Key& key) const {
  return key.second ? std::optional(by_name_[*key.second]) : std::nullopt;
}

// When few of the rows are asked for, what must be done before the first one counts in full, and
// what is done row by row in part (the startup cost of Postgres).
JoinTreePtr JoinOrder::choose() {
  if (leaves_.size() > kMaxGreedy) return greedy_long();
  JoinTreePtr quick = greedy();
  if (options_.wanted * kSpare < quick->step.rows) {
    part_ = options_.wanted * kSpare / quick->step.rows;
    quick = greedy();
  }
  if (!options_.exhaustive || leaves_.size() > kMaxExhaustive || leaves_.size() == 1) return quick;
  JoinTreePtr best = exhaustive(quick->step.early);
  return best ? std::move(best) : std::move(quick);
}

bool JoinOrder::any_connected(const Joined& before) const {
  for (std::size_t leaf = 0; leaf < leaves_.size(); ++leaf) {
    if (!before.used[leaf] && connected(before, leaves_[leaf])) return true;
  }
  return false;
}

std::optional<JoinOrder::Way> JoinOrder::cheapest(const Joined& before, std::optional<Slot> order,
                                                  const std::vector<std::size_t>& leaves,
                                                  bool first) const {
  std::optional<Way> best;
  double best_value = std::numeric_limits<double>::infinity();
  for (const std::size_t leaf : leaves) {
    const double rows = joined_rows(before, leaf, first);
    for (const Way& way : ways(before, order, leaf, first)) {
      const double value = way.blocking + part_ * (way.cost - way.blocking + rows);
      if (best && value >= best_value) continue;
      best = way;
      best_value = value;
    }
  }
  return best;
}

JoinTreePtr JoinOrder::greedy() const {
  Joined joined = start();
  std::optional<Slot> order;
  JoinTreePtr tree;
  for (std::size_t count = 0; count < leaves_.size(); ++count) {
    limits_.check();
    const bool first = count == 0;
    // Cartesian products only when nothing else is left.
    const bool linked_only = !first && any_connected(joined);
    std::vector<std::size_t> candidates;
    for (std::size_t leaf = 0; leaf < leaves_.size(); ++leaf) {
      if (joined.used[leaf] || (linked_only && !connected(joined, leaves_[leaf]))) continue;
      candidates.push_back(leaf);
    }
    std::optional<Way> best = cheapest(joined, order, candidates, first);
    joined = with(joined, best->step.leaf);
    order = best->order;
    tree = added(std::move(tree), *best, joined);
  }
  return tree;
}

Step JoinOrder::step_of(const Way& way, const Step& before, const Joined& joined) const {
  Step step = way.step;
  step.rows = joined.rows;
  step.cost = before.cost + way.cost + joined.condition_cost;
  // The rows that are kept must all be there.
  step.early = way.step.method == Method::hash_swapped ? before.cost : before.early;
  step.early += way.blocking + part_ * (way.cost - way.blocking + joined.condition_cost);
  return step;
}

JoinTreePtr JoinOrder::added(JoinTreePtr tree, const Way& way, const Joined& joined) const {
  const Step step = step_of(way, tree ? tree->step : Step{}, joined);
  return make_flat<JoinTree>(JoinTree{step, std::move(tree), nullptr});
}

JoinTreePtr JoinOrder::exhaustive(double bound) const {
  Search search;
  search.bound = bound;
  double searches_left = kFreeSearch + bound / kRowsPerSearch;
  search.levels.resize(leaves_.size() + 1);
  search.sets.emplace(0, start());
  search.levels[0].emplace(Key{0, std::nullopt}, Entry{});
  // By size, so that every set is final before it is extended.
  for (std::size_t size = 0; size < leaves_.size(); ++size) {
    for (const auto& [key, entry] : search.levels[size]) {
      if (--searches_left < 0) return nullptr;
      extend(search, key, entry);
    }
    if (options_.bushy && leaves_.size() <= kMaxBushy && size + 1 >= 4) join_sets(search, size + 1);
  }
  const Level& last = search.levels.back();
  const auto cheapest = std::min_element(
      last.begin(), last.end(),
      [](const auto& a, const auto& b) { return a.second.step.early < b.second.step.early; });
  return cheapest == last.end() ? nullptr : tree_of(search, cheapest->first);
}

void JoinOrder::offer(Search& search, const Key& key, const Entry& entry) const {
  if (entry.step.early > search.bound) return;
  Level& level = search.levels[static_cast<std::size_t>(std::popcount(key.first))];
  const auto [known, is_new] = level.try_emplace(key, entry);
  if (!is_new && entry.step.early < known->second.step.early) known->second = entry;
}

void JoinOrder::extend(Search& search, const Key& key, const Entry& entry) const {
  limits_.work(4096);
  const Joined& before = search.sets.at(key.first);
  const bool first = key.first == 0;
  const bool linked_only = !first && any_connected(before);
  for (std::size_t leaf = 0; leaf < leaves_.size(); ++leaf) {
    if (before.used[leaf] || (linked_only && !connected(before, leaves_[leaf]))) continue;
    const Ways ways = this->ways(before, order_of(key), leaf, first);
    if (ways.empty()) continue;
    const std::uint32_t set = key.first | (1U << leaf);
    auto joined = search.sets.find(set);
    if (joined == search.sets.end()) joined = search.sets.emplace(set, with(before, leaf)).first;
    for (const Way& way : ways) {
      const Step step = step_of(way, entry.step, joined->second);
      offer(search, key_of(set, way.order), {step, key, {0, std::nullopt}});
    }
  }
}

void JoinOrder::join_sets(Search& search, std::size_t size) const {
  std::vector<std::uint32_t> sets;
  for (const auto& [key, entry] : search.levels[size]) {
    if (sets.empty() || sets.back() != key.first) sets.push_back(key.first);
  }
  for (const std::uint32_t set : sets) join_parts(search, set);
}

// Two composite sides, joined by hash: the second is kept.
void JoinOrder::join_parts(Search& search, std::uint32_t set) const {
  limits_.work(4096);
  const auto cheapest = [&search](std::uint32_t part, double Step::*cost) {
    const Level& level = search.levels[static_cast<std::size_t>(std::popcount(part))];
    auto best = level.end();
    for (auto it = level.lower_bound({part, std::nullopt});
         it != level.end() && it->first.first == part; ++it) {
      if (best == level.end() || it->second.step.*cost < best->second.step.*cost) best = it;
    }
    return best == level.end() ? nullptr : &*best;
  };
  const Joined& joined = search.sets.at(set);
  for (std::uint32_t part = (set - 1) & set; part != 0; part = (part - 1) & set) {
    const std::uint32_t rest = set ^ part;
    if (std::popcount(part) < 2 || std::popcount(rest) < 2) continue;
    const auto* left = cheapest(part, &Step::early);
    const auto* right = cheapest(rest, &Step::cost);
    if (left == nullptr || right == nullptr) continue;
    const SlotSet& ours = search.sets.at(part).binds.certain;
    if (set_intersection(ours, search.sets.at(rest).binds.certain).empty()) continue;
    Entry entry{{}, left->first, right->first};
    entry.step.method = Method::hash;
    entry.step.rows = joined.rows;
    const double kept = right->second.step.cost + kBuild * right->second.step.rows;
    const double streamed = kProbe * left->second.step.rows + joined.rows + joined.condition_cost;
    entry.step.cost = left->second.step.cost + kept + streamed;
    entry.step.early = left->second.step.early + kept + part_ * streamed;
    offer(search, {set, std::nullopt}, entry);
  }
}

JoinTreePtr JoinOrder::tree_of(const Search& search, const Key& key) {
  const Entry& entry = search.levels[static_cast<std::size_t>(std::popcount(key.first))].at(key);
  auto tree = make_flat<JoinTree>();
  tree->step = entry.step;
  if (entry.left.first != 0) tree->left = tree_of(search, entry.left);
  if (entry.right.first != 0) tree->right = tree_of(search, entry.right);
  return tree;
}

}  // namespace dossier::plan

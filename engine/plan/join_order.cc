// The order of a join group. Costs are in rows touched; the constants say how much dearer a seek,
// a sort or a hash entry is than a row of a scan (measured once, not tuned per query).
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "engine/plan/join_group.h"

namespace dossier::plan {

namespace {

constexpr std::size_t kMaxExhaustive = 8;
constexpr double kSeek = 6;
constexpr double kSort = 1.5;
constexpr double kBuild = 3;
constexpr double kProbe = 1.5;
constexpr double kPathStart = 50;
constexpr double kAnyPath = 1e7;
constexpr double kUnboundEndpoint = 1e15;  ///< SERVICE ?x before anything binds ?x can only fail

double selectivity(const Condition& condition) {
  const auto* operation = std::get_if<ast::Operation>(&condition.expression.node);
  const bool equality = operation != nullptr && operation->op == ast::Operator::equal;
  return equality ? 0.1 : 0.4;
}

}  // namespace

bool is_settled(const Condition& condition, const algebra::Binds& bound,
                const SlotSet& possible_later) {
  return std::all_of(condition.reads.begin(), condition.reads.end(), [&](Slot slot) {
    return bound.certain.contains(slot) || !possible_later.contains(slot);
  });
}

JoinOrder::JoinOrder(const std::vector<Leaf>& leaves, const std::vector<Condition>& conditions,
                     bool exhaustive)
    : leaves_(leaves), conditions_(conditions), exhaustive_(exhaustive) {}

std::vector<Step> JoinOrder::choose() const {
  return exhaustive_ && leaves_.size() <= kMaxExhaustive ? exhaustive() : greedy();
}

JoinOrder::State JoinOrder::start() const {
  State state;
  state.used.assign(leaves_.size(), false);
  state.applied.assign(conditions_.size(), false);
  return state;
}

double JoinOrder::leaf_rows(const Leaf& leaf) const {
  switch (leaf.kind) {
    case Leaf::Kind::triple:
      return leaf.statistics->rows();
    case Leaf::Kind::sub_plan:
    case Leaf::Kind::seed:
      return leaf.plan->rows;
    case Leaf::Kind::triple_term:
    case Leaf::Kind::path:
      return 1;
  }
  return 1;
}

double JoinOrder::distinct_of(const Leaf& leaf, Slot slot) const {
  if (leaf.kind == Leaf::Kind::triple) return leaf.statistics->distinct(slot);
  return std::max(1.0, std::pow(leaf_rows(leaf), 0.8));
}

bool JoinOrder::connected(const State& state, const Leaf& leaf) const {
  if (leaf.kind == Leaf::Kind::triple_term && !state.binds.certain.contains(leaf.unnest.term)) {
    SlotSet parts = leaf.binds.possible;
    parts.erase(leaf.unnest.term);
    return is_subset(parts, state.binds.certain);
  }
  return !set_intersection(state.binds.possible, leaf.binds.possible).empty();
}

double JoinOrder::joined_rows(const State& state, const Leaf& leaf) const {
  double rows = state.rows * leaf_rows(leaf);
  for (Slot slot : set_intersection(state.binds.possible, leaf.binds.possible)) {
    auto it = state.distinct.find(slot);
    const double before = it == state.distinct.end() ? 1 : it->second;
    rows /= std::max({1.0, before, distinct_of(leaf, slot)});
  }
  return rows;
}

void JoinOrder::apply_conditions(State& state) const {
  SlotSet later;
  for (std::size_t i = 0; i < leaves_.size(); ++i) {
    if (!state.used[i])
      later.insert(leaves_[i].binds.possible.begin(), leaves_[i].binds.possible.end());
  }
  for (std::size_t i = 0; i < conditions_.size(); ++i) {
    if (state.applied[i] || !is_settled(conditions_[i], state.binds, later)) continue;
    state.applied[i] = true;
    state.cost += state.rows;
    state.rows *= selectivity(conditions_[i]);
  }
}

JoinOrder::State JoinOrder::extended(const State& state, std::size_t index, Step step, double rows,
                                     double cost, std::optional<Slot> order) const {
  const Leaf& leaf = leaves_[index];
  State next = state;
  next.used[index] = true;
  if (leaf.needs && !state.binds.possible.contains(*leaf.needs)) cost += kUnboundEndpoint;
  for (Slot slot : leaf.binds.possible) {
    const double own = leaf.kind == Leaf::Kind::triple_term || leaf.kind == Leaf::Kind::path
                           ? rows
                           : distinct_of(leaf, slot);
    auto [it, inserted] = next.distinct.try_emplace(slot, own);
    it->second = std::min(it->second, own);
  }
  next.binds.certain = set_union(next.binds.certain, leaf.binds.certain);
  next.binds.possible = set_union(next.binds.possible, leaf.binds.possible);
  next.rows = rows;
  next.cost = state.cost + cost;
  next.order = order;
  apply_conditions(next);
  for (auto& [slot, distinct] : next.distinct) distinct = std::min(distinct, next.rows);
  step.leaf = index;
  step.rows = next.rows;
  step.cost = next.cost;
  next.steps.push_back(step);
  return next;
}

void JoinOrder::first_extensions(const State& state, std::size_t index,
                                 std::vector<State>& result) const {
  const Leaf& leaf = leaves_[index];
  const double rows = leaf_rows(leaf);
  if (leaf.kind == Leaf::Kind::triple) {
    for (Slot slot : leaf.binds.certain) {
      if (leaf.statistics->best_scan() == storage::Permutation::gspo) break;
      if (!permutation_for(leaf.pattern, slot)) continue;
      const bool shared = std::any_of(leaves_.begin(), leaves_.end(), [&](const Leaf& other) {
        return &other != &leaf && other.binds.possible.contains(slot);
      });
      if (!shared && !(slot == *leaf.binds.certain.begin())) continue;
      Step step;
      step.key = slot;
      step.has_key = true;
      result.push_back(extended(state, index, step, rows, rows, slot));
    }
    if (result.empty()) result.push_back(extended(state, index, {}, rows, rows, std::nullopt));
  } else if (leaf.kind == Leaf::Kind::path) {
    Step step;
    step.method = Method::apply;
    const bool bound = leaf.binds.possible.size() < 2;
    const double estimate = bound ? kPathStart : kAnyPath;
    result.push_back(extended(state, index, step, estimate, estimate, std::nullopt));
  } else if (leaf.kind != Leaf::Kind::triple_term) {
    const auto& order = leaf.plan->order;
    result.push_back(extended(state, index, {}, rows, leaf.plan->cost,
                              order.empty() ? std::nullopt : std::optional(order.front())));
  }
}

void JoinOrder::triple_extensions(const State& state, std::size_t index,
                                  std::vector<State>& result) const {
  const Leaf& leaf = leaves_[index];
  const double rows = joined_rows(state, leaf);
  const double own = leaf_rows(leaf);
  const SlotSet shared = set_intersection(state.binds.possible, leaf.binds.certain);
  const bool all_certain = is_subset(shared, state.binds.certain);
  for (Slot key : shared) {
    if (!all_certain || !permutation_for(leaf.pattern, key)) continue;
    Step step;
    step.key = key;
    step.has_key = true;
    // Each key fetches its run; other shared variables only filter it.
    const double fetched = state.rows * own / std::max(1.0, distinct_of(leaf, key));
    const bool ordered = state.order == key;
    if (ordered && state.rows * kSeek >= own) {
      step.method = Method::merge;
      result.push_back(extended(state, index, step, rows, own + state.rows + rows, state.order));
    }
    step.method = Method::index;
    const double walk = ordered ? std::min(state.rows * kSeek, own) : state.rows * kSeek;
    result.push_back(extended(state, index, step, rows,
                              walk + fetched + rows + (ordered ? 0 : kSort * state.rows),
                              ordered ? state.order : std::nullopt));
  }
  Step step;
  step.method = Method::hash;
  result.push_back(extended(state, index, step, rows,
                            own + kBuild * own + kProbe * state.rows + rows, std::nullopt));
  if (state.rows < own) {
    step.method = Method::hash_swapped;
    result.push_back(extended(state, index, step, rows,
                              own + kBuild * state.rows + kProbe * own + rows, std::nullopt));
  }
}

void JoinOrder::other_extensions(const State& state, std::size_t index,
                                 std::vector<State>& result) const {
  const Leaf& leaf = leaves_[index];
  Step step;
  if (leaf.kind == Leaf::Kind::triple_term) {
    step.method = Method::apply;
    const bool known = state.binds.certain.contains(leaf.unnest.term);
    SlotSet parts = leaf.binds.possible;
    parts.erase(leaf.unnest.term);
    const bool parts_known = is_subset(parts, state.binds.certain);
    if (!known && !parts_known) return;
    const double rows = known && parts_known ? std::max(1.0, state.rows / 100) : state.rows;
    result.push_back(extended(state, index, step, rows, 2 * state.rows, std::nullopt));
    return;
  }
  if (leaf.kind == Leaf::Kind::path) {
    step.method = Method::apply;
    const bool connected = this->connected(state, leaf) || leaf.binds.possible.size() < 2;
    const double rows = state.rows * (connected ? kPathStart : kAnyPath);
    result.push_back(extended(state, index, step, rows, 2 * rows, std::nullopt));
    return;
  }
  const double own = leaf_rows(leaf);
  const double rows = joined_rows(state, leaf);
  step.method = Method::hash;
  result.push_back(extended(state, index, step, rows,
                            leaf.plan->cost + kBuild * own + kProbe * state.rows + rows,
                            std::nullopt));
  if (leaf.seedable && connected(state, leaf)) {
    step.method = Method::bind;
    result.push_back(
        extended(state, index, step, rows, 4 * kSeek * state.rows + 2 * rows + 20, std::nullopt));
  }
}

std::vector<JoinOrder::State> JoinOrder::extensions(const State& state, std::size_t leaf) const {
  std::vector<State> result;
  if (state.steps.empty())
    first_extensions(state, leaf, result);
  else if (leaves_[leaf].kind == Leaf::Kind::triple)
    triple_extensions(state, leaf, result);
  else
    other_extensions(state, leaf, result);
  return result;
}

std::vector<Step> JoinOrder::greedy() const {
  State state = start();
  while (state.steps.size() < leaves_.size()) {
    std::optional<State> best;
    bool best_connected = false;
    for (std::size_t leaf = 0; leaf < leaves_.size(); ++leaf) {
      if (state.used[leaf]) continue;
      const bool linked = connected(state, leaves_[leaf]) || state.steps.empty();
      for (State& next : extensions(state, leaf)) {
        if (best && best_connected && !linked) continue;
        const bool better =
            !best || (linked && !best_connected) || next.cost + next.rows < best->cost + best->rows;
        if (!better) continue;
        best = std::move(next);
        best_connected = linked;
      }
    }
    state = std::move(*best);
  }
  return state.steps;
}

std::vector<Step> JoinOrder::exhaustive() const {
  using Key = std::pair<std::uint32_t, std::optional<Slot>>;
  // By size, so that every state is final before it is extended.
  std::vector<std::map<Key, State>> levels(leaves_.size() + 1);
  levels[0].emplace(Key{0, std::nullopt}, start());
  for (std::size_t size = 0; size < leaves_.size(); ++size) {
    for (const auto& [key, state] : levels[size]) {
      const bool any_connected = [&] {
        for (std::size_t leaf = 0; leaf < leaves_.size(); ++leaf) {
          if (!state.used[leaf] && connected(state, leaves_[leaf])) return true;
        }
        return false;
      }();
      for (std::size_t leaf = 0; leaf < leaves_.size(); ++leaf) {
        if (state.used[leaf]) continue;
        // Cartesian products only when nothing else is left.
        if (any_connected && !connected(state, leaves_[leaf])) continue;
        for (State& next : extensions(state, leaf)) {
          const Key next_key{key.first | (1U << leaf), next.order};
          auto it = levels[size + 1].find(next_key);
          if (it == levels[size + 1].end())
            levels[size + 1].emplace(next_key, std::move(next));
          else if (next.cost < it->second.cost)
            it->second = std::move(next);
        }
      }
    }
  }
  const State* best = nullptr;
  for (const auto& [key, state] : levels.back()) {
    if (best == nullptr || state.cost < best->cost) best = &state;
  }
  return best == nullptr ? greedy() : best->steps;
}

}  // namespace dossier::plan

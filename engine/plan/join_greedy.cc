// SPDX-License-Identifier: Apache-2.0
// The greedy order of very many leaves: as JoinOrder::greedy(), but each step weighs only a few of
// the leaves that are connected to what is joined, those with the fewest rows. Takes about linear
// time.
#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "engine/plan/join_order.h"

namespace dossier::plan {

namespace {

constexpr std::size_t kWeighed = 32;

/// By rows, then by number.
using Ranked = std::set<std::pair<double, std::size_t>>;

std::vector<std::size_t> first_of(const Ranked& leaves, std::size_t most) {
  std::vector<std::size_t> result;
  for (const auto& [rows, leaf] : leaves) {
    if (result.size() == most) break;
    result.push_back(leaf);
  }
  std::sort(result.begin(), result.end());
  return result;
}

}  // namespace

/// The leaves not yet joined, and the conditions not yet tested.
class JoinOrder::Frontier {
 public:
  explicit Frontier(const JoinOrder& order) : order_(order) {
    for (std::size_t leaf = 0; leaf < order_.leaves_.size(); ++leaf) {
      rest_.emplace(leaf_rows(order_.leaves_[leaf]), leaf);
      for (Slot slot : order_.leaves_[leaf].binds.possible) leaves_of_[slot].push_back(leaf);
    }
    for (const auto& [slot, leaves] : leaves_of_) later_[slot] = leaves.size();
    for (std::size_t i = 0; i < order_.conditions_.size(); ++i) {
      untested_.push_back(i);
      for (Slot slot : order_.conditions_[i].reads) readers_[slot].push_back(i);
    }
  }

  std::vector<std::size_t> candidates() const {
    return first_of(connected_.empty() ? rest_ : connected_, kWeighed);
  }
  std::vector<std::size_t> all() const { return first_of(rest_, rest_.size()); }

  /// `leaf` was joined: finds what that connects and which conditions it settles.
  void joined(std::size_t leaf, Joined& state) {
    const std::pair<double, std::size_t> own{leaf_rows(order_.leaves_[leaf]), leaf};
    rest_.erase(own);
    connected_.erase(own);
    std::vector<std::size_t> asked = std::exchange(untested_, {});
    for (Slot slot : order_.leaves_[leaf].binds.possible) {
      --later_[slot];
      connect(slot, state);
      const auto readers = readers_.find(slot);
      if (readers == readers_.end()) continue;
      asked.insert(asked.end(), readers->second.begin(), readers->second.end());
    }
    std::sort(asked.begin(), asked.end());
    state.condition_cost = 0;
    const auto later = [this](Slot slot) {
      const auto count = later_.find(slot);
      return count != later_.end() && count->second > 0;
    };
    for (const std::size_t i : asked) {
      if (!state.applied[i] && is_settled(order_.conditions_[i], state.binds, later))
        order_.apply(state, i);
    }
  }

 private:
  /// Leaves with this variable may be connected now. Those that are need not be asked again.
  void connect(Slot slot, const Joined& state) {
    auto& leaves = leaves_of_[slot];
    std::erase_if(leaves, [&](std::size_t leaf) {
      if (state.used[leaf]) return true;
      if (!order_.connected(state, order_.leaves_[leaf])) return false;
      connected_.emplace(leaf_rows(order_.leaves_[leaf]), leaf);
      return true;
    });
  }

  const JoinOrder& order_;
  Ranked rest_;       ///< all that are not joined
  Ranked connected_;  ///< those of them that share a variable with what is
  std::unordered_map<Slot, std::vector<std::size_t>> leaves_of_;
  std::unordered_map<Slot, std::size_t> later_;  ///< how many of the rest may bind it
  std::unordered_map<Slot, std::vector<std::size_t>> readers_;
  std::vector<std::size_t> untested_;  ///< conditions that no step has asked for
};

JoinTreePtr JoinOrder::greedy_long() const {
  Joined joined = start();
  Frontier frontier(*this);
  std::optional<Slot> order;
  JoinTreePtr tree;
  for (std::size_t count = 0; count < leaves_.size(); ++count) {
    limits_.check();
    const bool first = count == 0;
    std::optional<Way> best = cheapest(joined, order, frontier.candidates(), first);
    if (!best) best = cheapest(joined, order, frontier.all(), first);
    take(joined, best->step.leaf, first);
    frontier.joined(best->step.leaf, joined);
    bound_distinct(joined);
    order = best->order;
    tree = added(std::move(tree), *best, joined);
  }
  return tree;
}

}  // namespace dossier::plan

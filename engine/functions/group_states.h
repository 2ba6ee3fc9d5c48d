// SPDX-License-Identifier: Apache-2.0
// What the aggregates have in common: a state for each group. Private to engine/functions.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "engine/functions/aggregate.h"
#include "engine/functions/row_times.h"

namespace dossier {

/// Adds to a number of rows. Rows that stand for many count to more than can be: Error(limit).
inline void add_checked(std::int64_t& count, std::int64_t more) {
  if (__builtin_add_overflow(count, more, &count)) fail_count();
}

/// The groups' states side by side. Derived: State, and take(State&, TermId), finish(State&),
/// join(State& here, const State& there, const TranslateId&).
template <typename Derived, typename State>
class GroupStates : public Aggregator {
 public:
  explicit GroupStates(MemoryBudget& memory) : memory_(memory), charge_(memory) {}

  void resize(std::size_t count) override {
    if (count <= states_.size()) return;
    if (count > states_.capacity()) {
      const std::size_t capacity = std::max(count, 2 * states_.capacity());
      // Old and new states are there together for a moment.
      memory_.check(capacity * sizeof(State));
      const std::size_t before = states_.capacity();
      states_.reserve(capacity);
      charge_.add((capacity - before) * sizeof(State));
    }
    states_.resize(count);
  }
  void add(std::span<const TermId> values, std::span<const std::uint32_t> groups) override {
    for (std::size_t i = 0; i < values.size(); ++i) {
      static_cast<Derived*>(this)->take(states_[groups[i]], values[i]);
    }
  }
  TermId result(std::uint32_t group) override {
    return static_cast<Derived*>(this)->finish(states_[group]);
  }
  void merge(const Aggregator& other, std::span<const std::uint32_t> to,
             const TranslateId& translate) override {
    const std::vector<State>& there = static_cast<const GroupStates&>(other).states_;
    for (std::size_t group = 0; group < there.size(); ++group) {
      if (to[group] == kNoGroup) continue;
      static_cast<Derived*>(this)->join(states_[to[group]], there[group], translate);
    }
  }

 protected:
  MemoryBudget& memory() { return memory_; }
  MemoryCharge& charge() { return charge_; }
  State& state(std::uint32_t group) { return states_[group]; }

 private:
  MemoryBudget& memory_;
  std::vector<State> states_;
  MemoryCharge charge_;
};

/// `iri`: of an aggregate among the context's custom functions.
std::unique_ptr<Aggregator> make_custom_aggregator(const std::string& iri,
                                                   EvaluationContext& context,
                                                   MemoryBudget& memory);

std::unique_ptr<Aggregator> make_group_concat(EvaluationContext& context, MemoryBudget& memory,
                                              std::string separator);

}  // namespace dossier

// SPDX-License-Identifier: Apache-2.0
#include "engine/functions/aggregate.h"

#include <boost/unordered/unordered_flat_set.hpp>
#include <stdexcept>
#include <utility>
#include <vector>

#include "engine/functions/evaluation.h"
#include "engine/functions/group_states.h"
#include "engine/functions/group_sum.h"
#include "engine/functions/order.h"
#include "model/inline_codec.h"

namespace dossier {
namespace {

namespace codec = inline_codec;

struct CountState {
  std::int64_t count = 0;
};
class Count : public GroupStates<Count, CountState> {
 public:
  Count(EvaluationContext& context, MemoryBudget& memory, bool rows)
      : GroupStates(memory), context_(context), rows_(rows) {}
  void take(CountState& state, TermId value) const { state.count += rows_ || value ? 1 : 0; }
  void add_rows(std::uint32_t group, std::uint64_t count) override {
    state(group).count += static_cast<std::int64_t>(count);
  }
  void add_times(std::span<const TermId> values, std::span<const std::uint32_t> groups,
                 std::span<const std::int64_t> times) override {
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (rows_ || values[i]) add_checked(state(groups[i]).count, times[i]);
    }
  }
  static void join(CountState& here, const CountState& there, const TranslateId&) {
    add_checked(here.count, there.count);
  }
  TermId finish(const CountState& state) const {
    const TermId id = codec::encode_integer(state.count);
    return id ? id : context_.terms().intern(Term::integer(state.count));
  }

 private:
  EvaluationContext& context_;
  bool rows_;
};

/// MIN and MAX.
struct ExtremeState {
  TermId best;
  OrderKey key;  ///< of `best`, where it isn't inline
  bool failed = false;
};
class Extreme : public GroupStates<Extreme, ExtremeState> {
 public:
  Extreme(EvaluationContext& context, MemoryBudget& memory, bool largest)
      : GroupStates(memory), terms_(context.terms()), largest_(largest) {}

  void take(ExtremeState& state, TermId id) {
    if (!id) state.failed = true;
    if (state.failed || id == state.best) return;
    const bool quick = id.is_inline() && id.kind() == state.best.kind() && !id.is_local() &&
                       !state.best.is_local() && id.kind() != TermId::Kind::double_value;
    if (quick) {
      if ((id < state.best) != largest_) replace(state, id);
      return;
    }
    offer(state, id, OrderKey(terms_, id));
  }
  void join(ExtremeState& here, const ExtremeState& there, const TranslateId& translate) {
    here.failed = here.failed || there.failed;
    if (here.failed || !there.best) return;
    offer(here, translate ? translate(there.best) : there.best, there.key);
  }
  TermId finish(const ExtremeState& state) const { return state.failed ? TermId() : state.best; }

 private:
  void offer(ExtremeState& state, TermId id, OrderKey key) {
    if (state.best) {
      const auto order = key <=> state.key;
      // Of equal ones, such as 1 and 1.0, the same whatever the order they come in.
      if (order == 0 ? state.best < id : (order < 0) == largest_) return;
    }
    keep(state, id, std::move(key));
  }
  void replace(ExtremeState& state, TermId id) { keep(state, id, OrderKey(terms_, id)); }
  void keep(ExtremeState& state, TermId id, OrderKey key) {
    charge().set(charge().bytes() + key.heap_bytes() - state.key.heap_bytes());
    state.best = id;
    state.key = std::move(key);
  }

  const TermTable& terms_;
  bool largest_;
};

struct SampleState {
  TermId first;
};
class Sample : public GroupStates<Sample, SampleState> {
 public:
  explicit Sample(MemoryBudget& memory) : GroupStates(memory) {}
  static void take(SampleState& state, TermId id) {
    if (!state.first) state.first = id;
  }
  static void join(SampleState& here, const SampleState& there, const TranslateId& translate) {
    if (there.first) take(here, translate ? translate(there.first) : there.first);
  }
  static TermId finish(const SampleState& state) { return state.first; }
};

struct GroupValue {
  TermId value;
  std::uint32_t group = 0;
  friend bool operator==(const GroupValue&, const GroupValue&) = default;
};
struct GroupValueHash {
  std::size_t operator()(const GroupValue& pair) const noexcept {
    return std::hash<TermId>{}(pair.value) ^ (std::size_t{pair.group} * 0xC2B2AE3D27D4EB4FULL);
  }
};

/// What a place in the set of seen values takes at most, while the set grows.
constexpr std::size_t kSeenBytes = 4 * sizeof(GroupValue);

/// Lets every value of a group through once.
class Distinct : public Aggregator {
 public:
  Distinct(std::unique_ptr<Aggregator> inner, EvaluationContext& context, MemoryBudget& memory)
      : inner_(std::move(inner)), context_(context), charge_(memory) {}

  void resize(std::size_t count) override { inner_->resize(count); }
  void add(std::span<const TermId> values, std::span<const std::uint32_t> groups) override {
    std::vector<TermId> fresh;
    std::vector<std::uint32_t> fresh_groups;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!seen_.insert({values[i], groups[i]}).second) continue;
      fresh.push_back(values[i]);
      fresh_groups.push_back(groups[i]);
    }
    charge_.add(fresh.size() * kSeenBytes);
    inner_->add(fresh, fresh_groups);
  }
  TermId result(std::uint32_t group) override { return inner_->result(group); }
  // What the other's inner aggregate was given is what it has seen.
  void merge(const Aggregator& other, std::span<const std::uint32_t> to,
             const TranslateId& translate) override {
    constexpr std::size_t kChunk = 2048;
    std::vector<TermId> values;
    std::vector<std::uint32_t> groups;
    const auto flush = [&] {
      context_.work(4 * values.size());
      add(values, groups);
      values.clear();
      groups.clear();
    };
    for (const GroupValue& seen : static_cast<const Distinct&>(other).seen_) {
      if (to[seen.group] == kNoGroup) continue;
      values.push_back(translate ? translate(seen.value) : seen.value);
      groups.push_back(to[seen.group]);
      if (values.size() == kChunk) flush();
    }
    flush();
  }

 private:
  std::unique_ptr<Aggregator> inner_;
  EvaluationContext& context_;
  boost::unordered_flat_set<GroupValue, GroupValueHash> seen_;
  MemoryCharge charge_;
};

std::unique_ptr<Aggregator> make_plain(const ast::Aggregate& aggregate, EvaluationContext& context,
                                       MemoryBudget& memory) {
  using enum ast::AggregateFunction;
  switch (aggregate.function) {
    case count:
      return std::make_unique<Count>(context, memory, !aggregate.argument);
    case sum:
      return std::make_unique<Sum>(context, memory, false);
    case avg:
      return std::make_unique<Sum>(context, memory, true);
    case min:
      return std::make_unique<Extreme>(context, memory, false);
    case max:
      return std::make_unique<Extreme>(context, memory, true);
    case sample:
      return std::make_unique<Sample>(memory);
    case custom:
      return make_custom_aggregator(aggregate.iri, context, memory);
    case group_concat:
      break;
  }
  return make_group_concat(context, memory, aggregate.separator);
}

}  // namespace

void Aggregator::add_times(std::span<const TermId> values, std::span<const std::uint32_t> groups,
                           std::span<const std::int64_t>) {
  add(values, groups);
}

bool ignores_equal_rows(const ast::Aggregate& aggregate) noexcept {
  using enum ast::AggregateFunction;
  if (!aggregate.argument) return false;
  return aggregate.function == min || aggregate.function == max ||
         (aggregate.function == count && aggregate.distinct);
}

bool can_multiply(const ast::Aggregate& aggregate) noexcept {
  using enum ast::AggregateFunction;
  if (ignores_equal_rows(aggregate)) return true;
  if (aggregate.distinct) return false;
  return aggregate.function == count || aggregate.function == sum || aggregate.function == avg;
}

void Aggregator::add_rows(std::uint32_t, std::uint64_t) {
  throw std::logic_error("an aggregate of values was given rows without values");
}

bool is_count_of_rows(const ast::Aggregate& aggregate) noexcept {
  return aggregate.function == ast::AggregateFunction::count && !aggregate.argument &&
         !aggregate.distinct;
}

bool can_merge(const ast::Aggregate& aggregate) noexcept {
  using enum ast::AggregateFunction;
  if (aggregate.function == group_concat || aggregate.function == sample ||
      aggregate.function == custom)
    return false;
  return aggregate.argument || !aggregate.distinct;
}

std::unique_ptr<Aggregator> make_aggregator(const ast::Aggregate& aggregate,
                                            EvaluationContext& context, MemoryBudget& memory) {
  auto plain = make_plain(aggregate, context, memory);
  if (!aggregate.distinct) return plain;
  return std::make_unique<Distinct>(std::move(plain), context, memory);
}

}  // namespace dossier

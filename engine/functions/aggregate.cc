// SPDX-License-Identifier: Apache-2.0
#include "engine/functions/aggregate.h"

#include <boost/unordered/unordered_flat_set.hpp>
#include <utility>
#include <vector>

#include "engine/functions/arithmetic.h"
#include "engine/functions/evaluation.h"
#include "engine/functions/group_states.h"
#include "engine/functions/order.h"
#include "model/inline_codec.h"

namespace dossier {
namespace {

using functions::Value;
namespace codec = inline_codec;

struct CountState {
  std::int64_t count = 0;
};
class Count : public GroupStates<Count, CountState> {
 public:
  Count(EvaluationContext& context, MemoryBudget& memory, bool rows)
      : GroupStates(memory), context_(context), rows_(rows) {}
  void take(CountState& state, TermId value) const { state.count += rows_ || value ? 1 : 0; }
  TermId finish(const CountState& state) const {
    const TermId id = codec::encode_integer(state.count);
    return id ? id : context_.terms().intern(Term::integer(state.count));
  }

 private:
  EvaluationContext& context_;
  bool rows_;
};

/// SUM and AVG: a sum for each of the common types, put together at the end.
struct SumState {
  std::int64_t whole = 0;
  __int128 millionths = 0;  ///< of inline decimals; no number of rows overflows it
  double floating = 0;
  std::int64_t count = 0;
  bool has_decimal = false;
  bool has_double = false;
  bool failed = false;
  Value rest;  ///< sum of what the others could not take; monostate: nothing
};
class Sum : public GroupStates<Sum, SumState> {
 public:
  Sum(EvaluationContext& context, MemoryBudget& memory, bool average)
      : GroupStates(memory), context_(context), average_(average) {}

  void take(SumState& state, TermId id) {
    if (state.failed) return;
    ++state.count;
    if (id.is_local() || !take_inline(state, id)) take_value(state, id);
  }

  TermId finish(const SumState& state) {
    if (state.failed) return {};
    Value sum = xsd::Integer(state.whole);
    const auto add = [&sum](const Value& part) {
      sum = functions::calculate(ast::Operator::add, sum, part);
    };
    if (state.has_decimal) {
      add(xsd::Decimal(xsd::Integer::from_int128(state.millionths), codec::kDecimalDigits));
    }
    if (!std::holds_alternative<std::monostate>(state.rest)) add(state.rest);
    if (state.has_double) add(state.floating);
    if (average_ && state.count > 0) {
      sum = functions::calculate(ast::Operator::divide, sum, xsd::Integer(state.count));
    }
    const TermId id = functions::inline_id_of(sum);
    return id ? id : context_.terms().intern(functions::to_term(sum));
  }

 private:
  static bool take_inline(SumState& state, TermId id) {
    switch (id.kind()) {
      case TermId::Kind::integer: {
        std::int64_t sum = 0;
        if (__builtin_add_overflow(state.whole, codec::decode_integer(id), &sum)) return false;
        state.whole = sum;
        return true;
      }
      case TermId::Kind::decimal:
        state.millionths += codec::decode_decimal(id);
        state.has_decimal = true;
        return true;
      case TermId::Kind::double_value:
        state.floating += codec::decode_double(id);
        state.has_double = true;
        return true;
      default:
        return false;
    }
  }

  void take_value(SumState& state, TermId id) {
    const Value value = !id              ? Value()
                        : id.is_inline() ? functions::inline_value(id)
                                         : functions::value_of(context_.terms().term(id));
    if (!functions::numeric_type(value)) {
      state.failed = true;
    } else if (std::holds_alternative<std::monostate>(state.rest)) {
      state.rest = value;
    } else {
      state.rest = functions::calculate(ast::Operator::add, state.rest, value);
    }
  }

  EvaluationContext& context_;
  bool average_;
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
    OrderKey key(terms_, id);
    if (state.best) {
      const auto order = key <=> state.key;
      if (largest_ ? order <= 0 : order >= 0) return;
    }
    keep(state, id, std::move(key));
  }
  TermId finish(const ExtremeState& state) const { return state.failed ? TermId() : state.best; }

 private:
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
  Distinct(std::unique_ptr<Aggregator> inner, MemoryBudget& memory)
      : inner_(std::move(inner)), charge_(memory) {}

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

 private:
  std::unique_ptr<Aggregator> inner_;
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
    case group_concat:
      break;
  }
  return make_group_concat(context, memory, aggregate.separator);
}

}  // namespace

std::unique_ptr<Aggregator> make_aggregator(const ast::Aggregate& aggregate,
                                            EvaluationContext& context, MemoryBudget& memory) {
  auto plain = make_plain(aggregate, context, memory);
  if (!aggregate.distinct) return plain;
  return std::make_unique<Distinct>(std::move(plain), memory);
}

}  // namespace dossier

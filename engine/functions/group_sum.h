// SPDX-License-Identifier: Apache-2.0
// SUM and AVG over groups. Private to engine/functions.
#pragma once

#include <cmath>
#include <cstdint>
#include <variant>

#include "engine/functions/arithmetic.h"
#include "engine/functions/evaluation.h"
#include "engine/functions/group_states.h"
#include "model/inline_codec.h"

namespace dossier {

/// A sum for each of the common types, put together at the end.
struct SumState {
  std::int64_t whole = 0;
  __int128 millionths = 0;  ///< of inline decimals; no number of rows overflows it
  double floating = 0;
  double lost = 0;  ///< what rounding took from `floating`
  std::int64_t count = 0;
  bool has_decimal = false;
  bool has_double = false;
  bool failed = false;
  functions::Value rest;  ///< sum of what the others could not take; monostate: nothing
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

  void add_times(std::span<const TermId> values, std::span<const std::uint32_t> groups,
                 std::span<const std::int64_t> times) override {
    for (std::size_t i = 0; i < values.size(); ++i)
      take_times(state(groups[i]), values[i], times[i]);
  }

  static void join(SumState& here, const SumState& there, const TranslateId&) {
    here.failed = here.failed || there.failed;
    add_checked(here.count, there.count);
    here.millionths += there.millionths;
    add_floating(here, there.floating);
    here.lost += there.lost;
    here.has_decimal = here.has_decimal || there.has_decimal;
    here.has_double = here.has_double || there.has_double;
    if (!add_whole(here, there.whole)) add_rest(here, xsd::Integer(there.whole));
    if (!std::holds_alternative<std::monostate>(there.rest)) add_rest(here, there.rest);
  }

  TermId finish(const SumState& state) {
    if (state.failed) return {};
    functions::Value sum = xsd::Integer(state.whole);
    const auto add = [&sum](const functions::Value& part) {
      sum = functions::calculate(ast::Operator::add, sum, part);
    };
    if (state.has_decimal) {
      add(xsd::Decimal(xsd::Integer::from_int128(state.millionths), inline_codec::kDecimalDigits));
    }
    if (!std::holds_alternative<std::monostate>(state.rest)) add(state.rest);
    if (state.has_double)
      add(std::isfinite(state.floating) ? state.floating + state.lost : state.floating);
    if (average_ && state.count > 0) {
      sum = functions::calculate(ast::Operator::divide, sum, xsd::Integer(state.count));
    }
    const TermId id = functions::inline_id_of(sum);
    return id ? id : context_.terms().intern(functions::to_term(sum));
  }

 private:
  void take_times(SumState& state, TermId id, std::int64_t times) {
    if (times == 1) return take(state, id);
    if (state.failed) return;
    add_checked(state.count, times);
    if (id.is_local() || !take_inline_times(state, id, times)) take_value(state, id, times);
  }

  static bool take_inline_times(SumState& state, TermId id, std::int64_t times) {
    switch (id.kind()) {
      case TermId::Kind::integer: {
        std::int64_t product = 0;
        const std::int64_t value = inline_codec::decode_integer(id);
        return !__builtin_mul_overflow(value, times, &product) && add_whole(state, product);
      }
      case TermId::Kind::decimal: {
        __int128 sum = 0;
        const __int128 value = inline_codec::decode_decimal(id);
        if (__builtin_mul_overflow(value, times, &sum)) return false;
        if (__builtin_add_overflow(state.millionths, sum, &sum)) return false;
        state.millionths = sum;
        state.has_decimal = true;
        return true;
      }
      case TermId::Kind::double_value:
        add_floating_times(state, inline_codec::decode_double(id), times);
        return true;
      default:
        return false;
    }
  }

  // What rounding the product loses is kept, too.
  static void add_floating_times(SumState& state, double value, std::int64_t times) {
    const auto factor = static_cast<double>(times);
    const double product = value * factor;
    add_floating(state, product);
    if (std::isfinite(product)) state.lost += std::fma(value, factor, -product);
    state.has_double = true;
  }

  static bool add_whole(SumState& state, std::int64_t value) {
    std::int64_t sum = 0;
    if (__builtin_add_overflow(state.whole, value, &sum)) return false;
    state.whole = sum;
    return true;
  }

  // Neumaier's sum (1974): the order in which threads add values shall not show in the result.
  static void add_floating(SumState& state, double value) {
    const double sum = state.floating + value;
    state.lost += std::abs(state.floating) >= std::abs(value) ? (state.floating - sum) + value
                                                              : (value - sum) + state.floating;
    state.floating = sum;
  }

  static void add_rest(SumState& state, const functions::Value& value) {
    if (const auto* floating = std::get_if<double>(&value)) {
      state.has_double = true;
      return add_floating(state, *floating);
    }
    state.rest = std::holds_alternative<std::monostate>(state.rest)
                     ? value
                     : functions::calculate(ast::Operator::add, state.rest, value);
  }

  static bool take_inline(SumState& state, TermId id) {
    switch (id.kind()) {
      case TermId::Kind::integer:
        return add_whole(state, inline_codec::decode_integer(id));
      case TermId::Kind::decimal:
        state.millionths += inline_codec::decode_decimal(id);
        state.has_decimal = true;
        return true;
      case TermId::Kind::double_value:
        add_floating(state, inline_codec::decode_double(id));
        state.has_double = true;
        return true;
      default:
        return false;
    }
  }

  void take_value(SumState& state, TermId id, std::int64_t times = 1) {
    const functions::Value value = !id ? functions::Value()
                                   : id.is_inline()
                                       ? functions::inline_value(id)
                                       : functions::value_of(context_.terms().term(id));
    if (const auto* floating = std::get_if<double>(&value)) {
      add_floating_times(state, *floating, times);
    } else if (functions::numeric_type(value)) {
      const functions::Value factor = xsd::Integer(times);
      add_rest(state,
               times == 1 ? value : functions::calculate(ast::Operator::multiply, value, factor));
    } else {
      state.failed = true;
    }
  }

  EvaluationContext& context_;
  bool average_;
};

}  // namespace dossier

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

  static void join(SumState& here, const SumState& there, const TranslateId&) {
    here.failed = here.failed || there.failed;
    here.count += there.count;
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

  void take_value(SumState& state, TermId id) {
    const functions::Value value = !id ? functions::Value()
                                   : id.is_inline()
                                       ? functions::inline_value(id)
                                       : functions::value_of(context_.terms().term(id));
    if (functions::numeric_type(value)) {
      add_rest(state, value);
    } else {
      state.failed = true;
    }
  }

  EvaluationContext& context_;
  bool average_;
};

}  // namespace dossier

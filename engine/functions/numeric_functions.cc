// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cmath>

#include "engine/algebra/overloaded.h"
#include "engine/functions/function.h"
#include "model/inline_codec.h"

namespace dossier::functions {
namespace {

using ast::Builtin;
using Kind = TermId::Kind;
namespace codec = inline_codec;

/// The results of one rounding function for each numeric type.
template <auto OfDecimal, auto OfDouble>
TermId round_with(Evaluation& evaluation, std::span<const Operand> args) {
  return std::visit(
      dossier::Overloaded{
          [&](const xsd::Integer& v) { return evaluation.put(v); },
          [&](const xsd::Decimal& v) { return evaluation.put(xsd::Decimal(OfDecimal(v))); },
          [&](float v) { return evaluation.put(Value(static_cast<float>(OfDouble(v)))); },
          [&](double v) { return evaluation.put(Value(OfDouble(v))); },
          [](const auto&) { return TermId(); },
      },
      args[0].value());
}

/// Integers stay as they are.
bool quick_round(std::span<const TermId> ids, TermId& result) {
  if (ids[0] && (ids[0].kind() != Kind::integer || ids[0].is_local())) return false;
  result = ids[0];
  return true;
}

/// fn:round: halves go up; -0.5 to -0 gives negative zero.
double round_half_up(double value) {
  if (!std::isfinite(value) || value == 0 || std::fabs(value) >= 0x1p52) return value;
  const double below = std::floor(value);
  const double rounded = value - below >= 0.5 ? below + 1 : below;
  return rounded == 0 ? std::copysign(0.0, value) : rounded;
}

constexpr auto kFloor = [](const xsd::Decimal& v) { return v.floor(); };
constexpr auto kCeil = [](const xsd::Decimal& v) { return v.ceil(); };
constexpr auto kRound = [](const xsd::Decimal& v) { return v.round(); };
constexpr auto kFloorDouble = [](double v) { return std::floor(v); };
constexpr auto kCeilDouble = [](double v) { return std::ceil(v); };
constexpr auto kRoundDouble = [](double v) { return round_half_up(v); };

TermId absolute(Evaluation& evaluation, std::span<const Operand> args) {
  return std::visit(
      dossier::Overloaded{
          [&](const xsd::Integer& v) { return evaluation.put(v.sign() < 0 ? -v : v); },
          [&](const xsd::Decimal& v) { return evaluation.put(v.sign() < 0 ? -v : v); },
          [&](float v) { return evaluation.put(Value(std::fabs(v))); },
          [&](double v) { return evaluation.put(Value(std::fabs(v))); },
          [](const auto&) { return TermId(); },
      },
      args[0].value());
}

bool quick_absolute(std::span<const TermId> ids, TermId& result) {
  result = {};
  if (!ids[0]) return true;
  if (ids[0].kind() != Kind::integer || ids[0].is_local()) return false;
  const std::int64_t value = codec::decode_integer(ids[0]);
  result = codec::encode_integer(value < 0 ? -value : value);
  return static_cast<bool>(result);
}

TermId is_numeric(Evaluation&, std::span<const Operand> args) {
  if (args[0].missing()) return {};
  return Evaluation::put(numeric_type(args[0].value()).has_value());
}

/// xsd:double, at least 0 and below 1.
TermId random_number(Evaluation& evaluation, std::span<const Operand>) {
  return evaluation.put(Value(static_cast<double>(evaluation.context().random() >> 11) * 0x1p-53));
}

}  // namespace

std::span<const BuiltinFunction> numeric_functions() {
  static constexpr std::array<BuiltinFunction, 6> kFunctions{{
      {Builtin::abs, {"ABS", absolute, quick_absolute}},
      {Builtin::ceil, {"CEIL", round_with<kCeil, kCeilDouble>, quick_round}},
      {Builtin::floor, {"FLOOR", round_with<kFloor, kFloorDouble>, quick_round}},
      {Builtin::round, {"ROUND", round_with<kRound, kRoundDouble>, quick_round}},
      {Builtin::isnumeric, {"isNUMERIC", is_numeric}},
      {Builtin::rand, {"RAND", random_number, nullptr, false}},
  }};
  return kFunctions;
}

}  // namespace dossier::functions

// SPDX-License-Identifier: Apache-2.0
#include "engine/functions/arithmetic.h"

#include <array>

#include "engine/functions/function.h"
#include "engine/functions/time_arithmetic.h"
#include "model/inline_codec.h"

namespace dossier::functions {
namespace {

using Kind = TermId::Kind;
using ast::Operator;
namespace codec = inline_codec;

template <typename T>
Value plain(Operator op, const T& a, const T& b) {
  if (op == Operator::add) return a + b;
  if (op == Operator::subtract) return a - b;
  return a * b;
}

template <typename Float>
Value floating(Operator op, Float a, Float b) {
  return op == Operator::divide ? Value(a / b) : plain(op, a, b);
}

Value decimal(Operator op, const xsd::Decimal& a, const xsd::Decimal& b) {
  if (op != Operator::divide) return plain(op, a, b);
  const auto quotient = xsd::divide(a, b);
  return quotient ? Value(*quotient) : Value();
}

Value numeric(Operator op, const Value& a, const Value& b, NumericType type) {
  switch (type) {
    case NumericType::integer:
      if (op == Operator::divide) break;
      return plain(op, std::get<xsd::Integer>(a), std::get<xsd::Integer>(b));
    case NumericType::decimal:
      break;
    case NumericType::float_number:
      return floating(op, to_float(a), to_float(b));
    case NumericType::double_number:
      return floating(op, to_double(a), to_double(b));
  }
  return decimal(op, to_decimal(a), to_decimal(b));
}

bool is_decimal(Kind kind) { return kind == Kind::integer || kind == Kind::decimal; }

/// `whole`, when it is exactly a count of millionths.
TermId quick_decimal(__int128 value) {
  if (value < codec::kMin || value > codec::kMax) return {};
  return codec::encode_decimal(static_cast<std::int64_t>(value));
}

/// Integers and decimals, at least one of them a decimal, or to be divided; none() where it needs
/// more digits or range.
TermId quick_millionths(Operator op, TermId a, TermId b) {
  const auto scaled = [](TermId id) {
    const __int128 value = codec::decode_signed(id);
    return id.kind() == Kind::integer ? value * codec::kDecimalUnit : value;
  };
  const __int128 x = scaled(a);
  const __int128 y = scaled(b);
  if (op == Operator::add) return quick_decimal(x + y);
  if (op == Operator::subtract) return quick_decimal(x - y);
  if (op == Operator::multiply) {
    // Both below 2^75 only when integers are scaled: keep the product inside 128 bits.
    const __int128 limit = __int128{1} << 62;
    if (x > limit || x < -limit || y > limit || y < -limit) return {};
    return x * y % codec::kDecimalUnit == 0 ? quick_decimal(x * y / codec::kDecimalUnit) : TermId();
  }
  if (y == 0 || x * codec::kDecimalUnit % y != 0) return {};
  return quick_decimal(x * codec::kDecimalUnit / y);
}

TermId quick_integer(Operator op, std::int64_t a, std::int64_t b) {
  std::int64_t result = 0;
  const bool overflow = op == Operator::add        ? __builtin_add_overflow(a, b, &result)
                        : op == Operator::subtract ? __builtin_sub_overflow(a, b, &result)
                                                   : __builtin_mul_overflow(a, b, &result);
  return overflow ? TermId() : codec::encode_integer(result);
}

/// Decimals are left out: they may take more than one rounding.
bool is_double_pair(Kind a, Kind b) {
  return (a == Kind::double_value && (b == Kind::double_value || b == Kind::integer)) ||
         (a == Kind::integer && b == Kind::double_value);
}

double as_double(TermId id) {
  return id.kind() == Kind::integer ? static_cast<double>(codec::decode_integer(id))
                                    : codec::decode_double(id);
}

template <Operator op>
bool quick(std::span<const TermId> ids, TermId& result) {
  const TermId a = ids[0];
  const TermId b = ids[1];
  result = {};
  if (!a || !b) return true;
  if (a.is_local() || b.is_local()) return false;
  if (is_double_pair(a.kind(), b.kind())) {
    result = codec::encode_double(std::get<double>(floating(op, as_double(a), as_double(b))));
  } else if (a.kind() == Kind::integer && b.kind() == Kind::integer && op != Operator::divide) {
    result = quick_integer(op, codec::decode_integer(a), codec::decode_integer(b));
  } else if (is_decimal(a.kind()) && is_decimal(b.kind())) {
    result = quick_millionths(op, a, b);
  }
  return static_cast<bool>(result);
}

template <Operator op>
TermId scalar(Evaluation& evaluation, std::span<const Operand> args) {
  return evaluation.put(calculate(op, args[0].value(), args[1].value()));
}

TermId unary_plus(Evaluation& evaluation, std::span<const Operand> args) {
  return numeric_type(args[0].value()) ? evaluation.put(args[0].value()) : TermId();
}

TermId unary_minus(Evaluation& evaluation, std::span<const Operand> args) {
  const Value& value = args[0].value();
  if (const auto* number = std::get_if<xsd::Integer>(&value)) return evaluation.put(-*number);
  if (const auto* number = std::get_if<xsd::Decimal>(&value)) return evaluation.put(-*number);
  if (const auto* number = std::get_if<float>(&value)) return evaluation.put(Value(-*number));
  if (const auto* number = std::get_if<double>(&value)) return evaluation.put(Value(-*number));
  return {};
}

}  // namespace

Value calculate(Operator op, const Value& a, const Value& b) {
  const auto p = numeric_type(a);
  const auto q = numeric_type(b);
  if (p && q) return numeric(op, a, b, std::max(*p, *q));
  return calculate_time(op, a, b);
}

std::span<const OperatorFunction> arithmetic_operators() {
  static constexpr std::array<OperatorFunction, 6> kOperators{{
      {Operator::add, {"+", scalar<Operator::add>, quick<Operator::add>}},
      {Operator::subtract, {"-", scalar<Operator::subtract>, quick<Operator::subtract>}},
      {Operator::multiply, {"*", scalar<Operator::multiply>, quick<Operator::multiply>}},
      {Operator::divide, {"/", scalar<Operator::divide>, quick<Operator::divide>}},
      {Operator::unary_plus, {"+", unary_plus}},
      {Operator::unary_minus, {"-", unary_minus}},
  }};
  return kOperators;
}

}  // namespace dossier::functions

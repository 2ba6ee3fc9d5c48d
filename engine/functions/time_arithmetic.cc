// SPDX-License-Identifier: Apache-2.0
#include "engine/functions/time_arithmetic.h"

#include <cmath>

namespace dossier::functions {
namespace {

using ast::Operator;
using xsd::DurationKind;

Value day_time(const std::optional<xsd::Duration>& duration) {
  return duration ? Value(TypedDuration{*duration, DurationKind::day_time}) : Value();
}

template <typename T>
Value wrap(const std::optional<T>& value) {
  return value ? Value(*value) : Value();
}

/// A time of day has no place for months, nor a sum of mixed durations a sign.
bool is_ordered_kind(const TypedDuration& duration) { return duration.kind != DurationKind::any; }

Value move(const Value& moment, const TypedDuration& by, bool backwards) {
  const xsd::Duration duration = backwards ? -by.duration : by.duration;
  if (const auto* value = std::get_if<xsd::DateTime>(&moment)) return wrap(add(*value, duration));
  if (const auto* value = std::get_if<xsd::Date>(&moment)) return wrap(add(*value, duration));
  if (const auto* value = std::get_if<xsd::Time>(&moment)) {
    return by.kind == DurationKind::day_time ? Value(add(*value, duration)) : Value();
  }
  return {};
}

/// Moment minus moment.
Value between(const Value& a, const Value& b) {
  if (const auto* x = std::get_if<xsd::DateTime>(&a)) {
    return day_time(difference(*x, std::get<xsd::DateTime>(b)));
  }
  if (const auto* x = std::get_if<xsd::Date>(&a)) {
    return day_time(difference(x->start(), std::get<xsd::Date>(b).start()));
  }
  if (const auto* x = std::get_if<xsd::Time>(&a)) {
    return day_time(difference(x->reference(), std::get<xsd::Time>(b).reference()));
  }
  return {};
}

/// Duration divided by duration of its kind: a decimal.
Value ratio(const TypedDuration& a, const TypedDuration& b) {
  const auto count = [](const TypedDuration& d) {
    return d.kind == DurationKind::year_month ? xsd::Integer(d.duration.months)
                                              : xsd::Integer::from_int128(d.duration.nanoseconds);
  };
  return wrap(divide(xsd::Decimal(count(a)), xsd::Decimal(count(b))));
}

Value durations(Operator op, const TypedDuration& a, const TypedDuration& b) {
  if (a.kind != b.kind || !is_ordered_kind(a)) return {};
  if (op == Operator::divide) return ratio(a, b);
  if (op == Operator::multiply) return {};
  const auto sum = add(a.duration, op == Operator::add ? b.duration : -b.duration);
  return sum ? Value(TypedDuration{*sum, a.kind}) : Value();
}

std::optional<xsd::Decimal> factor(const Value& number) {
  const auto type = numeric_type(number);
  if (!type) return std::nullopt;
  if (*type <= NumericType::decimal) return to_decimal(number);
  return xsd::Decimal::from_double(to_double(number));
}

Value scaled(Operator op, const TypedDuration& duration, const Value& number) {
  const auto by = factor(number);
  if (!is_ordered_kind(duration) || (op != Operator::multiply && op != Operator::divide)) return {};
  if (!by) {
    // Dividing by an infinity leaves nothing; NaN and a product with an infinity have no value.
    const bool vanishes =
        op == Operator::divide && numeric_type(number) && std::isinf(to_double(number));
    return vanishes ? Value(TypedDuration{{}, duration.kind}) : Value();
  }
  const auto result =
      op == Operator::multiply ? multiply(duration.duration, *by) : divide(duration.duration, *by);
  return result ? Value(TypedDuration{*result, duration.kind}) : Value();
}

}  // namespace

Value calculate_time(Operator op, const Value& a, const Value& b) {
  const auto* x = std::get_if<TypedDuration>(&a);
  const auto* y = std::get_if<TypedDuration>(&b);
  const bool sum = op == Operator::add || op == Operator::subtract;
  if (x != nullptr && y != nullptr) return durations(op, *x, *y);
  if (y != nullptr && sum) return move(a, *y, op == Operator::subtract);
  if (x != nullptr && op == Operator::add) return move(b, *x, false);
  if (x != nullptr) return scaled(op, *x, b);
  if (y != nullptr && op == Operator::multiply) return scaled(op, *y, a);
  if (op == Operator::subtract && a.index() == b.index()) return between(a, b);
  return {};
}

}  // namespace dossier::functions

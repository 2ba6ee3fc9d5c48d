// SPDX-License-Identifier: Apache-2.0
// Equality and order of values, term by term.
#include <algorithm>
#include <compare>
#include <optional>

#include "engine/functions/comparison.h"

namespace dossier::functions {
namespace {

std::partial_ordering number_order(const Value& a, const Value& b, NumericType type) {
  switch (type) {
    case NumericType::integer:
      return std::get<xsd::Integer>(a) <=> std::get<xsd::Integer>(b);
    case NumericType::decimal:
      return to_decimal(a) <=> to_decimal(b);
    case NumericType::float_number:
      return to_float(a) <=> to_float(b);
    case NumericType::double_number:
      break;
  }
  return to_double(a) <=> to_double(b);
}

using Order = std::optional<std::partial_ordering>;

/// Undecided orders are errors for moments and durations, unlike for NaN.
Order decided(std::partial_ordering order) {
  return order == std::partial_ordering::unordered ? std::nullopt : Order(order);
}

struct SameType {
  Order operator()(bool a, bool b) const { return a <=> b; }
  Order operator()(const Text& a, const Text& b) const {
    if (!a.language.empty() || !b.language.empty()) return std::nullopt;
    return a.text <=> b.text;
  }
  Order operator()(const xsd::DateTime& a, const xsd::DateTime& b) const {
    return decided(a <=> b);
  }
  Order operator()(const xsd::Date& a, const xsd::Date& b) const { return decided(a <=> b); }
  Order operator()(const xsd::Time& a, const xsd::Time& b) const { return decided(a <=> b); }
  Order operator()(const xsd::Gregorian& a, const xsd::Gregorian& b) const {
    return decided(a <=> b);
  }
  Order operator()(const TypedDuration& a, const TypedDuration& b) const {
    return decided(a.duration <=> b.duration);
  }
  template <typename A, typename B>
  Order operator()(const A&, const B&) const {
    return std::nullopt;
  }
};

/// Two literals with values that are not both numbers.
std::optional<bool> equal_values(const Value& a, const Value& b) {
  if (const auto* duration = std::get_if<TypedDuration>(&a)) {
    const auto* other = std::get_if<TypedDuration>(&b);
    return other != nullptr && duration->duration == other->duration;
  }
  if (a.index() != b.index()) return false;
  if (const auto* moment = std::get_if<xsd::Gregorian>(&a)) {
    if (moment->kind != std::get<xsd::Gregorian>(b).kind) return false;
  }
  if (std::holds_alternative<Text>(a)) return false;  // equal strings are equal terms
  const Order order = std::visit(SameType{}, a, b);
  return order ? std::optional(*order == 0) : std::nullopt;
}

bool is_tagged(const Value& value) {
  const auto* text = std::get_if<Text>(&value);
  return text != nullptr && !text->language.empty();
}

std::optional<bool> equal_terms(const Term& a, const Value& x, const Term& b, const Value& y);

std::optional<bool> equal_triples(const Triple& a, const Triple& b) {
  std::optional<bool> all = true;
  for (const auto part : {&Triple::subject, &Triple::predicate, &Triple::object}) {
    const auto same = equal_terms(a.*part, value_of(a.*part), b.*part, value_of(b.*part));
    if (same == false) return false;
    if (!same) all = std::nullopt;
  }
  return all;
}

/// `x` and `y` are the values of `a` and `b`.
std::optional<bool> equal_terms(const Term& a, const Value& x, const Term& b, const Value& y) {
  if (a.is_triple() && b.is_triple()) return equal_triples(a.as_triple(), b.as_triple());
  if (!a.is_literal() || !b.is_literal()) return a == b;
  if (const auto p = numeric_type(x), q = numeric_type(y); p && q) {
    return number_order(x, y, std::max(*p, *q)) == 0;
  }
  if (a == b) return true;
  if (is_tagged(x) || is_tagged(y)) return false;
  const bool known =
      !std::holds_alternative<std::monostate>(x) && !std::holds_alternative<std::monostate>(y);
  return known ? equal_values(x, y) : std::nullopt;
}

}  // namespace

std::optional<bool> equal(const Operand& a, const Operand& b) {
  if (a.missing() || b.missing()) return std::nullopt;
  if (const auto p = numeric_type(a.value()), q = numeric_type(b.value()); p && q) {
    return number_order(a.value(), b.value(), std::max(*p, *q)) == 0;  // needs no terms
  }
  return equal_terms(a.term(), a.value(), b.term(), b.value());
}

std::optional<std::partial_ordering> order(const Value& a, const Value& b) {
  if (const auto p = numeric_type(a), q = numeric_type(b); p && q) {
    return number_order(a, b, std::max(*p, *q));
  }
  return std::visit(SameType{}, a, b);
}

}  // namespace dossier::functions

// SPDX-License-Identifier: Apache-2.0
#include "engine/functions/comparison.h"

#include <array>
#include <cmath>

#include "engine/functions/function.h"
#include "model/inline_codec.h"

namespace dossier::functions {
namespace {

using Kind = TermId::Kind;
namespace codec = inline_codec;

bool is_number(Kind kind) {
  return kind == Kind::integer || kind == Kind::decimal || kind == Kind::double_value;
}

/// Largest magnitude all of whose integers are doubles.
constexpr std::int64_t kExactDouble = std::int64_t{1} << 53;

/// The double nearest to an inline number; false where that takes more than one rounding.
bool quick_double(TermId id, double& value) {
  if (id.kind() == Kind::double_value) {
    value = codec::decode_double(id);
    return true;
  }
  const std::int64_t whole = codec::decode_signed(id);
  value = static_cast<double>(whole);
  if (id.kind() == Kind::integer) return true;
  value /= static_cast<double>(codec::kDecimalUnit);
  return whole > -kExactDouble && whole < kExactDouble;
}

__int128 millionths(TermId id) {
  const __int128 value = codec::decode_signed(id);
  return id.kind() == Kind::integer ? value * codec::kDecimalUnit : value;
}

template <typename T>
std::partial_ordering ordering(T a, T b) {
  return a < b    ? std::partial_ordering::less
         : a > b  ? std::partial_ordering::greater
         : a == b ? std::partial_ordering::equivalent
                  : std::partial_ordering::unordered;
}

/// The order of two inline numbers; false where it needs the values.
bool quick_number_order(TermId a, TermId b, std::partial_ordering& order) {
  if (a.kind() == b.kind() && a.kind() != Kind::double_value) {
    order = ordering(a.payload(), b.payload());
    return true;
  }
  if (a.kind() != Kind::double_value && b.kind() != Kind::double_value) {
    order = ordering(millionths(a), millionths(b));
    return true;
  }
  double x = 0;
  double y = 0;
  if (!quick_double(a, x) || !quick_double(b, y)) return false;
  order = ordering(x, y);
  return true;
}

/// Kinds in which id order is the order of `<`.
bool is_ordered_by_id(Kind kind) {
  return kind == Kind::date || kind == Kind::date_time || kind == Kind::date_time_utc ||
         kind == Kind::boolean || kind == Kind::short_string;
}

std::partial_ordering number_order(const Value& a, const Value& b, NumericType type) {
  switch (type) {
    case NumericType::integer:
      return std::get<xsd::Integer>(a) <=> std::get<xsd::Integer>(b);
    case NumericType::decimal:
      return to_decimal(a) <=> to_decimal(b);
    case NumericType::float_number:
      return ordering(to_float(a), to_float(b));
    case NumericType::double_number:
      break;
  }
  return ordering(to_double(a), to_double(b));
}

using Order = std::optional<std::partial_ordering>;

/// Undecided orders are errors for moments and durations, unlike for NaN.
Order decided(std::partial_ordering order) {
  return order == std::partial_ordering::unordered ? std::nullopt : Order(order);
}

struct SameType {
  Order operator()(bool a, bool b) const { return ordering(a, b); }
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

TermId as_id(std::optional<bool> value) { return value ? Evaluation::put(*value) : TermId(); }

bool quick_equal_pair(std::span<const TermId> ids, TermId& result) {
  return quick_equal(ids[0], ids[1], result);
}

bool quick_not_equal(std::span<const TermId> ids, TermId& result) {
  if (!quick_equal(ids[0], ids[1], result)) return false;
  if (result) result = Evaluation::put(!codec::decode_boolean(result));
  return true;
}

TermId scalar_equal(Evaluation&, std::span<const Operand> args) {
  return as_id(equal(args[0], args[1]));
}

TermId scalar_not_equal(Evaluation&, std::span<const Operand> args) {
  const auto same = equal(args[0], args[1]);
  return same ? Evaluation::put(!*same) : TermId();
}

/// `Holds` says for which orders the operator is true.
template <auto Holds>
bool quick_order(std::span<const TermId> ids, TermId& result) {
  const TermId a = ids[0];
  const TermId b = ids[1];
  if (!a || !b) {
    result = {};
    return true;
  }
  std::partial_ordering order = std::partial_ordering::unordered;
  if (a.is_local() || b.is_local()) return false;
  if (is_number(a.kind()) && is_number(b.kind())) {
    if (!quick_number_order(a, b, order)) return false;
  } else if (a.kind() == b.kind() && is_ordered_by_id(a.kind())) {
    order = ordering(a.payload(), b.payload());
  } else {
    return false;
  }
  result = Evaluation::put(Holds(order));
  return true;
}

template <auto Holds>
TermId scalar_order(Evaluation&, std::span<const Operand> args) {
  const Order result = order(args[0].value(), args[1].value());
  return result ? Evaluation::put(Holds(*result)) : TermId();
}

constexpr auto kLess = [](std::partial_ordering o) { return o < 0; };
constexpr auto kGreater = [](std::partial_ordering o) { return o > 0; };
constexpr auto kLessEqual = [](std::partial_ordering o) { return o <= 0; };
constexpr auto kGreaterEqual = [](std::partial_ordering o) { return o >= 0; };

TermId logical_not(Evaluation&, std::span<const Operand> args) {
  const auto value = effective_boolean(args[0]);
  return value ? Evaluation::put(!*value) : TermId();
}

bool quick_not(std::span<const TermId> ids, TermId& result) {
  if (ids[0] && ids[0].kind() != Kind::boolean) return false;
  result = ids[0] ? Evaluation::put(!codec::decode_boolean(ids[0])) : TermId();
  return true;
}

}  // namespace

bool quick_equal(TermId a, TermId b, TermId& result) {
  result = {};
  if (!a || !b) return true;
  if (Evaluation::is_pending(a) || Evaluation::is_pending(b)) return false;
  const Kind p = a.kind();
  const Kind q = b.kind();
  if (p == Kind::triple && q == Kind::triple) return false;
  if (!a.is_literal() || !b.is_literal()) {
    result = Evaluation::put(a == b);
    return true;
  }
  if (p == Kind::typed_literal || q == Kind::typed_literal) {
    if (p != Kind::lang_string && q != Kind::lang_string) return false;
  } else if (is_number(p) && is_number(q)) {
    std::partial_ordering order = std::partial_ordering::unordered;
    if (!quick_number_order(a, b, order)) return false;
    result = Evaluation::put(order == 0);
    return true;
  } else if (p != q && (p == Kind::date_time || p == Kind::date_time_utc) &&
             (q == Kind::date_time || q == Kind::date_time_utc)) {
    return false;
  }
  result = Evaluation::put(a == b);  // one kind or disjoint ones: equal values are equal ids
  return true;
}

bool same_term(const Operand& a, const Operand& b) {
  if (!Evaluation::is_pending(a.id()) && !Evaluation::is_pending(b.id())) return a.id() == b.id();
  return a.term() == b.term();
}

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

std::span<const OperatorFunction> comparison_operators() {
  using enum ast::Operator;
  static constexpr std::array<OperatorFunction, 7> kOperators{{
      {equal, {"=", scalar_equal, quick_equal_pair}},
      {not_equal, {"!=", scalar_not_equal, quick_not_equal}},
      {less, {"<", scalar_order<kLess>, quick_order<kLess>}},
      {greater, {">", scalar_order<kGreater>, quick_order<kGreater>}},
      {less_equal, {"<=", scalar_order<kLessEqual>, quick_order<kLessEqual>}},
      {greater_equal, {">=", scalar_order<kGreaterEqual>, quick_order<kGreaterEqual>}},
      {ast::Operator::logical_not, {"!", dossier::functions::logical_not, quick_not}},
  }};
  return kOperators;
}

}  // namespace dossier::functions

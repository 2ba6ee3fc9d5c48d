// SPDX-License-Identifier: Apache-2.0
// The comparison operators: from ids where they tell, else from the values.
#include "engine/functions/comparison.h"

#include <array>

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

/// The order of two inline numbers; false where it needs the values.
bool quick_number_order(TermId a, TermId b, std::partial_ordering& order) {
  if (a.kind() == b.kind() && a.kind() != Kind::double_value) {
    order = a.payload() <=> b.payload();
    return true;
  }
  if (a.kind() != Kind::double_value && b.kind() != Kind::double_value) {
    order = millionths(a) <=> millionths(b);
    return true;
  }
  double x = 0;
  double y = 0;
  if (!quick_double(a, x) || !quick_double(b, y)) return false;
  order = x <=> y;
  return true;
}

/// Kinds in which id order is the order of `<`.
bool is_ordered_by_id(Kind kind) {
  return kind == Kind::date || kind == Kind::date_time || kind == Kind::date_time_utc ||
         kind == Kind::boolean || kind == Kind::short_string;
}

TermId as_id(std::optional<bool> value) { return value ? Evaluation::put(*value) : TermId(); }

/// IRIs of the store, which most comparisons are about: their ids decide.
bool are_stored_iris(TermId a, TermId b) {
  return a.is_iri() && b.is_iri() && !a.is_local() && !b.is_local();
}

bool quick_equal_pair(std::span<const TermId> ids, TermId& result) {
  if (are_stored_iris(ids[0], ids[1])) {
    result = Evaluation::put(ids[0] == ids[1]);
    return true;
  }
  return quick_equal(ids[0], ids[1], result);
}

bool quick_not_equal(std::span<const TermId> ids, TermId& result) {
  if (are_stored_iris(ids[0], ids[1])) {
    result = Evaluation::put(ids[0] != ids[1]);
    return true;
  }
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
    order = a.payload() <=> b.payload();
  } else {
    return false;
  }
  result = Evaluation::put(Holds(order));
  return true;
}

template <auto Holds>
TermId scalar_order(Evaluation&, std::span<const Operand> args) {
  const auto result = order(args[0].value(), args[1].value());
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

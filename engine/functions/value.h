// SPDX-License-Identifier: Apache-2.0
// Values of literals, and literals of values: what functions compute with.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "dossier/term.h"
#include "model/term_id.h"
#include "model/xsd/date_time.h"
#include "model/xsd/decimal.h"
#include "model/xsd/duration.h"
#include "model/xsd/gregorian.h"

namespace dossier::functions {

/// A string, with a language tag or without.
struct Text {
  std::string text;
  std::string language;
  Direction direction = Direction::none;
};

struct TypedDuration {
  xsd::Duration duration;
  xsd::DurationKind kind = xsd::DurationKind::any;
};

/// monostate: no value (an error; an IRI, blank node or triple term; a literal whose datatype is
/// unknown or whose lexical form is not legal). Term: a computed term that is not one of the
/// others; value_of() never gives it.
using Value =
    std::variant<std::monostate, bool, xsd::Integer, xsd::Decimal, float, double, Text,
                 xsd::DateTime, xsd::Date, xsd::Time, xsd::Gregorian, TypedDuration, Term>;

/// The value of a literal; of types derived from xsd:integer the integer, when in bounds.
Value value_of(const Term& term);
/// The value an inline id carries.
Value inline_value(TermId id);
/// In canonical form; `value` is not monostate.
Term to_term(Value value);
/// The memory of its strings.
std::size_t heap_bytes(const Value& value) noexcept;
/// The inline id of the term to_term() would give; none() when it has none.
TermId inline_id_of(const Value& value);

/// Numeric types in the order of promotion (17.3).
enum class NumericType : std::uint8_t { integer, decimal, float_number, double_number };

/// None for values that are no numbers.
std::optional<NumericType> numeric_type(const Value& value);
/// Of a number, converted to a type not below its own.
xsd::Decimal to_decimal(const Value& value);
float to_float(const Value& value);
double to_double(const Value& value);

}  // namespace dossier::functions

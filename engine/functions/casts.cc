// SPDX-License-Identifier: Apache-2.0
// Casts: a call of a datatype's IRI (SPARQL 1.1, section 17.5; the table of XPath 3.1 Functions and
// Operators, section 19.1).
#include <array>
#include <cmath>
#include <utility>

#include "engine/algebra/overloaded.h"
#include "engine/functions/function.h"
#include "model/vocabulary.h"
#include "model/xsd/datatype.h"
#include "model/xsd/floating.h"

namespace dossier::functions {
namespace {

using xsd::Datatype;
using xsd::DatatypeInfo;

/// The value as a string; none for a tagged string.
std::optional<std::string> to_string(const Value& value) {
  if (const auto* number = std::get_if<float>(&value)) return xsd::cast_to_string(*number);
  if (const auto* number = std::get_if<double>(&value)) return xsd::cast_to_string(*number);
  if (const auto* text = std::get_if<Text>(&value); text && !text->language.empty()) {
    return std::nullopt;
  }
  if (std::holds_alternative<std::monostate>(value)) return std::nullopt;
  return to_term(value).value();
}

/// Leading and trailing white space removed, as XML Schema reads every type but strings.
std::string_view trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t start = text.find_first_not_of(kSpace);
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(kSpace) - start + 1);
}

Value from_text(std::string_view text, const DatatypeInfo& target) {
  return value_of(
      Term::typed(std::string(trim(text)), vocabulary::iri(vocabulary::kXsd, target.local_name)));
}

template <typename T>
Value wrap(const std::optional<T>& value) {
  return value ? Value(*value) : Value();
}

/// The exact value of a number; none for INF and NaN.
std::optional<xsd::Decimal> exact(const Value& number) {
  if (*numeric_type(number) <= NumericType::decimal) return to_decimal(number);
  return xsd::Decimal::from_double(to_double(number));
}

Value from_number(const Value& number, Datatype target) {
  switch (target) {
    case Datatype::boolean: {
      const double value = to_double(number);
      // A decimal too small for a double is not zero.
      const auto precise = exact(number);
      return precise ? precise->sign() != 0 : !std::isnan(value);
    }
    case Datatype::integer: {
      const auto value = exact(number);
      return value ? Value(value->truncated()) : Value();
    }
    case Datatype::decimal:
      return wrap(exact(number));
    case Datatype::float_number: {
      if (const auto* value = std::get_if<double>(&number)) return static_cast<float>(*value);
      return to_float(number);
    }
    case Datatype::double_number:
      return to_double(number);
    default:
      return {};
  }
}

Value gregorian(const xsd::CivilDate& date, xsd::Zone zone, Datatype target) {
  using Kind = xsd::Gregorian::Kind;
  const xsd::CivilDate defaults = xsd::Gregorian{}.date;
  switch (target) {
    case Datatype::g_year:
      return xsd::Gregorian{Kind::year, {date.year, defaults.month, defaults.day}, zone};
    case Datatype::g_year_month:
      return xsd::Gregorian{Kind::year_month, {date.year, date.month, defaults.day}, zone};
    case Datatype::g_month:
      return xsd::Gregorian{Kind::month, {defaults.year, date.month, defaults.day}, zone};
    case Datatype::g_month_day:
      return xsd::Gregorian{Kind::month_day, {defaults.year, date.month, date.day}, zone};
    case Datatype::g_day:
      return xsd::Gregorian{Kind::day, {defaults.year, defaults.month, date.day}, zone};
    default:
      return {};
  }
}

Value from_moment(const xsd::DateTime& moment, Datatype target) {
  switch (target) {
    case Datatype::date_time:
      return moment;
    case Datatype::date:
      return xsd::Date{xsd::floor_divide(moment.second, xsd::kSecondsPerDay), moment.zone};
    case Datatype::time:
      return xsd::Time{static_cast<std::uint32_t>(moment.second_of_day()), moment.nanosecond,
                       moment.zone};
    default:
      return gregorian(moment.civil(), moment.zone, target);
  }
}

Value from_duration(const xsd::Duration& duration, Datatype target) {
  switch (target) {
    case Datatype::duration:
      return TypedDuration{duration, xsd::DurationKind::any};
    case Datatype::day_time_duration:
      return TypedDuration{{0, duration.nanoseconds}, xsd::DurationKind::day_time};
    case Datatype::year_month_duration:
      return TypedDuration{{duration.months, 0}, xsd::DurationKind::year_month};
    default:
      return {};
  }
}

Datatype datatype_of(xsd::Gregorian::Kind kind) {
  static constexpr std::array<Datatype, 5> kTypes{Datatype::g_year, Datatype::g_year_month,
                                                  Datatype::g_month, Datatype::g_month_day,
                                                  Datatype::g_day};
  return kTypes[static_cast<std::size_t>(kind)];
}

Value convert(const Value& value, const DatatypeInfo& target) {
  if (target.datatype == Datatype::string) {
    auto text = to_string(value);
    return text ? Value(Text{*std::move(text), {}, Direction::none}) : Value();
  }
  if (numeric_type(value)) return from_number(value, target.datatype);
  return std::visit(
      dossier::Overloaded{
          [&](bool v) {
            if (target.datatype == Datatype::boolean) return Value(v);
            return from_number(xsd::Integer(v ? 1 : 0), target.datatype);
          },
          [&](const Text& v) { return v.language.empty() ? from_text(v.text, target) : Value(); },
          [&](const xsd::DateTime& v) { return from_moment(v, target.datatype); },
          [&](const xsd::Date& v) {
            return target.datatype == Datatype::time ? Value()
                                                     : from_moment(v.start(), target.datatype);
          },
          [&](const xsd::Time& v) {
            return target.datatype == Datatype::time ? Value(v) : Value();
          },
          [&](const xsd::Gregorian& v) {
            return target.datatype == datatype_of(v.kind) ? Value(v) : Value();
          },
          [&](const TypedDuration& v) { return from_duration(v.duration, target.datatype); },
          [](const auto&) { return Value(); },
      },
      value);
}

bool is_iri(const Operand& operand) {
  return Evaluation::is_pending(operand.id()) ? operand.term().is_iri() : operand.id().is_iri();
}

TermId cast(Evaluation& evaluation, const DatatypeInfo& target, const Operand& operand) {
  if (operand.missing()) return {};
  if (target.datatype == Datatype::string && is_iri(operand)) {
    return evaluation.put_text(operand.term().value());
  }
  const Value value = convert(operand.value(), target);
  const auto* integer = std::get_if<xsd::Integer>(&value);
  if (integer == nullptr || target.local_name == "integer") return evaluation.put(value);
  if (!in_bounds(target, *integer)) return {};
  return evaluation.put(
      Term::typed(integer->to_string(), vocabulary::iri(vocabulary::kXsd, target.local_name)));
}

template <std::size_t Index>
TermId cast_to(Evaluation& evaluation, std::span<const Operand> args) {
  return cast(evaluation, xsd::datatypes()[Index], args[0]);
}

template <std::size_t... Index>
std::array<Function, sizeof...(Index)> make_casts(std::index_sequence<Index...>) {
  return {{{xsd::datatypes()[Index].local_name, cast_to<Index>}...}};
}

}  // namespace

std::span<const Function> casts() {
  static const auto table = make_casts(std::make_index_sequence<xsd::kDatatypeCount>());
  return table;
}

}  // namespace dossier::functions

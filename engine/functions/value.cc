// SPDX-License-Identifier: Apache-2.0
#include "engine/functions/value.h"

#include <array>
#include <utility>

#include "engine/algebra/overloaded.h"
#include "engine/runtime/term_bytes.h"
#include "model/inline_codec.h"
#include "model/vocabulary.h"
#include "model/xsd/datatype.h"
#include "model/xsd/floating.h"

namespace dossier::functions {
namespace {

namespace codec = inline_codec;
namespace datatype = vocabulary::xsd;
using xsd::Datatype;

template <typename T>
Value wrap(std::optional<T> value) {
  return value ? Value(*std::move(value)) : Value();
}

Value gregorian(xsd::Gregorian::Kind kind, std::string_view lexical) {
  return wrap(xsd::Gregorian::parse(kind, lexical));
}

Value duration(xsd::DurationKind kind, std::string_view lexical) {
  const auto value = xsd::Duration::parse(lexical, kind);
  return value ? Value(TypedDuration{*value, kind}) : Value();
}

Value integer(const xsd::DatatypeInfo& info, std::string_view lexical) {
  auto value = xsd::Integer::parse(lexical);
  return value && in_bounds(info, *value) ? Value(*std::move(value)) : Value();
}

Value parse(const xsd::DatatypeInfo& info, const std::string& lexical) {
  using Kind = xsd::Gregorian::Kind;
  switch (info.datatype) {
    case Datatype::string:
      return Text{lexical, {}, Direction::none};
    case Datatype::boolean:
      return wrap(xsd::parse_boolean(lexical));
    case Datatype::integer:
      return integer(info, lexical);
    case Datatype::decimal:
      return wrap(xsd::Decimal::parse(lexical));
    case Datatype::float_number:
      return wrap(xsd::parse_float(lexical));
    case Datatype::double_number:
      return wrap(xsd::parse_double(lexical));
    case Datatype::date_time:
      return wrap(xsd::DateTime::parse(lexical));
    case Datatype::date:
      return wrap(xsd::Date::parse(lexical));
    case Datatype::time:
      return wrap(xsd::Time::parse(lexical));
    case Datatype::g_year:
      return gregorian(Kind::year, lexical);
    case Datatype::g_year_month:
      return gregorian(Kind::year_month, lexical);
    case Datatype::g_month:
      return gregorian(Kind::month, lexical);
    case Datatype::g_month_day:
      return gregorian(Kind::month_day, lexical);
    case Datatype::g_day:
      return gregorian(Kind::day, lexical);
    case Datatype::duration:
      return duration(xsd::DurationKind::any, lexical);
    case Datatype::day_time_duration:
      return duration(xsd::DurationKind::day_time, lexical);
    case Datatype::year_month_duration:
      return duration(xsd::DurationKind::year_month, lexical);
  }
  return {};
}

Term typed(std::string lexical, std::string_view type) {
  return Term::typed(std::move(lexical), std::string(type));
}

std::string_view datatype_of(xsd::Gregorian::Kind kind) {
  static constexpr std::array<std::string_view, 5> kNames{datatype::kGYear, datatype::kGYearMonth,
                                                          datatype::kGMonth, datatype::kGMonthDay,
                                                          datatype::kGDay};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view datatype_of(xsd::DurationKind kind) {
  static constexpr std::array<std::string_view, 3> kNames{
      datatype::kDuration, datatype::kDayTimeDuration, datatype::kYearMonthDuration};
  return kNames[static_cast<std::size_t>(kind)];
}

Term text_term(Text&& text) {
  if (text.language.empty()) return Term::string(std::move(text.text));
  return Term::lang(std::move(text.text), std::move(text.language), text.direction);
}

TermId inline_decimal(const xsd::Decimal& value) {
  const auto unscaled = value.unscaled().to_int64();
  if (!unscaled || value.scale() > codec::kDecimalDigits) return {};
  std::int64_t millionths = *unscaled;
  for (unsigned digits = value.scale(); digits < codec::kDecimalDigits; ++digits) {
    if (__builtin_mul_overflow(millionths, std::int64_t{10}, &millionths)) return {};
  }
  return codec::encode_decimal(millionths);
}

TermId inline_date_time(const xsd::DateTime& value) {
  if (value.zone && *value.zone != 0) return {};
  const auto kind = value.zone ? TermId::Kind::date_time_utc : TermId::Kind::date_time;
  return codec::encode_date_time(kind, value.second, value.nanosecond);
}

xsd::DateTime decode_date_time(TermId id, xsd::Zone zone) {
  return {codec::decode_date_time_second(id), codec::decode_date_time_nanosecond(id), zone};
}

}  // namespace

Value value_of(const Term& term) {
  if (!term.is_literal()) return {};
  if (!term.language().empty()) {
    return Text{term.value(), std::string(term.language()), term.direction()};
  }
  const xsd::DatatypeInfo* info = xsd::find_datatype(term.datatype());
  return info ? parse(*info, term.value()) : Value();
}

Value inline_value(TermId id) {
  switch (id.kind()) {
    case TermId::Kind::short_string: {
      std::array<char, codec::kShortString> buffer{};
      return Text{std::string(codec::decode_short_string(id, buffer.data())), {}, Direction::none};
    }
    case TermId::Kind::boolean:
      return codec::decode_boolean(id);
    case TermId::Kind::integer:
      return xsd::Integer(codec::decode_integer(id));
    case TermId::Kind::decimal:
      return xsd::Decimal(codec::decode_decimal(id), codec::kDecimalDigits);
    case TermId::Kind::double_value:
      return codec::decode_double(id);
    case TermId::Kind::date:
      return xsd::Date{codec::decode_date(id), {}};
    case TermId::Kind::date_time:
      return decode_date_time(id, {});
    case TermId::Kind::date_time_utc:
      return decode_date_time(id, std::int16_t{0});
    default:
      return {};
  }
}

std::size_t heap_bytes(const Value& value) noexcept {
  if (const auto* text = std::get_if<Text>(&value)) return text_bytes(text->text.capacity());
  const auto* term = std::get_if<Term>(&value);
  return term == nullptr ? 0 : dossier::heap_bytes(*term);
}

Term to_term(Value value) {
  return std::visit(
      dossier::Overloaded{
          [](std::monostate) { return Term(); },
          [](bool v) { return Term::boolean(v); },
          [](const xsd::Integer& v) { return typed(v.to_string(), datatype::kInteger); },
          [](const xsd::Decimal& v) { return typed(v.to_string(), datatype::kDecimal); },
          [](float v) { return typed(xsd::format_float(v), datatype::kFloat); },
          [](double v) { return typed(xsd::format_double(v), datatype::kDouble); },
          [](Text&& v) { return text_term(std::move(v)); },
          [](const xsd::DateTime& v) { return typed(v.to_string(), datatype::kDateTime); },
          [](const xsd::Date& v) { return typed(v.to_string(), datatype::kDate); },
          [](const xsd::Time& v) { return typed(v.to_string(), datatype::kTime); },
          [](const xsd::Gregorian& v) { return typed(v.to_string(), datatype_of(v.kind)); },
          [](const TypedDuration& v) {
            return typed(v.duration.to_string(v.kind), datatype_of(v.kind));
          },
          [](Term&& v) { return std::move(v); },
      },
      std::move(value));
}

TermId inline_id_of(const Value& value) {
  return std::visit(
      dossier::Overloaded{
          [](bool v) { return codec::encode_boolean(v); },
          [](const xsd::Integer& v) {
            const auto small = v.to_int64();
            return small ? codec::encode_integer(*small) : TermId();
          },
          [](const xsd::Decimal& v) { return inline_decimal(v); },
          [](double v) { return codec::encode_double(v); },
          [](const Text& v) {
            return v.language.empty() ? codec::encode_short_string(v.text) : TermId();
          },
          [](const xsd::DateTime& v) { return inline_date_time(v); },
          [](const xsd::Date& v) { return v.zone ? TermId() : codec::encode_date(v.day); },
          [](const auto&) { return TermId(); },
      },
      value);
}

std::optional<NumericType> numeric_type(const Value& value) {
  if (std::holds_alternative<xsd::Integer>(value)) return NumericType::integer;
  if (std::holds_alternative<xsd::Decimal>(value)) return NumericType::decimal;
  if (std::holds_alternative<float>(value)) return NumericType::float_number;
  if (std::holds_alternative<double>(value)) return NumericType::double_number;
  return std::nullopt;
}

xsd::Decimal to_decimal(const Value& value) {
  if (const auto* integer = std::get_if<xsd::Integer>(&value)) return *integer;
  return std::get<xsd::Decimal>(value);
}

float to_float(const Value& value) {
  if (const auto* number = std::get_if<float>(&value)) return *number;
  return to_decimal(value).to_float();
}

double to_double(const Value& value) {
  if (const auto* number = std::get_if<double>(&value)) return *number;
  if (const auto* number = std::get_if<float>(&value)) return *number;
  return to_decimal(value).to_double();
}

}  // namespace dossier::functions

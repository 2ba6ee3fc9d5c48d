// SPDX-License-Identifier: Apache-2.0
// Parts of moments (SPARQL 1.1, section 17.4.5). Beyond the specification, which has xsd:dateTime
// only, xsd:date and xsd:time answer for the parts they have.
#include <array>

#include "engine/functions/function.h"
#include "model/inline_codec.h"

namespace dossier::functions {
namespace {

using ast::Builtin;
using Kind = TermId::Kind;
namespace codec = inline_codec;

std::optional<xsd::CivilDate> date_of(const Value& value) {
  if (const auto* moment = std::get_if<xsd::DateTime>(&value)) return moment->civil();
  if (const auto* date = std::get_if<xsd::Date>(&value)) return date->civil();
  return std::nullopt;
}

struct Clock {
  std::int64_t second = 0;  ///< of the day
  std::uint32_t nanosecond = 0;
};

std::optional<Clock> clock_of(const Value& value) {
  if (const auto* moment = std::get_if<xsd::DateTime>(&value)) {
    return Clock{moment->second_of_day(), moment->nanosecond};
  }
  if (const auto* time = std::get_if<xsd::Time>(&value)) {
    return Clock{time->second, time->nanosecond};
  }
  return std::nullopt;
}

constexpr auto kYear = [](const xsd::CivilDate& date) { return date.year; };
constexpr auto kMonth = [](const xsd::CivilDate& date) { return std::int64_t{date.month}; };
constexpr auto kDay = [](const xsd::CivilDate& date) { return std::int64_t{date.day}; };
constexpr auto kHours = [](const Clock& clock) { return clock.second / 3600; };
constexpr auto kMinutes = [](const Clock& clock) { return clock.second / 60 % 60; };

template <auto Part>
TermId date_part(Evaluation& evaluation, std::span<const Operand> args) {
  const auto date = date_of(args[0].value());
  return date ? evaluation.put(xsd::Integer(Part(*date))) : TermId();
}

template <auto Part>
TermId clock_part(Evaluation& evaluation, std::span<const Operand> args) {
  const auto clock = clock_of(args[0].value());
  return clock ? evaluation.put(xsd::Integer(Part(*clock))) : TermId();
}

bool is_date_time(TermId id) {
  return id.kind() == Kind::date_time || id.kind() == Kind::date_time_utc;
}

template <auto Part>
bool quick_date(std::span<const TermId> ids, TermId& result) {
  const TermId id = ids[0];
  result = {};
  if (!id) return true;
  std::int64_t day = 0;
  if (id.kind() == Kind::date) {
    day = codec::decode_date(id);
  } else if (is_date_time(id)) {
    day = xsd::floor_divide(codec::decode_date_time_second(id), xsd::kSecondsPerDay);
  } else {
    return false;
  }
  result = codec::encode_integer(Part(xsd::civil_from_days(day)));
  return true;
}

template <auto Part>
bool quick_clock(std::span<const TermId> ids, TermId& result) {
  if (!is_date_time(ids[0])) return false;
  const std::int64_t second = codec::decode_date_time_second(ids[0]);
  result = codec::encode_integer(Part(Clock{xsd::floor_modulo(second, xsd::kSecondsPerDay), 0}));
  return true;
}

TermId seconds(Evaluation& evaluation, std::span<const Operand> args) {
  const auto clock = clock_of(args[0].value());
  if (!clock) return {};
  const std::int64_t nanos = clock->second % 60 * xsd::kNanosPerSecond + clock->nanosecond;
  return evaluation.put(xsd::Decimal(nanos, 9));
}

/// The zone of a moment; the outer optional is none for other values.
std::optional<xsd::Zone> zone_of(const Value& value) {
  if (const auto* moment = std::get_if<xsd::DateTime>(&value)) return moment->zone;
  if (const auto* date = std::get_if<xsd::Date>(&value)) return date->zone;
  if (const auto* time = std::get_if<xsd::Time>(&value)) return time->zone;
  return std::nullopt;
}

TermId timezone(Evaluation& evaluation, std::span<const Operand> args) {
  const auto zone = zone_of(args[0].value());
  if (!zone || !*zone) return {};
  const xsd::Duration offset{0, xsd::Nanoseconds{**zone} * 60 * xsd::kNanosPerSecond};
  return evaluation.put(TypedDuration{offset, xsd::DurationKind::day_time});
}

TermId timezone_text(Evaluation& evaluation, std::span<const Operand> args) {
  const auto zone = zone_of(args[0].value());
  if (!zone) return {};
  std::string text;
  xsd::lexical::append_zone(text, *zone);
  return evaluation.put_text(std::move(text));
}

TermId now(Evaluation& evaluation, std::span<const Operand>) {
  return evaluation.put(evaluation.context().now());
}

}  // namespace

std::span<const BuiltinFunction> date_functions() {
  static constexpr std::array<BuiltinFunction, 9> kFunctions{{
      {Builtin::year, {"YEAR", date_part<kYear>, quick_date<kYear>}},
      {Builtin::month, {"MONTH", date_part<kMonth>, quick_date<kMonth>}},
      {Builtin::day, {"DAY", date_part<kDay>, quick_date<kDay>}},
      {Builtin::hours, {"HOURS", clock_part<kHours>, quick_clock<kHours>}},
      {Builtin::minutes, {"MINUTES", clock_part<kMinutes>, quick_clock<kMinutes>}},
      {Builtin::seconds, {"SECONDS", seconds}},
      {Builtin::timezone, {"TIMEZONE", timezone}},
      {Builtin::tz, {"TZ", timezone_text}},
      {Builtin::now, {"NOW", now}},
  }};
  return kFunctions;
}

}  // namespace dossier::functions

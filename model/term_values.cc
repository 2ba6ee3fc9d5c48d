// SPDX-License-Identifier: Apache-2.0
// Literals of the common types as C++ values, and back.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "dossier/error.h"
#include "dossier/term.h"
#include "model/vocabulary.h"
#include "model/xsd/datatype.h"
#include "model/xsd/date_time.h"
#include "model/xsd/decimal.h"
#include "model/xsd/floating.h"

namespace dossier {

namespace {

using xsd::Datatype;
using Days = std::chrono::sys_days;
using Microseconds = std::chrono::sys_time<std::chrono::microseconds>;

/// What std::chrono's calendar can say: years -32767 to 32767.
constexpr std::int64_t kLastDay = 11'248'737;
constexpr std::int64_t kFirstDay = -12'687'428;

const xsd::DatatypeInfo* datatype_of(const Term& term) {
  return term.is_literal() ? xsd::find_datatype(term.datatype()) : nullptr;
}

std::optional<xsd::Integer> integer_of(const Term& term, const xsd::DatatypeInfo& info) {
  std::optional<xsd::Integer> value = xsd::Integer::parse(term.value());
  if (value && !xsd::in_bounds(info, *value)) value.reset();
  return value;
}

std::optional<double> number_of(const Term& term, const xsd::DatatypeInfo& info) {
  switch (info.datatype) {
    case Datatype::integer:
      if (const auto value = integer_of(term, info)) return value->to_double();
      return std::nullopt;
    case Datatype::decimal:
      if (const auto value = xsd::Decimal::parse(term.value())) return value->to_double();
      return std::nullopt;
    case Datatype::float_number:
      if (const auto value = xsd::parse_float(term.value())) return *value;
      return std::nullopt;
    case Datatype::double_number:
      return xsd::parse_double(term.value());
    default:
      return std::nullopt;
  }
}

}  // namespace

Term Term::real(double value) {
  return typed(xsd::format_double(value), vocabulary::iri(vocabulary::kXsd, "double"));
}

Term Term::decimal(std::string_view digits) {
  const std::optional<xsd::Decimal> value = xsd::Decimal::parse(digits);
  if (!value)
    throw Error(ErrorCode::usage, fmt::format("\"{}\" is no xsd:decimal; write digits with at most "
                                              "one point, such as 12.50",
                                              digits));
  return typed(value->to_string(), vocabulary::iri(vocabulary::kXsd, "decimal"));
}

Term Term::date(Days day) {
  const xsd::Date date{day.time_since_epoch().count(), {}};
  return typed(date.to_string(), vocabulary::iri(vocabulary::kXsd, "date"));
}

Term Term::date_time(Microseconds time) {
  const auto since = std::int64_t{time.time_since_epoch().count()};
  const xsd::DateTime value{xsd::floor_divide(since, 1'000'000),
                            static_cast<std::uint32_t>(xsd::floor_modulo(since, 1'000'000)) * 1000,
                            std::int16_t{0}};
  return typed(value.to_string(), vocabulary::iri(vocabulary::kXsd, "dateTime"));
}

bool Term::read(std::int64_t& value) const {
  const xsd::DatatypeInfo* info = datatype_of(*this);
  if (info == nullptr || info->datatype != Datatype::integer) return false;
  const std::optional<xsd::Integer> number = integer_of(*this, *info);
  const std::optional<std::int64_t> small = number ? number->to_int64() : std::nullopt;
  if (small) value = *small;
  return small.has_value();
}

bool Term::read(double& value) const {
  const xsd::DatatypeInfo* info = datatype_of(*this);
  const std::optional<double> number = info == nullptr ? std::nullopt : number_of(*this, *info);
  if (number) value = *number;
  return number.has_value();
}

bool Term::read(bool& value) const {
  const xsd::DatatypeInfo* info = datatype_of(*this);
  if (info == nullptr || info->datatype != Datatype::boolean) return false;
  const std::optional<bool> truth = xsd::parse_boolean(value_);
  if (truth) value = *truth;
  return truth.has_value();
}

bool Term::read(std::string& value) const {
  if (kind_ != Kind::iri && kind_ != Kind::literal) return false;
  value = value_;
  return true;
}

bool Term::read(Days& value) const {
  const xsd::DatatypeInfo* info = datatype_of(*this);
  if (info == nullptr || info->datatype != Datatype::date) return false;
  const std::optional<xsd::Date> date = xsd::Date::parse(value_);
  if (!date || date->day < kFirstDay || date->day > kLastDay) return false;
  value = Days(std::chrono::days(static_cast<int>(date->day)));
  return true;
}

bool Term::read(Microseconds& value) const {
  const xsd::DatatypeInfo* info = datatype_of(*this);
  if (info == nullptr || info->datatype != Datatype::date_time) return false;
  const std::optional<xsd::DateTime> time = xsd::DateTime::parse(value_);
  if (!time) return false;
  const xsd::Nanoseconds moment = time->timeline();
  // Rounded down, before 1970 too.
  const xsd::Nanoseconds microseconds = moment / 1000 - (moment % 1000 < 0 ? 1 : 0);
  if (microseconds < std::numeric_limits<std::int64_t>::min() ||
      microseconds > std::numeric_limits<std::int64_t>::max())
    return false;
  value = Microseconds(std::chrono::microseconds(static_cast<std::int64_t>(microseconds)));
  return true;
}

void Term::refuse(const char* type) const {
  throw Error(ErrorCode::usage, fmt::format("{} is not {}", to_string(), type));
}

}  // namespace dossier

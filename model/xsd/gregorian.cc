// SPDX-License-Identifier: Apache-2.0
#include "model/xsd/gregorian.h"

#include "model/xsd/date_time.h"

namespace dossier::xsd {
namespace {

using Kind = Gregorian::Kind;

bool take_parts(Kind kind, std::string_view& text, CivilDate& date) {
  switch (kind) {
    case Kind::year:
      return lexical::take_year(text, date.year);
    case Kind::year_month:
      return lexical::take_year(text, date.year) && lexical::take_char(text, '-') &&
             lexical::take_two(text, 1, 12, date.month);
    case Kind::month:
      return lexical::take_char(text, '-') && lexical::take_char(text, '-') &&
             lexical::take_two(text, 1, 12, date.month);
    case Kind::month_day:
      return take_parts(Kind::month, text, date) && lexical::take_char(text, '-') &&
             lexical::take_two(text, 1, days_in_month(date.year, date.month), date.day);
    case Kind::day:
      return lexical::take_char(text, '-') && lexical::take_char(text, '-') &&
             lexical::take_char(text, '-') && lexical::take_two(text, 1, 31, date.day);
  }
  return false;
}

}  // namespace

std::optional<Gregorian> Gregorian::parse(Kind kind, std::string_view text) {
  Gregorian value;
  value.kind = kind;
  if (!take_parts(kind, text, value.date) || !lexical::take_zone(text, value.zone)) {
    return std::nullopt;
  }
  return value;
}

std::string Gregorian::to_string() const {
  std::string out;
  if (kind == Kind::year || kind == Kind::year_month) {
    lexical::append_year(out, date.year);
  } else {
    out += '-';
  }
  if (kind != Kind::year) out += '-';
  if (kind == Kind::year_month || kind == Kind::month || kind == Kind::month_day) {
    lexical::append_two(out, date.month);
  }
  if (kind == Kind::month_day || kind == Kind::day) {
    out += '-';
    lexical::append_two(out, date.day);
  }
  lexical::append_zone(out, zone);
  return out;
}

std::partial_ordering operator<=>(const Gregorian& a, const Gregorian& b) {
  if (a.kind != b.kind) return std::partial_ordering::unordered;
  return Date{days_from_civil(a.date), a.zone} <=> Date{days_from_civil(b.date), b.zone};
}

}  // namespace dossier::xsd

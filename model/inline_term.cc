// SPDX-License-Identifier: Apache-2.0
#include "model/inline_term.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "model/ascii.h"
#include "model/inline_codec.h"
#include "model/vocabulary.h"
#include "model/xsd/date_time.h"
#include "model/xsd/floating.h"

namespace dossier {
namespace {

using Kind = TermId::Kind;
namespace codec = inline_codec;
namespace datatype = vocabulary::xsd;

constexpr std::size_t kLongest = 40;  // no canonical form of an inline number or date is longer

TermId integer_id(std::string_view text) {
  const bool negative = text.starts_with('-');
  std::string_view digits = text.substr(negative ? 1 : 0);
  if (digits.empty() || digits.size() > 17) return {};
  if (digits.front() == '0' && text.size() > 1) return {};
  std::int64_t value = 0;
  for (const char c : digits) {
    if (!is_ascii_digit(c)) return {};
    value = value * 10 + (c - '0');
  }
  return codec::encode_integer(negative ? -value : value);
}

TermId decimal_id(std::string_view text) {
  const bool negative = text.starts_with('-');
  const std::string_view rest = text.substr(negative ? 1 : 0);
  const std::size_t point = rest.find('.');
  std::string digits(rest.substr(0, point));
  if (digits.empty() || digits.size() > 11) return {};
  std::size_t fraction = 0;
  if (point != std::string_view::npos) {
    fraction = rest.size() - point - 1;
    if (fraction == 0 || fraction > codec::kDecimalDigits || rest.back() == '0') return {};
    digits += rest.substr(point + 1);
  }
  if (rest.front() == '0' && rest.size() > 1 && rest[1] != '.') return {};
  digits.append(codec::kDecimalDigits - fraction, '0');
  std::int64_t value = 0;
  for (const char c : digits) {
    if (!is_ascii_digit(c)) return {};
    value = value * 10 + (c - '0');
  }
  if (negative && value == 0) return {};
  return codec::encode_decimal(negative ? -value : value);
}

std::string decimal_text(std::int64_t millionths) {
  std::string text = std::to_string(millionths < 0 ? -millionths : millionths);
  if (text.size() <= codec::kDecimalDigits) {
    text.insert(0, codec::kDecimalDigits + 1 - text.size(), '0');
  }
  text.insert(text.size() - codec::kDecimalDigits, 1, '.');
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  if (millionths < 0) text.insert(0, 1, '-');
  return text;
}

TermId double_id(std::string_view text) {
  const auto value = xsd::parse_double(text);
  if (!value || xsd::format_double(*value) != text) return {};
  return codec::encode_double(*value);
}

TermId date_id(std::string_view text) {
  const auto date = xsd::Date::parse(text);
  if (!date || date->zone || date->to_string() != text) return {};
  return codec::encode_date(date->day);
}

TermId date_time_id(std::string_view text) {
  const auto moment = xsd::DateTime::parse(text);
  if (!moment || (moment->zone && *moment->zone != 0) || moment->to_string() != text) return {};
  return codec::encode_date_time(moment->zone ? Kind::date_time_utc : Kind::date_time,
                                 moment->second, moment->nanosecond);
}

TermId boolean_id(std::string_view text) {
  if (text != "true" && text != "false") return {};
  return codec::encode_boolean(text == "true");
}

struct Encoder {
  std::string_view datatype;
  TermId (*encode)(std::string_view);
};

constexpr std::array<Encoder, 6> kEncoders{{{datatype::kInteger, integer_id},
                                            {datatype::kDecimal, decimal_id},
                                            {datatype::kDouble, double_id},
                                            {datatype::kDate, date_id},
                                            {datatype::kDateTime, date_time_id},
                                            {datatype::kBoolean, boolean_id}}};

std::string date_time_text(TermId id, xsd::Zone zone) {
  return xsd::DateTime{codec::decode_date_time_second(id), codec::decode_date_time_nanosecond(id),
                       zone}
      .to_string();
}

void append_integer(std::string& out, std::int64_t value) {
  std::array<char, kLongest> digits{};
  out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
}

/// Sets `lexical` and says the datatype.
std::string_view decode(TermId id, std::string& lexical) {
  switch (id.kind()) {
    case Kind::boolean:
      lexical = codec::decode_boolean(id) ? "true" : "false";
      return datatype::kBoolean;
    case Kind::integer:
      lexical.clear();
      append_integer(lexical, codec::decode_integer(id));
      return datatype::kInteger;
    case Kind::decimal:
      lexical = decimal_text(codec::decode_decimal(id));
      return datatype::kDecimal;
    case Kind::double_value:
      lexical = xsd::format_double(codec::decode_double(id));
      return datatype::kDouble;
    case Kind::date:
      lexical = xsd::Date{codec::decode_date(id), std::nullopt}.to_string();
      return datatype::kDate;
    case Kind::date_time:
    case Kind::date_time_utc:
      lexical = date_time_text(id, id.kind() == Kind::date_time ? xsd::Zone() : xsd::Zone(0));
      return datatype::kDateTime;
    default:
      lexical.clear();
      return datatype::kString;  // not an inline id: the caller broke the contract
  }
}

}  // namespace

std::optional<TermId> inline_id(const Term& term) {
  if (!term.is_literal() || !term.language().empty()) return std::nullopt;
  return inline_id(term.value(), term.datatype());
}

std::optional<TermId> inline_id(std::string_view lexical, std::string_view type) {
  TermId id;
  if (type == datatype::kString) {
    id = codec::encode_short_string(lexical);
  } else if (lexical.size() <= kLongest) {
    for (const Encoder& encoder : kEncoders) {
      if (encoder.datatype == type) id = encoder.encode(lexical);
    }
  }
  return id ? std::optional(id) : std::nullopt;
}

TermView inline_view(TermId id, std::string& lexical) {
  TermView view;
  if (id.kind() == Kind::short_string) {
    std::array<char, codec::kShortString> buffer{};
    lexical = codec::decode_short_string(id, buffer.data());
  } else {
    view.kind = TermView::Kind::typed;
    view.qualifier = decode(id, lexical);
  }
  view.value = lexical;
  return view;
}

Term inline_term(TermId id) {
  std::string lexical;
  const TermView view = inline_view(id, lexical);
  if (view.kind == TermView::Kind::string) return Term::string(std::move(lexical));
  return Term::typed(std::move(lexical), std::string(view.qualifier));
}

}  // namespace dossier

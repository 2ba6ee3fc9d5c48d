// SPDX-License-Identifier: Apache-2.0
#include "model/xsd/floating.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <system_error>

#include "model/ascii.h"

namespace dossier::xsd {
namespace {

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_ascii_digit(text[at])) ++at;
  return at;
}

/// noDecimalPtNumeral, decimalPtNumeral or scientificNotationNumeral, without sign.
bool is_numeral(std::string_view text) {
  const std::size_t whole = skip_digits(text, 0);
  std::size_t digits = whole;
  std::size_t at = whole;
  if (at < text.size() && text[at] == '.') {
    const std::size_t end = skip_digits(text, at + 1);
    digits += end - at - 1;
    at = end;
  }
  if (digits == 0) return false;
  if (at == text.size()) return true;
  if (text[at] != 'e' && text[at] != 'E') return false;
  ++at;
  if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
  return at < text.size() && skip_digits(text, at) == text.size();
}

/// Whether a numeral beyond the type's range is too large (and not too small): by the decimal
/// exponent of its first digit that is not zero.
bool is_huge(std::string_view text) {
  const std::size_t e = text.find_first_of("eE");
  const std::string_view mantissa = text.substr(0, e);
  std::int64_t exponent = 0;
  if (e != std::string_view::npos) {
    const std::string_view digits = text.substr(e + 1);
    const bool negative = digits.front() == '-';
    const std::string_view magnitude = digits.substr(is_ascii_digit(digits.front()) ? 0 : 1);
    const auto [end, error] =
        std::from_chars(magnitude.data(), magnitude.data() + magnitude.size(), exponent);
    if (error != std::errc()) return !negative;
    if (negative) exponent = -exponent;
  }
  const auto point = static_cast<std::int64_t>(std::min(mantissa.find('.'), mantissa.size()));
  const auto first = static_cast<std::int64_t>(mantissa.find_first_of("123456789"));
  return exponent + point - first > 0;
}

template <typename Float>
std::optional<Float> parse(std::string_view lexical) {
  constexpr Float kInfinity = std::numeric_limits<Float>::infinity();
  if (lexical == "NaN") return std::numeric_limits<Float>::quiet_NaN();
  const bool negative = lexical.starts_with('-');
  if (negative || lexical.starts_with('+')) lexical.remove_prefix(1);
  Float value{};
  if (lexical == "INF") {
    value = kInfinity;
  } else {
    if (!is_numeral(lexical)) return std::nullopt;
    const auto [end, error] =
        std::from_chars(lexical.data(), lexical.data() + lexical.size(), value);
    if (error == std::errc::result_out_of_range) value = is_huge(lexical) ? kInfinity : Float{0};
  }
  return negative ? -value : value;
}

template <typename Float>
std::string special(Float value) {
  if (std::isnan(value)) return "NaN";
  return value > 0 ? "INF" : "-INF";
}

template <typename Float>
std::string format(Float value) {
  if (!std::isfinite(value)) return special(value);
  std::array<char, 40> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                          std::chars_format::scientific);
  const std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
  const std::size_t e = text.find('e');
  std::string out(text.substr(0, e));
  if (out.find('.') == std::string::npos) out += ".0";
  out += 'E';
  std::string_view exponent = text.substr(e + 1);  // "+05", "-07", "+123"
  if (exponent.front() == '-') out += '-';
  exponent.remove_prefix(1);
  while (exponent.size() > 1 && exponent.front() == '0') exponent.remove_prefix(1);
  out += exponent;
  return out;
}

template <typename Float>
std::string as_string(Float value) {
  constexpr auto kSmallest = static_cast<Float>(1e-6);
  constexpr auto kLargest = static_cast<Float>(1e6);
  const Float magnitude = std::fabs(value);
  if (value == 0) return std::signbit(value) ? "-0" : "0";
  if (!(magnitude >= kSmallest && magnitude < kLargest)) return format(value);
  std::array<char, 64> buffer{};
  const auto [end, error] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
  return {buffer.data(), end};
}

}  // namespace

std::optional<double> parse_double(std::string_view lexical) { return parse<double>(lexical); }
std::optional<float> parse_float(std::string_view lexical) { return parse<float>(lexical); }
std::string format_double(double value) { return format(value); }
std::string format_float(float value) { return format(value); }
std::string cast_to_string(double value) { return as_string(value); }
std::string cast_to_string(float value) { return as_string(value); }

}  // namespace dossier::xsd

// SPDX-License-Identifier: Apache-2.0
#include "model/xsd/decimal.h"

#include <algorithm>
#include <cmath>

#include "model/xsd/floating.h"

namespace dossier::xsd {
namespace {

struct Aligned {
  Integer a, b;
  unsigned scale;
};

/// Both over the larger of the two scales.
Aligned align(const Decimal& a, const Decimal& b) {
  const unsigned scale = std::max(a.scale(), b.scale());
  const auto at_scale = [scale](const Decimal& value) {
    if (value.scale() == scale) return value.unscaled();
    return value.unscaled() * Integer::power_of_ten(scale - value.scale());
  };
  return {at_scale(a), at_scale(b), scale};
}

/// numerator / denominator to the nearest whole number, halves to even.
Integer divide_half_even(const Integer& numerator, const Integer& denominator) {
  Integer quotient = numerator / denominator;
  const Integer rest = numerator % denominator;
  const Integer twice = rest.sign() < 0 ? -(rest + rest) : rest + rest;
  const auto order = twice <=> (denominator.sign() < 0 ? -denominator : denominator);
  const bool odd = (quotient % 2).sign() != 0;
  if (order < 0 || (order == 0 && !odd)) return quotient;
  return quotient + (numerator.sign() * denominator.sign() < 0 ? -1 : 1);
}

}  // namespace

Decimal::Decimal(Integer unscaled, unsigned scale) : unscaled_(std::move(unscaled)), scale_(scale) {
  if (unscaled_.sign() == 0) scale_ = 0;
  while (scale_ > 0 && (unscaled_ % 10).sign() == 0) {
    unscaled_ = unscaled_ / 10;
    --scale_;
  }
}

std::optional<Decimal> Decimal::parse(std::string_view lexical) {
  const std::size_t point = lexical.find('.');
  if (point == std::string_view::npos) {
    const auto integer = Integer::parse(lexical);
    return integer ? std::optional(Decimal(*integer)) : std::nullopt;
  }
  std::string digits(lexical.substr(0, point));
  std::string_view fraction = lexical.substr(point + 1);
  if (!fraction.empty() && (fraction.front() < '0' || fraction.front() > '9')) return std::nullopt;
  digits += fraction.substr(0, fraction.find_last_not_of('0') + 1);
  if (fraction.find_first_not_of('0') == std::string_view::npos) {
    // Only zeros or nothing after the point: then one digit is needed.
    if (!fraction.empty()) digits += '0';
    const auto scaled = Integer::parse(digits);
    if (!scaled) return std::nullopt;
    return Decimal(fraction.empty() ? *scaled : *scaled / 10);
  }
  const auto unscaled = Integer::parse(digits);
  if (!unscaled) return std::nullopt;
  return Decimal(*unscaled, static_cast<unsigned>(fraction.find_last_not_of('0') + 1));
}

std::optional<Decimal> Decimal::from_double(double value) {
  if (!std::isfinite(value)) return std::nullopt;
  int exponent = 0;
  auto mantissa = static_cast<std::int64_t>(std::ldexp(std::frexp(value, &exponent), 53));
  exponent -= 53;
  if (mantissa == 0) return Decimal();
  for (; mantissa % 2 == 0; mantissa /= 2) ++exponent;
  if (exponent >= 0) return Decimal(Integer::shifted(mantissa, static_cast<unsigned>(exponent)));
  // m / 2^n is m * 5^n / 10^n.
  const auto scale = static_cast<unsigned>(-exponent);
  return Decimal(Integer(mantissa) * Integer::power_of_five(scale), scale);
}

std::string Decimal::to_string() const {
  std::string text = unscaled_.to_string();
  if (scale_ == 0) return text;
  const std::size_t sign = text.front() == '-' ? 1 : 0;
  if (text.size() - sign <= scale_) text.insert(sign, scale_ + 1 - (text.size() - sign), '0');
  text.insert(text.size() - scale_, 1, '.');
  return text;
}

double Decimal::to_double() const {
  return scale_ == 0 ? unscaled_.to_double() : *parse_double(to_string());
}
float Decimal::to_float() const { return *parse_float(to_string()); }

Integer Decimal::truncated() const {
  return scale_ == 0 ? unscaled_ : unscaled_ / Integer::power_of_ten(scale_);
}

Integer Decimal::floor() const { return scale_ > 0 && sign() < 0 ? truncated() - 1 : truncated(); }

Integer Decimal::ceil() const { return scale_ > 0 && sign() > 0 ? truncated() + 1 : truncated(); }

Integer Decimal::round() const { return scale_ == 0 ? unscaled_ : (*this + Decimal(5, 1)).floor(); }

Decimal Decimal::operator-() const {
  Decimal negated = *this;
  negated.unscaled_ = -unscaled_;
  return negated;
}

Decimal operator+(const Decimal& a, const Decimal& b) {
  const Aligned both = align(a, b);
  return {both.a + both.b, both.scale};
}

Decimal operator-(const Decimal& a, const Decimal& b) {
  const Aligned both = align(a, b);
  return {both.a - both.b, both.scale};
}

Decimal operator*(const Decimal& a, const Decimal& b) {
  return {a.unscaled() * b.unscaled(), a.scale() + b.scale()};
}

std::optional<Decimal> divide(const Decimal& a, const Decimal& b) {
  if (b.sign() == 0) return std::nullopt;
  // (ua / 10^sa) / (ub / 10^sb), multiplied by 10^kDivisionDigits before the whole division.
  const Integer numerator =
      a.unscaled() * Integer::power_of_ten(Decimal::kDivisionDigits + b.scale());
  const Integer denominator = b.unscaled() * Integer::power_of_ten(a.scale());
  return Decimal(divide_half_even(numerator, denominator), Decimal::kDivisionDigits);
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if (a.scale() == b.scale()) return a.unscaled() <=> b.unscaled();
  const Aligned both = align(a, b);
  return both.a <=> both.b;
}

}  // namespace dossier::xsd

// SPDX-License-Identifier: Apache-2.0
// xsd:decimal (XSD 1.1 part 2, 3.3.3): exact decimal fractions of any size.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/xsd/integer.h"

namespace dossier::xsd {

/// Immutable value: an integer divided by a power of ten, kept without trailing fraction zeros.
class Decimal {
 public:
  /// Digits after the point of a quotient that has no end; rounded half to even.
  static constexpr unsigned kDivisionDigits = 24;

  Decimal() = default;
  explicit(false) Decimal(Integer value) : unscaled_(std::move(value)) {}
  /// `unscaled` divided by ten to the `scale`.
  Decimal(Integer unscaled, unsigned scale);

  /// Legal lexical forms: optional sign, digits with at most one point among, before or after them.
  static std::optional<Decimal> parse(std::string_view lexical);
  /// The exact value of a finite number; none for INF and NaN.
  static std::optional<Decimal> from_double(double value);

  /// The canonical form: no point for a whole number, at least one digit on either side otherwise.
  std::string to_string() const;
  double to_double() const;
  float to_float() const;
  /// Without its fraction.
  Integer truncated() const;
  bool is_integer() const noexcept { return scale_ == 0; }
  int sign() const noexcept { return unscaled_.sign(); }
  const Integer& unscaled() const noexcept { return unscaled_; }
  unsigned scale() const noexcept { return scale_; }

  Integer floor() const;
  Integer ceil() const;
  /// To the nearest; halves go up, as fn:round does.
  Integer round() const;

  Decimal operator-() const;
  friend Decimal operator+(const Decimal& a, const Decimal& b);
  friend Decimal operator-(const Decimal& a, const Decimal& b);
  friend Decimal operator*(const Decimal& a, const Decimal& b);
  /// none when `b` is 0.
  friend std::optional<Decimal> divide(const Decimal& a, const Decimal& b);
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
  friend bool operator==(const Decimal& a, const Decimal& b) {
    return a.scale_ == b.scale_ && a.unscaled_ == b.unscaled_;
  }

 private:
  Integer unscaled_;
  unsigned scale_ = 0;
};

std::optional<Decimal> divide(const Decimal& a, const Decimal& b);

}  // namespace dossier::xsd

// SPDX-License-Identifier: Apache-2.0
// xsd:integer (XSD 1.1 part 2, 3.4.13): whole numbers of any size.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace dossier::xsd {

/// Immutable value. 64 bits are held in place; larger ones share storage on the heap.
class Integer {
 public:
  Integer() = default;
  explicit(false) Integer(std::int64_t value) : small_(value) {}

  /// Legal lexical forms: optional sign, digits.
  static std::optional<Integer> parse(std::string_view lexical);
  static Integer power_of_ten(unsigned exponent);
  static Integer from_int128(__int128 value);
  /// `mantissa` times 2 to the `exponent`, which is not negative.
  static Integer shifted(std::int64_t mantissa, unsigned exponent);
  /// 5 to the `exponent`.
  static Integer power_of_five(unsigned exponent);

  std::string to_string() const;
  std::optional<std::int64_t> to_int64() const;
  /// The nearest double; an infinity beyond its range.
  double to_double() const;
  int sign() const noexcept;
  /// Decimal digits, without the sign; 1 for 0.
  std::size_t digits() const;

  Integer operator-() const;
  friend Integer operator+(const Integer& a, const Integer& b);
  friend Integer operator-(const Integer& a, const Integer& b);
  friend Integer operator*(const Integer& a, const Integer& b);
  /// Quotient towards zero, and the remainder with the sign of `a`; `b` is not 0.
  friend Integer operator/(const Integer& a, const Integer& b);
  friend Integer operator%(const Integer& a, const Integer& b);
  friend std::strong_ordering operator<=>(const Integer& a, const Integer& b) noexcept;
  friend bool operator==(const Integer& a, const Integer& b) noexcept { return (a <=> b) == 0; }

 private:
  struct Large;
  explicit Integer(const Large& large);
  Large large() const;

  std::int64_t small_ = 0;              ///< the value, when large_ is empty
  std::shared_ptr<const Large> large_;  ///< a value that does not fit 64 bits
};

}  // namespace dossier::xsd

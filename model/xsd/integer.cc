// SPDX-License-Identifier: Apache-2.0
#include "model/xsd/integer.h"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <charconv>
#include <limits>

#include "model/xsd/floating.h"

namespace dossier::xsd {

struct Integer::Large {
  boost::multiprecision::cpp_int value;
};

namespace {
using boost::multiprecision::cpp_int;
constexpr std::int64_t kLowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kHighest = std::numeric_limits<std::int64_t>::max();
}  // namespace

Integer::Integer(const Large& large) {
  if (large.value >= kLowest && large.value <= kHighest) {
    small_ = static_cast<std::int64_t>(large.value);
  } else {
    large_ = std::make_shared<const Large>(large);
  }
}

Integer::Large Integer::large() const { return large_ ? *large_ : Large{small_}; }

std::optional<Integer> Integer::parse(std::string_view lexical) {
  const bool negative = lexical.starts_with('-');
  if (negative || lexical.starts_with('+')) lexical.remove_prefix(1);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (lexical.empty() || !std::all_of(lexical.begin(), lexical.end(), is_digit)) {
    return std::nullopt;
  }
  lexical.remove_prefix(std::min(lexical.find_first_not_of('0'), lexical.size() - 1));
  if (lexical.size() <= 18) {
    std::int64_t value = 0;
    std::from_chars(lexical.data(), lexical.data() + lexical.size(), value);
    return Integer(negative ? -value : value);
  }
  cpp_int value{std::string(lexical)};
  return Integer(Large{negative ? cpp_int(-value) : std::move(value)});
}

Integer Integer::power_of_ten(unsigned exponent) {
  std::int64_t value = 1;
  if (exponent <= 18) {
    while (exponent-- > 0) value *= 10;
    return value;
  }
  return Integer(Large{boost::multiprecision::pow(cpp_int(10), exponent)});
}

Integer Integer::power_of_five(unsigned exponent) {
  return Integer(Large{boost::multiprecision::pow(cpp_int(5), exponent)});
}

Integer Integer::from_int128(__int128 value) {
  if (value >= kLowest && value <= kHighest) return static_cast<std::int64_t>(value);
  return Integer(Large{cpp_int(value)});
}

Integer Integer::shifted(std::int64_t mantissa, unsigned exponent) {
  return Integer(Large{cpp_int(mantissa) << exponent});
}

std::string Integer::to_string() const {
  return large_ ? large_->value.str() : std::to_string(small_);
}

std::optional<std::int64_t> Integer::to_int64() const {
  return large_ ? std::nullopt : std::optional(small_);
}

double Integer::to_double() const {
  // By way of text: the conversion of cpp_int truncates, this one rounds to nearest.
  return large_ ? *parse_double(to_string()) : static_cast<double>(small_);
}

int Integer::sign() const noexcept {
  if (large_) return large_->value.sign();
  return small_ > 0 ? 1 : small_ < 0 ? -1 : 0;
}

std::size_t Integer::digits() const { return to_string().size() - (sign() < 0 ? 1 : 0); }

Integer Integer::operator-() const {
  if (!large_ && small_ != kLowest) return -small_;
  return Integer(Large{-large().value});
}

Integer operator+(const Integer& a, const Integer& b) {
  std::int64_t sum = 0;
  if (!a.large_ && !b.large_ && !__builtin_add_overflow(a.small_, b.small_, &sum)) return sum;
  return Integer(Integer::Large{a.large().value + b.large().value});
}

Integer operator-(const Integer& a, const Integer& b) {
  std::int64_t difference = 0;
  if (!a.large_ && !b.large_ && !__builtin_sub_overflow(a.small_, b.small_, &difference)) {
    return difference;
  }
  return Integer(Integer::Large{a.large().value - b.large().value});
}

Integer operator*(const Integer& a, const Integer& b) {
  std::int64_t product = 0;
  if (!a.large_ && !b.large_ && !__builtin_mul_overflow(a.small_, b.small_, &product)) {
    return product;
  }
  return Integer(Integer::Large{a.large().value * b.large().value});
}

Integer operator/(const Integer& a, const Integer& b) {
  if (!a.large_ && !b.large_ && b.small_ != -1) return a.small_ / b.small_;
  return Integer(Integer::Large{a.large().value / b.large().value});
}

Integer operator%(const Integer& a, const Integer& b) {
  if (!a.large_ && !b.large_ && b.small_ != -1) return a.small_ % b.small_;
  return Integer(Integer::Large{a.large().value % b.large().value});
}

std::strong_ordering operator<=>(const Integer& a, const Integer& b) noexcept {
  if (!a.large_ && !b.large_) return a.small_ <=> b.small_;
  if (!a.large_ || !b.large_)
    return a.sign() * (a.large_ ? 2 : 1) <=> b.sign() * (b.large_ ? 2 : 1);
  return a.large_->value.compare(b.large_->value) <=> 0;
}

}  // namespace dossier::xsd

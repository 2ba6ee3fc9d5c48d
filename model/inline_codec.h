// SPDX-License-Identifier: Apache-2.0
// The payloads of inline ids as values, for fast paths that do not build terms. model/README.md
// describes each encoding. Within one kind, id order is value order.
//
// encode_*() returns none() for a value that does not fit its kind; decode_*() accepts only ids of
// its kind that are inline (not is_local()).
#pragma once

#include <bit>
#include <cstdint>
#include <string_view>

#include "model/term_id.h"

namespace dossier::inline_codec {

/// Signed payloads are stored with this added, so that unsigned order is value order.
inline constexpr std::int64_t kBias = std::int64_t{1} << (TermId::kPayloadBits - 1);
inline constexpr std::int64_t kMin = -kBias;
inline constexpr std::int64_t kMax = kBias - 1;

/// Decimals are counted in millionths.
inline constexpr unsigned kDecimalDigits = 6;
inline constexpr std::int64_t kDecimalUnit = 1'000'000;

/// Date-times are counted in microseconds from 0001-01-01T00:00:00, which reaches into the year
/// 2284; this is that moment in seconds from 1970-01-01T00:00:00.
inline constexpr std::int64_t kDateTimeEpoch = -62'135'596'800;
inline constexpr std::int64_t kMicrosPerSecond = 1'000'000;

constexpr TermId encode_signed(TermId::Kind kind, std::int64_t value) noexcept {
  if (value < kMin || value > kMax) return TermId::none();
  return {kind, static_cast<std::uint64_t>(value + kBias)};
}
constexpr std::int64_t decode_signed(TermId id) noexcept {
  return static_cast<std::int64_t>(id.payload()) - kBias;
}

constexpr TermId encode_boolean(bool value) noexcept {
  return {TermId::Kind::boolean, value ? 1U : 0U};
}
constexpr bool decode_boolean(TermId id) noexcept { return id.payload() != 0; }

constexpr TermId encode_integer(std::int64_t value) noexcept {
  return encode_signed(TermId::Kind::integer, value);
}
constexpr std::int64_t decode_integer(TermId id) noexcept { return decode_signed(id); }

/// `millionths`: the decimal times kDecimalUnit.
constexpr TermId encode_decimal(std::int64_t millionths) noexcept {
  return encode_signed(TermId::Kind::decimal, millionths);
}
constexpr std::int64_t decode_decimal(TermId id) noexcept { return decode_signed(id); }

/// Every NaN is the one NaN, which sorts above INF; -0 sorts below +0.
constexpr TermId encode_double(double value) noexcept {
  constexpr std::uint64_t kSign = std::uint64_t{1} << 63;
  constexpr std::uint64_t kNaN = 0x7FF8000000000000ULL;
  std::uint64_t bits = value != value ? kNaN : std::bit_cast<std::uint64_t>(value);
  if ((bits & 0xFFU) != 0) return TermId::none();
  bits = (bits & kSign) != 0 ? ~bits : bits | kSign;
  return {TermId::Kind::double_value, bits >> 8};
}
constexpr double decode_double(TermId id) noexcept {
  constexpr std::uint64_t kSign = std::uint64_t{1} << 63;
  const std::uint64_t bits = id.payload() << 8;
  if ((bits & kSign) != 0) return std::bit_cast<double>(bits & ~kSign);
  return std::bit_cast<double>(~(bits | 0xFFU));
}

/// `day`: days from 1970-01-01, proleptic Gregorian.
constexpr TermId encode_date(std::int64_t day) noexcept {
  return encode_signed(TermId::Kind::date, day);
}
constexpr std::int64_t decode_date(TermId id) noexcept { return decode_signed(id); }

/// `second` from 1970-01-01T00:00:00 in the value's own zone, and what is beyond it in nanoseconds
/// (below a second).
constexpr TermId encode_date_time(TermId::Kind kind, std::int64_t second,
                                  std::uint32_t nanosecond) noexcept {
  constexpr std::int64_t kSeconds =
      static_cast<std::int64_t>((TermId::kMaxPayload + 1) / kMicrosPerSecond);
  const std::int64_t since = second - kDateTimeEpoch;
  if (since < 0 || since >= kSeconds || nanosecond % 1000 != 0) return TermId::none();
  return {kind, static_cast<std::uint64_t>(since * kMicrosPerSecond + nanosecond / 1000)};
}
constexpr std::int64_t decode_date_time_second(TermId id) noexcept {
  return static_cast<std::int64_t>(id.payload()) / kMicrosPerSecond + kDateTimeEpoch;
}
constexpr std::uint32_t decode_date_time_nanosecond(TermId id) noexcept {
  return static_cast<std::uint32_t>(static_cast<std::int64_t>(id.payload()) % kMicrosPerSecond) *
         1000;
}

inline constexpr std::size_t kShortString = 7;
constexpr TermId encode_short_string(std::string_view text) noexcept {
  if (text.size() > kShortString) return TermId::none();
  std::uint64_t payload = 0;
  for (const char c : text) {
    if (c == '\0') return TermId::none();
    payload = payload << 8 | static_cast<unsigned char>(c);
  }
  return {TermId::Kind::short_string, payload << (8 * (kShortString - text.size()))};
}
/// Writes the bytes into `buffer`, which must hold kShortString; the view is into it.
constexpr std::string_view decode_short_string(TermId id, char* buffer) noexcept {
  std::size_t size = 0;
  for (std::uint64_t rest = id.payload(); rest != 0; rest = (rest << 8) & TermId::kMaxPayload) {
    buffer[size++] = static_cast<char>(rest >> (TermId::kPayloadBits - 8));
  }
  return {buffer, size};
}

}  // namespace dossier::inline_codec

// SPDX-License-Identifier: Apache-2.0
// The first bits of order keys.
#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "engine/functions/order.h"

namespace dossier {
namespace {

constexpr std::uint64_t kSign = std::uint64_t{1} << 63;

/// Ascends with the numbers.
std::uint64_t ascending(double value) {
  const auto bits = std::bit_cast<std::uint64_t>(value + 0.0);  // the zeros are equal
  return (bits & kSign) != 0 ? ~bits : bits | kSign;
}

std::uint64_t ascending(__int128 value) {
  using Limits = std::numeric_limits<std::int64_t>;
  const auto near = static_cast<std::int64_t>(
      std::clamp<__int128>(value, __int128{Limits::min()}, __int128{Limits::max()}));
  return static_cast<std::uint64_t>(near) ^ kSign;
}

std::uint64_t first_bytes(std::string_view text) {
  std::uint64_t result = 0;
  for (std::size_t i = 0; i < sizeof(result); ++i)
    result = result << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  return result;
}

}  // namespace

std::optional<std::string_view> OrderKey::text() const noexcept {
  switch (rank_) {
    case Rank::blank_node:
    case Rank::iri:
    case Rank::string:
    case Rank::tagged_string:
    case Rank::other_literal:
      return text_;
    default:
      return std::nullopt;
  }
}

std::uint64_t OrderKey::head(std::size_t skip) const noexcept {
  constexpr int kRankBits = 4;
  std::uint64_t value = 0;
  switch (rank_) {
    case Rank::unbound:
    case Rank::triple:
      break;
    case Rank::partial_date:
      value = std::uint64_t{detail_} << (64 - kRankBits);
      break;
    case Rank::number:
      value = detail_ == kNaN ? ~std::uint64_t{0} : ascending(approximate_);
      break;
    case Rank::boolean:
    case Rank::date_time:
    case Rank::date:
    case Rank::time:
    case Rank::duration:
      value = ascending(exact_);
      break;
    default:
      value = first_bytes(std::string_view(text_).substr(std::min(skip, text_.size())));
  }
  return static_cast<std::uint64_t>(rank_) << (64 - kRankBits) | value >> kRankBits;
}

std::string_view common_start(std::string_view a, std::string_view b) {
  const std::size_t most = std::min(a.size(), b.size());
  const auto end =
      std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(most), b.begin());
  return a.substr(0, static_cast<std::size_t>(end.first - a.begin()));
}

}  // namespace dossier

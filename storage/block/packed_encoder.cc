// SPDX-License-Identifier: Apache-2.0
#include "storage/block/packed_encoder.h"

#include <algorithm>
#include <array>
#include <vector>

#include "storage/block/bits.h"
#include "storage/block/column.h"
#include "storage/block/widths.h"
#include "storage/bytes.h"

namespace dossier::storage {
namespace {

using Values = std::span<const std::uint64_t>;

constexpr std::size_t kMaxSegments = 8;
constexpr unsigned kKindShift = 56;

struct Extent {
  std::uint64_t low;
  std::uint64_t high;
};

// Two of each at a time, none of which waits for another.
Extent extent_of(Values values) {
  Extent even{values.front(), values.front()};
  Extent odd{values.back(), values.back()};
  for (std::size_t i = 1; i < values.size(); i += 2) {
    even = {std::min(even.low, values[i - 1]), std::max(even.high, values[i - 1])};
    odd = {std::min(odd.low, values[i]), std::max(odd.high, values[i])};
  }
  return {std::min(even.low, odd.low), std::max(even.high, odd.high)};
}

// One segment per kind of id, so that the gaps between kinds cost nothing; one in all when there
// are too many kinds.
struct Segments {
  struct Range {
    std::uint64_t low = ~0ULL;
    std::uint64_t high = 0;
    std::uint64_t start = 0;
  };
  std::array<Range, 256> of_kind{};
  std::vector<std::size_t> kinds;
};

Segments find_segments(Values values) {
  Segments segments;
  for (const std::uint64_t value : values) {
    auto& range = segments.of_kind[value >> kKindShift];
    range.low = std::min(range.low, value);
    range.high = std::max(range.high, value);
  }
  std::uint64_t start = 0;
  for (std::size_t kind = 0; kind < 256; ++kind) {
    auto& range = segments.of_kind[kind];
    if (range.low > range.high) continue;
    segments.kinds.push_back(kind);
    range.start = start;
    start += range.high - range.low + 1;
  }
  return segments;
}

void append_one_segment(std::span<std::uint64_t> codes, std::uint64_t low, std::string& out) {
  append_little_endian(out, std::uint8_t{1});
  append_little_endian(out, std::uint64_t{0});
  append_little_endian(out, low);
  for (auto& code : codes) code -= low;
}

void append_segments(std::span<std::uint64_t> codes, const Segments& segments, std::string& out) {
  append_little_endian(out, static_cast<std::uint8_t>(segments.kinds.size()));
  for (const std::size_t kind : segments.kinds) {
    append_little_endian(out, segments.of_kind[kind].start);
    append_little_endian(out, segments.of_kind[kind].low);
  }
  for (auto& code : codes) {
    const auto& range = segments.of_kind[code >> kKindShift];
    code = range.start + (code - range.low);
  }
}

}  // namespace

void append_codes(Values codes, Widths choice, std::string& out) {
  std::vector<std::uint64_t> bases;
  std::vector<unsigned> widths;
  for (std::size_t at = 0; at < codes.size(); at += kMiniBlock) {
    const Values mini = codes.subspan(at, std::min(kMiniBlock, codes.size() - at));
    const auto [low, high] = extent_of(mini);
    bases.push_back(low);
    widths.push_back(width_for(high - low));
  }
  if (choice == Widths::compressible) align_where_smaller(codes, bases, widths);
  const unsigned base_width = width_for(*std::max_element(bases.begin(), bases.end()));
  append_little_endian<std::uint8_t>(out, static_cast<std::uint8_t>(base_width));
  std::uint16_t offset = 0;
  for (const unsigned width : widths) {
    append_little_endian(out, offset);
    offset = static_cast<std::uint16_t>(offset + width);
  }
  append_little_endian(out, offset);
  pack(out, bases.data(), bases.size(), base_width, 0);
  std::array<std::uint64_t, kMiniBlock> padded{};
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const Values mini =
        codes.subspan(i * kMiniBlock, std::min(kMiniBlock, codes.size() - i * kMiniBlock));
    padded.fill(bases[i]);
    std::copy(mini.begin(), mini.end(), padded.begin());
    pack(out, padded.data(), kMiniBlock, widths[i], bases[i]);
  }
}

std::string encode_packed(Values values, Widths widths) {
  std::string out;
  std::vector<std::uint64_t> codes(values.begin(), values.end());
  const auto [low, high] = extent_of(values);
  if (low >> kKindShift == high >> kKindShift) {
    append_one_segment(codes, low, out);
  } else if (const Segments segments = find_segments(values);
             segments.kinds.size() <= kMaxSegments) {
    append_segments(codes, segments, out);
  } else {
    append_one_segment(codes, low, out);
  }
  append_codes(codes, widths, out);
  return out;
}

}  // namespace dossier::storage

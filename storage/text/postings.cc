// SPDX-License-Identifier: Apache-2.0
#include "storage/text/postings.h"

#include <algorithm>
#include <array>
#include <utility>

#include "dossier/error.h"
#include "storage/varint.h"

namespace dossier::storage {
namespace {

constexpr unsigned kLengthBits = 3;
constexpr std::uint64_t kMostOffset = (std::uint64_t{1} << kBucketBits) - 1;

/// The longest text of each class but the last, and what stands for all of a class.
struct LengthClass {
  std::size_t most;
  float typical;
};
constexpr std::array<LengthClass, 8> kLengths{
    {{3, 2}, {6, 5}, {12, 9}, {20, 16}, {32, 26}, {56, 42}, {120, 80}, {~std::size_t{0}, 240}}};

[[noreturn]] void throw_damaged() {
  throw Error(ErrorCode::storage, "a row of the text index is damaged");
}

/// Reads numbers; damage throws.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t next() {
    std::uint64_t value = 0;
    if (!read_varint(bytes_, at_, value)) throw_damaged();
    return value;
  }
  // A number that must not exceed `most`.
  std::uint32_t next(std::uint64_t most) {
    const std::uint64_t value = next();
    if (value > most) throw_damaged();
    return static_cast<std::uint32_t>(value);
  }
  std::size_t left() const { return bytes_.size() - at_; }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

void read_positions(Reader& reader, std::uint64_t count, std::vector<std::uint32_t>& positions) {
  constexpr std::uint64_t kMost = ~std::uint32_t{0};
  positions.clear();
  std::uint64_t at = 0;
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::uint64_t step = reader.next(kMost - at);
    if (i > 0 && step == 0) throw_damaged();
    at += step;
    positions.push_back(static_cast<std::uint32_t>(at));
  }
}

}  // namespace

std::uint8_t length_class(std::size_t words) {
  std::uint8_t out = 0;
  while (words > kLengths[out].most) ++out;
  return out;
}

float length_of_class(std::uint8_t length_class) {
  return kLengths[length_class % kLengths.size()].typical;
}

std::size_t Postings::find(std::uint32_t offset) const {
  const auto found = std::lower_bound(offsets_.begin(), offsets_.end(), offset);
  if (found == offsets_.end() || *found != offset) return size();
  return static_cast<std::size_t>(found - offsets_.begin());
}

void Postings::add(std::uint32_t offset, std::uint8_t length,
                   std::span<const std::uint32_t> positions) {
  offsets_.push_back(offset);
  lengths_.push_back(length);
  positions_.insert(positions_.end(), positions.begin(), positions.end());
  starts_.push_back(static_cast<std::uint32_t>(positions_.size()));
}

std::string encode_postings(const Postings& postings) {
  std::string out;
  append_varint(out, postings.size());
  std::uint32_t last = 0;
  for (std::size_t i = 0; i < postings.size(); ++i) {
    const auto positions = postings.positions(i);
    append_varint(out, postings.offset(i) - last);
    append_varint(out, (std::uint64_t{positions.size()} << kLengthBits) | postings.length(i));
    last = postings.offset(i);
    std::uint32_t before = 0;
    for (const std::uint32_t position : positions) {
      append_varint(out, position - before);
      before = position;
    }
  }
  return out;
}

Postings decode_postings(std::string_view bytes) {
  Reader reader(bytes);
  Postings out;
  std::vector<std::uint32_t> positions;
  std::uint64_t offset = 0;
  const std::uint64_t count = reader.next();
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::uint32_t step = reader.next(kMostOffset - offset);
    if (i > 0 && step == 0) throw_damaged();
    offset += step;
    const std::uint64_t head = reader.next();
    const std::uint64_t in_text = head >> kLengthBits;
    if (in_text == 0 || in_text > reader.left()) throw_damaged();
    read_positions(reader, in_text, positions);
    out.add(static_cast<std::uint32_t>(offset),
            static_cast<std::uint8_t>(head & ((1U << kLengthBits) - 1)), positions);
  }
  if (reader.left() != 0) throw_damaged();
  return out;
}

std::uint64_t count_postings(std::string_view bytes) {
  std::size_t at = 0;
  std::uint64_t count = 0;
  return read_varint(bytes, at, count) ? count : 0;
}

Postings unite(std::span<const Postings> parts) {
  struct Place {
    std::uint32_t offset;
    std::uint32_t part;
    std::size_t i;
  };
  if (parts.size() == 1) return parts.front();
  std::vector<Place> places;
  for (std::uint32_t part = 0; part < parts.size(); ++part) {
    for (std::size_t i = 0; i < parts[part].size(); ++i)
      places.push_back({parts[part].offset(i), part, i});
  }
  std::stable_sort(places.begin(), places.end(),
                   [](const Place& a, const Place& b) { return a.offset < b.offset; });
  Postings out;
  std::vector<std::uint32_t> positions;
  for (auto at = places.begin(); at != places.end();) {
    const Place first = *at;
    positions.clear();
    for (; at != places.end() && at->offset == first.offset; ++at) {
      const auto more = parts[at->part].positions(at->i);
      positions.insert(positions.end(), more.begin(), more.end());
    }
    std::sort(positions.begin(), positions.end());
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
    out.add(first.offset, parts[first.part].length(first.i), positions);
  }
  return out;
}

}  // namespace dossier::storage

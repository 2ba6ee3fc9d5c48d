// SPDX-License-Identifier: Apache-2.0
#include "engine/results/written_terms.h"

#include <algorithm>
#include <boost/sort/spreadsort/integer_sort.hpp>

namespace dossier::results {
namespace {

struct Entry {
  TermId id;
  std::uint32_t row = 0;
};

/// Room is taken in pieces of so many bytes.
constexpr std::size_t kRoomBytes = std::size_t{1} << 16;

}  // namespace

void WrittenTerms::find_in_order(std::span<const TermId> ids) {
  for (std::size_t row = 0; row < ids.size(); ++row) {
    if (!ids[row]) continue;
    if (wanted_.empty() || wanted_.back() != ids[row]) wanted_.push_back(ids[row]);
    places_[row] = static_cast<std::uint32_t>(wanted_.size() - 1);
  }
}

void WrittenTerms::find_by_sorting(std::span<const TermId> ids) {
  std::vector<Entry> entries;
  entries.reserve(ids.size());
  for (std::size_t row = 0; row < ids.size(); ++row) {
    // Of a value that is repeated in the next rows one entry is enough.
    if (ids[row] && (row == 0 || ids[row] != ids[row - 1]))
      entries.push_back({ids[row], static_cast<std::uint32_t>(row)});
  }
  boost::sort::spreadsort::integer_sort(
      entries.begin(), entries.end(),
      [](const Entry& entry, unsigned shift) { return entry.id.bits() >> shift; },
      [](const Entry& a, const Entry& b) { return a.id < b.id; });
  for (const Entry& entry : entries) {
    if (wanted_.empty() || wanted_.back() != entry.id) wanted_.push_back(entry.id);
    places_[entry.row] = static_cast<std::uint32_t>(wanted_.size() - 1);
  }
  for (std::size_t row = 1; row < ids.size(); ++row) {
    if (ids[row] == ids[row - 1]) places_[row] = places_[row - 1];
  }
}

void WrittenTerms::begin(std::span<const TermId> ids, std::size_t parts) {
  wanted_.clear();
  places_.assign(ids.size(), kUnbound);
  if (std::is_sorted(ids.begin(), ids.end())) {
    find_in_order(ids);
  } else {
    find_by_sorting(ids);
  }
  constexpr std::size_t kMany = 4096;
  pieces_.resize(wanted_.size());
  texts_.resize(parts);
  for (TextBlocks& text : texts_) text.clear(wanted_.size() > kMany * parts);
}

bool WrittenTerms::write(std::size_t part, storage::TermReader& terms, const AppendTerm& append,
                         TextRoom& room) {
  const std::size_t first = wanted_.size() * part / texts_.size();
  const std::size_t end = wanted_.size() * (part + 1) / texts_.size();
  TextBlocks& texts = texts_[part];
  std::size_t left = 0;
  const auto has_room = [&](std::size_t bytes) {
    if (bytes <= left) return true;
    if (room.take(kRoomBytes + bytes))
      left += kRoomBytes + bytes;
    else if (room.take(bytes))
      left += bytes;
    else
      return false;
    return true;
  };
  const auto visit = [&](std::size_t number, const TermView& term) {
    if (!has_room(term.value.size())) return false;
    std::string& text = texts.open(term.value.size());
    const std::size_t before = text.size();
    append(text, term);
    const TextPlace place = texts.place_from(before);
    pieces_[first + number] = {place, static_cast<std::uint32_t>(part)};
    if (!has_room(place.size)) return false;
    left -= place.size;
    return true;
  };
  return terms.read(std::span(wanted_).subspan(first, end - first), visit);
}

bool WrittenTerms::is_sparse() const {
  constexpr std::uint64_t kMany = 1024;
  constexpr std::uint64_t kDistance = 2;
  if (wanted_.size() < kMany) return false;
  // Of the middle half: a few ids of another kind would make any column look sparse.
  const std::size_t quarter = wanted_.size() / 4;
  const std::uint64_t span = wanted_[3 * quarter].bits() - wanted_[quarter].bits();
  return span > kDistance * 2 * quarter && !wanted_[2 * quarter].is_inline();
}

std::size_t WrittenTerms::bytes() const noexcept {
  std::size_t bytes = places_.capacity() * sizeof(std::uint32_t) +
                      pieces_.capacity() * sizeof(Piece) + wanted_.capacity() * sizeof(TermId);
  for (const TextBlocks& text : texts_) bytes += text.bytes();
  return bytes;
}

}  // namespace dossier::results

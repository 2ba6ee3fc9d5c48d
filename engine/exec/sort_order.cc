// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/sort_order.h"

#include <algorithm>
#include <utility>

namespace dossier {

namespace {

/// More pieces than threads, because some take longer than others.
constexpr std::size_t kPiecesPerThread = 8;
constexpr std::size_t kMostPieces = 255;
/// Fewer rows are not worth being cut.
constexpr std::size_t kLeastPiece = 2048;
constexpr std::size_t kSamples = 64;  // for each piece

}  // namespace

struct SortOrder::Cut {
  std::vector<std::uint64_t> heads;  ///< by row
  std::vector<std::uint8_t> pieces;  ///< by row
  std::vector<std::size_t> next;     ///< by piece; first, how many rows it has
};

SortOrder::SortOrder(std::vector<SortRows*> runs, MemoryBudget& memory,
                     std::optional<std::uint64_t> limit)
    : runs_(std::move(runs)), memory_(memory), limit_(limit), charge_(memory) {
  for (const SortRows* run : runs_) total_ += run->size();
}

bool SortOrder::is_plain(std::size_t condition) const {
  TermId::Kind kind = TermId::Kind::none;
  for (const SortRows* run : runs_) {
    const auto own = run->plain_kind(condition);
    if (!own) return false;
    if (*own == TermId::Kind::none) continue;
    if (kind != TermId::Kind::none && kind != *own) return false;
    kind = *own;
  }
  return true;
}

std::size_t SortOrder::common_length_of_texts() const {
  std::optional<std::string_view> common;
  for (const SortRows* run : runs_) {
    const auto own = run->common_text();
    if (!own) continue;
    common = common ? common_start(*common, *own) : *own;
  }
  return common ? common->size() : 0;
}

void SortOrder::make(std::size_t threads, const SharePieces& share) {
  std::vector<bool> by_id;
  for (std::size_t i = 0; i < runs_[0]->conditions(); ++i) by_id.push_back(is_plain(i));
  share(runs_.size(),
        [&](Limits& limits, std::size_t run) { runs_[run]->make_keys(by_id, limits); });
  const std::size_t skip = common_length_of_texts();
  share(runs_.size(), [&](Limits&, std::size_t run) { runs_[run]->make_heads(skip); });
  charge_.set(total_ * sizeof(Place));
  places_ = std::make_unique_for_overwrite<Place[]>(total_);
  const std::size_t most = threads < 2 ? 1 : std::min(threads * kPiecesPerThread, kMostPieces);
  fill(std::clamp<std::size_t>(total_ / kLeastPiece, 1, most), share);
  share(ends_.size(), [&](Limits& limits, std::size_t piece) { sort(piece, limits); });
  size_ = limit_ ? static_cast<std::size_t>(std::min<std::uint64_t>(*limit_, total_)) : total_;
}

void SortOrder::fill(std::size_t pieces, const SharePieces& share) {
  const std::vector<Place> splitters = this->splitters(pieces);
  MemoryCharge charge(memory_);
  charge.add(total_ * (sizeof(std::uint64_t) + sizeof(std::uint8_t)));
  std::vector<Cut> cuts(runs_.size());
  share(runs_.size(), [&](Limits& limits, std::size_t run) {
    cut(cuts[run], static_cast<std::uint32_t>(run), splitters, limits);
  });
  std::size_t at = 0;
  for (std::size_t piece = 0; piece < pieces; ++piece) {
    for (Cut& cut : cuts) {
      const std::size_t count = std::exchange(cut.next[piece], at);
      at += count;
    }
    ends_.push_back(at);
  }
  share(runs_.size(),
        [&](Limits&, std::size_t run) { put(cuts[run], static_cast<std::uint32_t>(run)); });
}

std::vector<SortOrder::Place> SortOrder::splitters(std::size_t pieces) const {
  std::vector<Place> result;
  if (pieces < 2) return result;
  std::vector<Place> samples;
  const std::size_t step = std::max<std::size_t>(1, total_ / (pieces * kSamples));
  for (std::uint32_t run = 0; run < runs_.size(); ++run) {
    for (std::size_t row = 0; row < runs_[run]->size(); row += step)
      samples.push_back(place(run, static_cast<std::uint32_t>(row)));
  }
  std::sort(samples.begin(), samples.end(),
            [this](const Place& a, const Place& b) { return is_before(a, b); });
  for (std::size_t piece = 1; piece < pieces; ++piece)
    result.push_back(samples[piece * samples.size() / pieces]);
  return result;
}

void SortOrder::cut(Cut& cut, std::uint32_t run, const std::vector<Place>& splitters,
                    Limits& limits) const {
  const std::size_t rows = runs_[run]->size();
  cut.heads.resize(rows);
  cut.pieces.resize(rows);
  cut.next.assign(splitters.size() + 1, 0);
  for (std::uint32_t row = 0; row < rows; ++row) {
    limits.work(8);
    const Place own = place(run, row);
    const auto above =
        std::upper_bound(splitters.begin(), splitters.end(), own,
                         [this](const Place& a, const Place& b) { return is_before(a, b); });
    const auto piece = static_cast<std::uint8_t>(above - splitters.begin());
    cut.heads[row] = own.head;
    cut.pieces[row] = piece;
    ++cut.next[piece];
  }
}

void SortOrder::put(Cut& cut, std::uint32_t run) {
  for (std::uint32_t row = 0; row < cut.heads.size(); ++row)
    places_[cut.next[cut.pieces[row]]++] = {cut.heads[row], run, row};
}

// Pieces behind the limit may stay as they are.
void SortOrder::sort(std::size_t piece, Limits& limits) {
  const std::size_t begin = piece == 0 ? 0 : ends_[piece - 1];
  if (limit_ && begin >= *limit_) return;
  limits.check();
  std::sort(places_.get() + begin, places_.get() + ends_[piece],
            [&](const Place& a, const Place& b) {
              limits.work(1);
              return is_before(a, b);
            });
}

}  // namespace dossier

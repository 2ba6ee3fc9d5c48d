// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/build_side.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "dossier/error.h"
#include "engine/exec/hash_index.h"

namespace dossier {

namespace {

/// Fewer rows are not worth the other threads.
constexpr std::size_t kFewRows = std::size_t{1} << 14;
/// Rows far apart are asked for so many rows before they are read.
constexpr std::size_t kAhead = 16;

}  // namespace

void BuildSide::clear() noexcept {
  size_ = mask_ = 0;
  starts_ = {};
  rows_.reset();
  numbers_ = {};
  gathered_.clear();
  segments_.clear();
  chunks_.clear();
  charge_.clear();
}

void BuildSide::index(std::vector<std::unique_ptr<BuildRows>> gathered, bool hashed,
                      std::size_t threads, const SharePieces& share) {
  clear();
  gathered_ = std::move(gathered);
  number_segments();
  make_room(hashed);
  std::vector<Piece> pieces = cut(size_ < kFewRows ? 1 : threads);
  share(pieces.size(), [&](Limits& limits, std::size_t i) { count(pieces[i], limits); });
  std::size_t first = 0;
  for (Piece& piece : pieces) piece.first = std::exchange(first, first + piece.rows);
  share(pieces.size(), [&](Limits& limits, std::size_t i) {
    place(pieces[i], limits);
    if (rows_) put_in_order(pieces[i], limits);
  });
  segments_.clear();
  if (!rows_) return;
  numbers_ = {};
  gathered_.clear();
  chunks_.clear();
  charge_.set(starts_.size() * sizeof(std::uint32_t) + size_ * layout_.size() * sizeof(TermId));
}

// Rows without a value join with all values, and all rows with a row that has none.
BuildSide::Candidates BuildSide::perhaps(const JoinColumns& columns, const Batch& left,
                                         std::size_t row) const noexcept {
  if (!left.column(columns.perhaps->left)[row]) return {{0, static_cast<std::uint32_t>(size_)}, {}};
  KeyHash none;
  none.add(TermId::none());
  const Found own = find(columns.hash_left(left, row));
  const Found unbound = find(none.value());
  const bool is_one_bucket = own.begin == unbound.begin && own.end == unbound.end;
  return {own, is_one_bucket ? Found{} : unbound};
}

void BuildSide::number_segments() {
  constexpr std::size_t kMost = ~std::uint32_t{0};
  for (const auto& from : gathered_) {
    const RowStore& rows = from->rows();
    shift_ = rows.chunk_shift();
    const std::size_t first = chunks_.size() << shift_;
    rows.append_chunks(chunks_);
    if (chunks_.size() << shift_ > kMost)
      throw Error(ErrorCode::limit, "an intermediate result has more than 4294967294 rows");
    for (const BuildRows::Segment& segment : from->segments())
      segments_.push_back({segment, from.get(), static_cast<std::uint32_t>(first)});
    size_ += rows.size();
  }
  chunk_mask_ = (std::size_t{1} << shift_) - 1;
  std::sort(segments_.begin(), segments_.end(),
            [](const Numbered& a, const Numbered& b) { return a.segment.part < b.segment.part; });
}

void BuildSide::make_room(bool hashed) {
  const std::size_t buckets = hashed ? std::bit_ceil(std::max<std::size_t>(size_, 1)) : 1;
  charge_.set((buckets + 1 + size_) * sizeof(std::uint32_t));
  mask_ = buckets - 1;
  starts_.assign(buckets + 1, 0);
  numbers_.resize(size_);
  const std::size_t bytes = size_ * layout_.size() * sizeof(TermId);
  if (bytes > memory_.left() / 2) return;
  charge_.add(bytes);
  rows_ = std::make_unique_for_overwrite<TermId[]>(size_ * layout_.size());
}

std::vector<BuildSide::Piece> BuildSide::cut(std::size_t count) const {
  const std::size_t buckets = mask_ + 1;
  count = std::clamp<std::size_t>(count, 1, buckets);
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < count; ++i)
    pieces.push_back({buckets * i / count, buckets * (i + 1) / count});
  return pieces;
}

// The rows whose buckets are of the piece, in the order of the input.
template <typename Take>
void BuildSide::each_row(const Piece& piece, Limits& limits, Take take) const {
  for (const Numbered& numbered : segments_) {
    const auto& [part, begin, end] = numbered.segment;
    limits.work(end - begin);
    const std::uint32_t* hashes = numbered.from->hashes().data();
    for (std::size_t row = begin; row < end; ++row) {
      const std::size_t bucket = hashes[row] & mask_;
      if (bucket - piece.begin >= piece.end - piece.begin) continue;
      take(bucket, numbered.first + static_cast<std::uint32_t>(row));
    }
  }
}

// Until place(), the place behind a bucket's number holds how many rows it has.
void BuildSide::count(Piece& piece, Limits& limits) {
  std::size_t rows = 0;
  each_row(piece, limits, [&](std::size_t bucket, std::uint32_t) {
    ++starts_[bucket + 1];
    ++rows;
  });
  piece.rows += rows;
}

void BuildSide::place(const Piece& piece, Limits& limits) {
  std::size_t at = piece.first;
  for (std::size_t bucket = piece.begin; bucket < piece.end; ++bucket) {
    const std::size_t rows = std::exchange(starts_[bucket + 1], static_cast<std::uint32_t>(at));
    at += rows;
  }
  each_row(piece, limits, [&](std::size_t bucket, std::uint32_t number) {
    numbers_[starts_[bucket + 1]++] = number;
  });
}

void BuildSide::put_in_order(const Piece& piece, Limits& limits) {
  const std::size_t width = layout_.size();
  const std::size_t end = piece.first + piece.rows;
  limits.work(4 * piece.rows);
  TermId* to = rows_.get() + piece.first * width;
  for (std::size_t place = piece.first; place < end; ++place, to += width) {
    if (place + kAhead < end) __builtin_prefetch(gathered_row(numbers_[place + kAhead]));
    std::copy_n(gathered_row(numbers_[place]), width, to);
  }
}

}  // namespace dossier

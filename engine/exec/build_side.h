// SPDX-License-Identifier: Apache-2.0
// BuildSide: all rows of an operator, kept for look-ups by the hash of their join keys. Made in two
// steps: rows are gathered as they come, by several threads if there are several; then they are
// numbered by the bucket of their hash, each thread those of some buckets, and put in that order.
// So a look-up reads two places in memory, however many rows it finds, and no thread waits for
// another (the partitioned build of Balkesen and others, ICDE 2013, with one pass).
//
// Rows of a bucket stand in the order in which one thread would have found them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "engine/exec/build_rows.h"
#include "engine/exec/pieces.h"
#include "engine/runtime/batch.h"

namespace dossier {

/// One thread at a time; once indexed it is safe for concurrent reads.
class BuildSide {
 public:
  /// The budget must outlive it.
  BuildSide(Layout layout, MemoryBudget& memory)
      : layout_(std::move(layout)), memory_(memory), charge_(memory) {}

  const Layout& layout() const noexcept { return layout_; }

  /// Takes all rows, which `gathered` has by thread; they must have this layout. `hashed`: their
  /// hashes are not all the same. `threads` is how many `share` uses. Throws Error.
  void index(std::vector<std::unique_ptr<BuildRows>> gathered, bool hashed, std::size_t threads,
             const SharePieces& share);
  void clear() noexcept;
  std::size_t size() const noexcept { return size_; }

  /// Places of rows, the last of them behind the end.
  struct Found {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  /// What a row of the left may join with, among others: compare keys.
  struct Candidates {
    Found own;      ///< rows with its hash
    Found unbound;  ///< rows without a value of JoinColumns::perhaps
  };
  Candidates candidates(const JoinColumns& columns, const Batch& left,
                        std::size_t row) const noexcept {
    if (!columns.perhaps) return {find(columns.hash_left(left, row)), {}};
    return perhaps(columns, left, row);
  }
  /// The rows with this hash, among others.
  Found find(std::uint64_t hash) const noexcept {
    if (size_ == 0) return {};
    const std::size_t bucket = hash & mask_;
    return {starts_[bucket], starts_[bucket + 1]};
  }
  const TermId* operator[](std::uint32_t place) const noexcept {
    return rows_ ? rows_.get() + place * layout_.size() : gathered_row(numbers_[place]);
  }
  /// Asks for a row that will be read soon.
  void prefetch(Found found) const noexcept {
    if (rows_ && found.begin != found.end)
      __builtin_prefetch(rows_.get() + found.begin * layout_.size());
  }

 private:
  /// A segment and the number of its first row: that of the row's chunk, and its place there.
  struct Numbered {
    BuildRows::Segment segment;
    const BuildRows* from;
    std::uint32_t first;
  };
  /// Buckets that one thread has, and how many rows they have.
  struct Piece {
    std::size_t begin;
    std::size_t end;
    std::size_t rows = 0;
    std::size_t first = 0;  ///< place
  };

  Candidates perhaps(const JoinColumns& columns, const Batch& left, std::size_t row) const noexcept;
  void number_segments();
  void make_room(bool hashed);
  std::vector<Piece> cut(std::size_t count) const;
  template <typename Take>
  void each_row(const Piece& piece, Limits& limits, Take take) const;
  void count(Piece& piece, Limits& limits);
  void place(const Piece& piece, Limits& limits);
  void put_in_order(const Piece& piece, Limits& limits);
  const TermId* gathered_row(std::uint32_t number) const noexcept {
    return chunks_[number >> shift_] + (number & chunk_mask_) * layout_.size();
  }

  Layout layout_;
  MemoryBudget& memory_;
  std::size_t size_ = 0;
  std::size_t mask_ = 0;               ///< buckets less one
  std::vector<std::uint32_t> starts_;  ///< by bucket, and behind the last
  std::unique_ptr<TermId[]> rows_;  ///< by place; none where memory is short: then these are kept:
  std::vector<std::uint32_t> numbers_;  ///< by place
  std::vector<std::unique_ptr<BuildRows>> gathered_;
  std::vector<Numbered> segments_;
  std::vector<const TermId*> chunks_;
  std::size_t shift_ = 0;
  std::size_t chunk_mask_ = 0;
  MemoryCharge charge_;
};

}  // namespace dossier

// SPDX-License-Identifier: Apache-2.0
// A block: up to 8192 quads of one permutation, sorted, stored by column.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "storage/block/column.h"
#include "storage/permutation.h"

namespace dossier::storage {

inline constexpr std::size_t kBlockRows = 8192;

/// The bytes of a block of `rows`: ascending, without repeats, one to kBlockRows of them.
std::string encode_block(std::span<const Key> rows, Widths widths = Widths::least);
/// The same when the lowest and the highest value of each column are known.
std::string encode_block(std::span<const Key> rows, const Key& low, const Key& high, Widths widths);

/// A parsed block; owns its bytes. Immutable, safe to share between threads.
class Block {
 public:
  /// Verifies checksum and structure. Throws Error(storage) with the fault; the caller names the
  /// block.
  explicit Block(std::string_view bytes);
  Block(const Block&) = delete;
  Block& operator=(const Block&) = delete;

  std::size_t rows() const noexcept { return rows_; }
  /// Includes its tables.
  std::size_t memory_bytes() const noexcept;
  std::uint64_t low(std::size_t column) const noexcept { return zones_[column].low; }
  std::uint64_t high(std::size_t column) const noexcept { return zones_[column].high; }
  const Column& column(std::size_t column) const noexcept { return columns_[column]; }

  Key row(std::size_t row) const;
  /// The first row that is at least `key`; rows() when none is.
  std::size_t lower_bound(const Key& key) const;
  /// The first row greater than `key`.
  std::size_t upper_bound(const Key& key) const;
  bool contains(const Key& key) const;
  void decode(std::size_t first, std::size_t count, Key* out) const;

 private:
  struct Zone {
    std::uint64_t low;
    std::uint64_t high;
  };
  std::string bytes_;  ///< followed by 8 zero bytes for readers of packed values
  std::size_t rows_ = 0;
  std::array<Zone, 4> zones_{};
  std::array<Column, 4> columns_;
};

}  // namespace dossier::storage

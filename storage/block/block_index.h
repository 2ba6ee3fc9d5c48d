// SPDX-License-Identifier: Apache-2.0
// The block index: a summary of every block of one permutation.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storage/permutation.h"

namespace dossier::storage {

struct BlockEntry {
  Key first{};
  Key last{};
  std::array<std::uint64_t, 4> low{};   ///< per column
  std::array<std::uint64_t, 4> high{};  ///< per column
  std::uint32_t rows = 0;
  std::uint32_t heads = 0;   ///< different ids in the first column
  std::uint32_t pairs = 0;   ///< different pairs in the first two columns
  std::uint64_t serial = 0;  ///< names the block in this process's cache; not on disk
};

/// The entry for a block of these rows. Gives it a fresh serial.
BlockEntry make_entry(std::span<const Key> rows);

// The block_index column family: permutation byte + first key -> the rest.
std::string encode_entry_key(Permutation permutation, const Key& first);
std::string encode_entry(const BlockEntry& entry);
/// Throws Error(storage) when the row has the wrong length. Gives the entry a fresh serial.
BlockEntry decode_entry(std::string_view key, std::string_view value);

/// Immutable. All blocks of a permutation in key order.
class BlockIndex {
 public:
  BlockIndex() : BlockIndex(std::vector<BlockEntry>{}) {}
  explicit BlockIndex(std::vector<BlockEntry> entries);

  std::size_t size() const noexcept { return entries_.size(); }
  const BlockEntry& operator[](std::size_t i) const { return entries_[i]; }
  const std::vector<BlockEntry>& entries() const noexcept { return entries_; }

  /// The last block that starts at or before `key`; 0 when none does.
  std::size_t find(const Key& key) const noexcept;
  /// The same, not before block `from`; gallops from there.
  std::size_t find(const Key& key, std::size_t from) const noexcept;
  std::uint64_t rows() const noexcept { return rows_before_.back(); }
  /// Rows of blocks [first, last).
  std::uint64_t rows(std::size_t first, std::size_t last) const {
    return rows_before_[last] - rows_before_[first];
  }
  /// Different ids in the first column, over all blocks.
  std::uint64_t heads() const noexcept { return heads_before_.back(); }
  /// Different pairs of the first two columns in blocks [first, last).
  std::uint64_t pairs(std::size_t first, std::size_t last) const {
    return pairs_before_[last] - pairs_before_[first];
  }

 private:
  std::vector<BlockEntry> entries_;
  std::vector<Key> firsts_;  ///< apart, so that binary search stays within few cache lines
  std::vector<std::uint64_t> rows_before_;
  std::vector<std::uint64_t> heads_before_;
  std::vector<std::uint64_t> pairs_before_;
};

}  // namespace dossier::storage

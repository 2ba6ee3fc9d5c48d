// SPDX-License-Identifier: Apache-2.0
// HashIndex: from the hash of a key to the numbers of the rows that have it. Rows are kept by the
// caller; chains run through one array, so an entry costs four bytes and no allocation.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/runtime/memory_budget.h"
#include "model/term_id.h"

namespace dossier {

/// Mixes the values of a key into a hash whose low bits are good.
class KeyHash {
 public:
  void add(TermId id) noexcept {
    hash_ ^= id.bits();
    hash_ *= 0x9E3779B97F4A7C15ULL;
    hash_ ^= hash_ >> 32;
  }
  std::uint64_t value() const noexcept { return hash_; }

 private:
  std::uint64_t hash_ = 0x51ED270B9F1B2C3DULL;
};

class HashIndex {
 public:
  static constexpr std::uint32_t kEnd = ~std::uint32_t{0};

  /// The budget must outlive the index.
  explicit HashIndex(MemoryBudget& memory) : memory_(memory) {}
  HashIndex(const HashIndex&) = delete;
  HashIndex& operator=(const HashIndex&) = delete;
  ~HashIndex() { clear(); }

  /// Enters the next row, numbered from 0. Throws Error(limit).
  void add(std::uint64_t hash);
  /// Candidates with this hash's bucket: compare keys, then go on with next().
  std::uint32_t first(std::uint64_t hash) const noexcept {
    return heads_.empty() ? kEnd : heads_[hash & (heads_.size() - 1)];
  }
  std::uint32_t next(std::uint32_t row) const noexcept { return entries_[row].next; }
  std::uint64_t hash(std::uint32_t row) const noexcept { return entries_[row].hash; }
  std::size_t size() const noexcept { return entries_.size(); }
  void clear() noexcept;

 private:
  struct Entry {
    std::uint64_t hash;
    std::uint32_t next;
  };
  void grow();
  void recharge();

  MemoryBudget& memory_;
  std::vector<std::uint32_t> heads_;
  std::vector<Entry> entries_;
  std::size_t charged_ = 0;
};

}  // namespace dossier

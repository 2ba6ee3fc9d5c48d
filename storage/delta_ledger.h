// Which permutations still wait for each row of the delta. Private to storage/.
//
// On disk a row says what holds of a quad and nothing else: it may stay after some permutations
// have taken the change into their blocks, as saying what is so does no harm. It must go when the
// last has; this ledger knows when. It is not on disk: after opening, all wait for every row.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "storage/delta.h"
#include "storage/permutation.h"

namespace dossier::storage {

/// Touched only by the holder of the writer's turn.
class DeltaLedger {
 public:
  DeltaLedger() = default;
  /// Every change of `spo` is a row.
  explicit DeltaLedger(const Delta& spo) {
    for (DeltaCursor at(spo, KeyRange{}); !at.at_end(); at.next()) add(at.key());
  }

  std::size_t size() const noexcept { return waiting_.size(); }
  bool contains(const Key& spo) const { return waiting_.contains(spo); }
  /// A row was written: all permutations wait.
  void add(const Key& spo) { waiting_[spo] = kAll; }
  /// Whether the row may go once `permutation` has its change.
  bool last(const Key& spo, Permutation permutation) const {
    const auto row = waiting_.find(spo);
    return row != waiting_.end() && (row->second & ~bit(permutation)) == 0;
  }
  /// `permutation` has its change.
  void settle(const Key& spo, Permutation permutation) {
    const auto row = waiting_.find(spo);
    if (row == waiting_.end()) return;
    row->second = static_cast<std::uint8_t>(row->second & ~bit(permutation));
    if (row->second == 0) waiting_.erase(row);
  }

 private:
  static constexpr std::uint8_t kAll = (1U << kPermutationCount) - 1;
  static std::uint8_t bit(Permutation permutation) {
    return static_cast<std::uint8_t>(1U << index_of(permutation));
  }

  struct Hash {
    std::size_t operator()(const Key& key) const noexcept {
      std::uint64_t hash = 0;
      for (const std::uint64_t word : key) {
        hash = (hash ^ word) * 0x9E3779B97F4A7C15ULL;
        hash ^= hash >> 32;
      }
      return hash;
    }
  };
  boost::unordered_flat_map<Key, std::uint8_t, Hash> waiting_;
};

}  // namespace dossier::storage

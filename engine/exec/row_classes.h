// SPDX-License-Identifier: Apache-2.0
// RowClasses: rows kept by the class of their key's hash, to be grouped class by class later: so
// that several threads can group rows, each those of some classes, without hashing any of them
// twice (partitioned aggregation, as in Leis and others, SIGMOD 2014).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "engine/exec/hash_index.h"
#include "engine/exec/row_store.h"
#include "engine/runtime/batch.h"

namespace dossier {

/// One of `classes` by a hash. Not by its low bits, which are alike within a bucket of a table.
inline std::size_t class_of(std::uint64_t hash, std::size_t classes) noexcept {
  return (hash >> 40) % classes;
}

/// One thread at a time; several with each_batch().
class RowClasses {
 public:
  static constexpr std::size_t kCount = 16;

  /// The budget must outlive it.
  RowClasses(const Layout& layout, const std::vector<Slot>& keys, MemoryBudget& memory);

  void add(const Batch& batch);
  std::size_t size() const noexcept { return size_; }
  /// Puts the rows of one class into `batch`, many at a time, and calls `visit` for each time.
  void each_batch(std::size_t number, Batch& batch,
                  const std::function<void(const Batch&)>& visit) const;

 private:
  std::vector<Slot> keys_;
  std::vector<std::unique_ptr<RowStore>> rows_;  ///< by class
  std::size_t size_ = 0;
};

}  // namespace dossier

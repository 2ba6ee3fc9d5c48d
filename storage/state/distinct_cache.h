// SPDX-License-Identifier: Apache-2.0
// Counts of distinct ids that planning asks for again and again. Private to storage/.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <unordered_map>

#include "model/id_quad.h"

namespace dossier::storage {

/// The counts of one state. A copy of a state gets an empty cache, since its data will differ.
/// Thread-safe; two threads may count the same at once.
class DistinctCache {
 public:
  DistinctCache() = default;
  DistinctCache(const DistinctCache&) noexcept {}
  DistinctCache& operator=(const DistinctCache&) = delete;

  /// The count for a predicate and a position; `count` computes it the first time.
  template <typename Count>
  std::uint64_t get(TermId predicate, Position position, Count count) {
    auto& counts = counts_[static_cast<std::size_t>(position)];
    {
      const std::lock_guard lock(mutex_);
      if (const auto found = counts.find(predicate); found != counts.end()) return found->second;
    }
    const std::uint64_t result = count();
    const std::lock_guard lock(mutex_);
    if (counts.size() >= kMostPredicates) counts.clear();
    counts.emplace(predicate, result);
    return result;
  }

 private:
  static constexpr std::size_t kMostPredicates = 4096;

  std::mutex mutex_;
  std::array<std::unordered_map<TermId, std::uint64_t>, 4> counts_;  ///< by position
};

}  // namespace dossier::storage

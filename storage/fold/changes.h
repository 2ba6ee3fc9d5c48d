// SPDX-License-Identifier: Apache-2.0
// The changes that a running transaction makes to a state's quads. Private to storage/.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "storage/state/state.h"

namespace dossier::storage {

struct IdQuadHash {
  std::size_t operator()(const IdQuad& quad) const noexcept {
    std::size_t hash = 0;
    for (const TermId id : {quad.subject, quad.predicate, quad.object, quad.graph}) {
      hash = (hash ^ std::hash<TermId>{}(id)) * 0x9E3779B97F4A7C15ULL;
    }
    return hash;
  }
};

/// Quads are looked up in the state many at a time, so added changes are pending until
/// apply_pending(); all other functions ignore pending ones. The state must outlive this object.
class Changes {
 public:
  explicit Changes(const State& state) : state_(state) {}

  void add(const IdQuad& quad, bool present) {
    pending_.emplace_back(quad, present);
    if (pending_.size() >= kMostPending) apply_pending();
  }
  void apply_pending();

  bool empty() const noexcept { return changes_.empty(); }
  /// Whether the quad is present, if that differs from the state.
  std::optional<bool> find(const IdQuad& quad) const;
  std::uint64_t inserted() const noexcept { return inserted_; }
  std::uint64_t erased() const noexcept { return erased_; }
  /// Every change that had an effect when it was made, in order.
  const std::vector<std::pair<IdQuad, bool>>& log() const noexcept { return log_; }
  /// The differences from the state, in spo order.
  std::vector<Change> sorted() const;

 private:
  static constexpr std::size_t kMostPending = 4096;

  const State& state_;
  std::vector<std::pair<IdQuad, bool>> pending_;
  boost::unordered_flat_map<IdQuad, bool, IdQuadHash> changes_;  ///< differences from the state
  std::vector<std::pair<IdQuad, bool>> log_;
  std::uint64_t inserted_ = 0;
  std::uint64_t erased_ = 0;
};

}  // namespace dossier::storage

// SPDX-License-Identifier: Apache-2.0
// What a running transaction changes of a state's quads. Private to storage/.
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

/// Whether a quad is there already is asked for many at a time, so what is added waits until
/// settle(); every other function speaks of the settled changes. The state must outlive it.
class Changes {
 public:
  explicit Changes(const State& state) : state_(state) {}

  void add(const IdQuad& quad, bool present) {
    waiting_.emplace_back(quad, present);
    if (waiting_.size() >= kWaiting) settle();
  }
  void settle();

  bool empty() const noexcept { return changes_.empty(); }
  /// Whether the quad is there, where that differs from the state.
  std::optional<bool> find(const IdQuad& quad) const;
  std::uint64_t inserted() const noexcept { return inserted_; }
  std::uint64_t erased() const noexcept { return erased_; }
  /// Every change that was one when it was made, in order.
  const std::vector<std::pair<IdQuad, bool>>& log() const noexcept { return log_; }
  /// What differs from the state, in spo order.
  std::vector<Change> sorted() const;

 private:
  static constexpr std::size_t kWaiting = 4096;

  const State& state_;
  std::vector<std::pair<IdQuad, bool>> waiting_;
  boost::unordered_flat_map<IdQuad, bool, IdQuadHash> changes_;  ///< what differs from the state
  std::vector<std::pair<IdQuad, bool>> log_;
  std::uint64_t inserted_ = 0;
  std::uint64_t erased_ = 0;
};

}  // namespace dossier::storage

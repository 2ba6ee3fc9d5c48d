// SPDX-License-Identifier: Apache-2.0
#include "storage/fold/changes.h"

#include <algorithm>

#include "storage/scan/reading.h"

namespace dossier::storage {

// Sorted by quad, so that neighbours are found in the same block. Changes to the same quad keep
// their order.
void Changes::apply_pending() {
  std::stable_sort(pending_.begin(), pending_.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  Membership state(state_, state_.delta(Permutation::spo));
  for (const auto& [quad, present] : pending_) {
    const auto known = changes_.find(quad);
    if (known != changes_.end()) {
      if (known->second == present) continue;
      changes_.erase(known);
      --(present ? erased_ : inserted_);
    } else {
      if (state.contains(quad) == present) continue;
      changes_.emplace(quad, present);
      ++(present ? inserted_ : erased_);
    }
    log_.emplace_back(quad, present);
  }
  pending_.clear();
}

std::optional<bool> Changes::find(const IdQuad& quad) const {
  const auto known = changes_.find(quad);
  return known == changes_.end() ? std::nullopt : std::optional(known->second);
}

std::vector<Change> Changes::sorted() const {
  std::vector<Change> sorted;
  sorted.reserve(changes_.size());
  for (const auto& [quad, present] : changes_) {
    sorted.push_back({to_key(Permutation::spo, quad), present});
  }
  std::sort(sorted.begin(), sorted.end(),
            [](const Change& a, const Change& b) { return a.key < b.key; });
  return sorted;
}

}  // namespace dossier::storage

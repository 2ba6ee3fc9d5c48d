// SPDX-License-Identifier: Apache-2.0
#include "storage/fold/changes.h"

#include <algorithm>

#include "storage/scan/reading.h"

namespace dossier::storage {

// In the order of quads, so that neighbours find their block at hand; changes to the same quad keep
// theirs.
void Changes::settle() {
  std::stable_sort(waiting_.begin(), waiting_.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  Membership state(state_, state_.delta(Permutation::spo));
  for (const auto& [quad, present] : waiting_) {
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
  waiting_.clear();
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

// SPDX-License-Identifier: Apache-2.0
#include "storage/terms/row_places.h"

#include "storage/terms/term_codec.h"

namespace dossier::storage {

RowPlaces::RowPlaces(const TermRuns& runs, std::span<const TermId> ids,
                     std::span<const std::size_t> wanted)
    : wanted_(wanted) {
  TermId last;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const TermId id = ids[wanted[i]];
    const TermRun* const run = runs.of(id);
    const TermId place = run != nullptr ? run->page_of(id) : id;
    if (run != nullptr && place == last) continue;
    last = place;
    keys_.push_back(encode_id(place));
    begins_.push_back(i);
  }
}

std::span<const std::size_t> RowPlaces::at(std::size_t i) const {
  const std::size_t end = i + 1 < begins_.size() ? begins_[i + 1] : wanted_.size();
  return wanted_.subspan(begins_[i], end - begins_[i]);
}

}  // namespace dossier::storage

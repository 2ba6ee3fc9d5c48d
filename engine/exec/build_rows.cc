// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/build_rows.h"

namespace dossier {

void BuildRows::add(const Batch& batch, std::size_t part, const JoinColumns& columns) {
  const std::size_t first = rows_.size();
  if (segments_.empty() || segments_.back().part != part) segments_.push_back({part, first, first});
  segments_.back().end += batch.size();
  for (std::size_t row = 0; row < batch.size(); ++row) {
    TermId* values = rows_.add();
    for (std::size_t i = 0; i < batch.width(); ++i) values[i] = batch.column(i)[row];
    hashes_.push_back(static_cast<std::uint32_t>(columns.hash_right(values)));
  }
  charge_.set(hashes_.capacity() * sizeof(std::uint32_t));
}

}  // namespace dossier

// SPDX-License-Identifier: Apache-2.0
#include "engine/results/written_rows.h"

namespace dossier::results {

bool WrittenRows::write(std::span<const std::span<const TermId>> ids,
                        const WrittenTermsSink& writer, std::size_t most) {
  text_.clear();
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (columns_[i].write(ids[i], *reader_, writer, text_, most)) continue;
    forget();
    return false;
  }
  return true;
}

std::size_t WrittenRows::bytes() const noexcept {
  std::size_t bytes = text_.capacity();
  for (const WrittenTerms& column : columns_) bytes += column.bytes();
  return bytes;
}

}  // namespace dossier::results

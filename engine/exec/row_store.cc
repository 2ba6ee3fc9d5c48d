// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/row_store.h"

namespace dossier {

void RowStore::grow() {
  memory_.charge(chunk_bytes());
  chunks_.push_back(std::make_unique_for_overwrite<TermId[]>(chunk_rows() * width_));
}

void RowStore::clear() noexcept {
  memory_.release(chunks_.size() * chunk_bytes());
  chunks_.clear();
  size_ = 0;
}

}  // namespace dossier

// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/row_classes.h"

#include <algorithm>

namespace dossier {

RowClasses::RowClasses(const Layout& layout, const std::vector<Slot>& keys, MemoryBudget& memory)
    : keys_(keys) {
  for (std::size_t i = 0; i < kCount; ++i)
    rows_.push_back(std::make_unique<RowStore>(layout.size(), memory));
}

void RowClasses::add(const Batch& batch) {
  std::vector<KeyHash> hashes(batch.size());
  for (const Slot key : keys_) {
    const TermId* column = batch.find(key);
    for (std::size_t row = 0; row < batch.size(); ++row)
      hashes[row].add(column == nullptr ? TermId::none() : column[row]);
  }
  for (std::size_t row = 0; row < batch.size(); ++row) {
    TermId* values = rows_[class_of(hashes[row].value(), kCount)]->add();
    for (std::size_t i = 0; i < batch.width(); ++i) values[i] = batch.column(i)[row];
  }
  size_ += batch.size();
}

void RowClasses::each_batch(std::size_t number, Batch& batch,
                            const std::function<void(const Batch&)>& visit) const {
  const RowStore& rows = *rows_[number];
  batch.make_room(std::min(rows.size(), batch.most_rows()));
  for (std::size_t at = 0; at < rows.size(); at += batch.size()) {
    batch.resize(std::min(rows.size() - at, batch.capacity()));
    for (std::size_t row = 0; row < batch.size(); ++row) {
      const TermId* values = rows[at + row];
      for (std::size_t i = 0; i < batch.width(); ++i) batch.column(i)[row] = values[i];
    }
    visit(batch);
  }
}

}  // namespace dossier

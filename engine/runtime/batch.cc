// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/batch.h"

#include <algorithm>
#include <utility>

namespace dossier {

std::size_t column_of(const Layout& layout, Slot slot) noexcept {
  auto it = std::find(layout.begin(), layout.end(), slot);
  return it == layout.end() ? kNoColumn : static_cast<std::size_t>(it - layout.begin());
}

Batch::Batch(Layout layout) : layout_(std::move(layout)) {
  columns_.reserve(layout_.size());
  for (std::size_t i = 0; i < layout_.size(); ++i)
    columns_.push_back(std::make_unique_for_overwrite<TermId[]>(kCapacity));
}

TermId* Batch::find(Slot slot) noexcept {
  const std::size_t index = column_of(layout_, slot);
  return index == kNoColumn ? nullptr : columns_[index].get();
}

const TermId* Batch::find(Slot slot) const noexcept {
  const std::size_t index = column_of(layout_, slot);
  return index == kNoColumn ? nullptr : columns_[index].get();
}

void Batch::select(std::span<const std::uint32_t> rows) noexcept {
  if (rows.size() == size_) return;
  for (auto& column : columns_) {
    TermId* values = column.get();
    for (std::size_t i = 0; i < rows.size(); ++i) values[i] = values[rows[i]];
  }
  size_ = rows.size();
}

void Batch::append(const Batch& other, std::size_t row) noexcept {
  for (std::size_t i = 0; i < columns_.size(); ++i) columns_[i][size_] = other.columns_[i][row];
  ++size_;
}

}  // namespace dossier

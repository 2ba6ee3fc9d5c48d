// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/batch.h"

#include <algorithm>
#include <utility>

namespace dossier {

std::size_t column_of(const Layout& layout, Slot slot) noexcept {
  auto it = std::find(layout.begin(), layout.end(), slot);
  return it == layout.end() ? kNoColumn : static_cast<std::size_t>(it - layout.begin());
}

namespace {

constexpr std::size_t kFirstRows = 64;
/// A batch's values beyond which more rows gain nothing: what is done once a batch is done once
/// for so many values.
constexpr std::size_t kMostValues = std::size_t{32} << 10;

}  // namespace

std::size_t Batch::most_rows() const noexcept {
  return std::clamp<std::size_t>(kMostValues / std::max<std::size_t>(1, layout_.size()), 1,
                                 kCapacity);
}

void Batch::grow() { make_room(std::min(most_rows(), std::max(kFirstRows, 4 * capacity_))); }

void Batch::make_room(std::size_t rows) {
  if (rows <= capacity_) return;
  size_ = 0;
  capacity_ = 0;
  for (auto& column : columns_) {
    column.reset();  // first: both would be there at a time
    column = std::make_unique_for_overwrite<TermId[]>(rows);
  }
  capacity_ = rows;
}

ColumnFinder::ColumnFinder(const Layout& layout) : layout_(&layout) {
  constexpr std::size_t kWide = 32;
  if (layout.size() <= kWide) return;
  places_.reserve(layout.size());
  for (std::size_t i = 0; i < layout.size(); ++i)
    places_.emplace_back(layout[i], static_cast<std::uint32_t>(i));
  std::sort(places_.begin(), places_.end());
}

std::size_t ColumnFinder::find(Slot slot) const noexcept {
  const auto it = std::lower_bound(places_.begin(), places_.end(), std::pair(slot, 0U));
  return it == places_.end() || it->first != slot ? kNoColumn : it->second;
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

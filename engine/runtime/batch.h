// SPDX-License-Identifier: Apache-2.0
// Batch: up to kCapacity rows as columns of term ids. What operators hand to each other, and what
// compiled expressions run over.
//
// A batch carries a column for each variable its producer promises and no others. A variable
// without a column is unbound in every row; TermId::none() in a column is unbound in that row.
// The algebra replaces EXISTS and aggregates inside expressions by variables of their own, so an
// expression over a batch needs nothing but columns.
#pragma once

#include <boost/container/small_vector.hpp>
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "engine/algebra/variables.h"
#include "model/term_id.h"

namespace dossier {

/// The variables of an operator's rows, in column order.
using Layout = std::vector<Slot>;

class Batch {
 public:
  static constexpr std::size_t kCapacity = 2048;

  Batch() = default;
  /// Columns are allocated here once, uninitialised; size() is 0.
  explicit Batch(Layout layout);

  std::size_t size() const noexcept { return size_; }
  bool empty() const noexcept { return size_ == 0; }
  bool full() const noexcept { return size_ == kCapacity; }
  /// At most kCapacity; the rows' values must have been written.
  void resize(std::size_t size) noexcept { size_ = size; }
  void clear() noexcept { size_ = 0; }

  const Layout& layout() const noexcept { return layout_; }
  std::size_t width() const noexcept { return layout_.size(); }

  /// By column number: kCapacity values, the first size() of them meaningful.
  TermId* column(std::size_t index) noexcept { return columns_[index].get(); }
  const TermId* column(std::size_t index) const noexcept { return columns_[index].get(); }

  /// By variable: the column, or null where this batch has none. A linear search: once per batch,
  /// not once per row.
  TermId* find(Slot slot) noexcept;
  const TermId* find(Slot slot) const noexcept;

  /// Keeps the rows whose numbers are given, ascending.
  void select(std::span<const std::uint32_t> rows) noexcept;
  /// Appends row `row` of a batch of the same layout; there must be room.
  void append(const Batch& other, std::size_t row) noexcept;

 private:
  Layout layout_;
  boost::container::small_vector<std::unique_ptr<TermId[]>, 8> columns_;
  std::size_t size_ = 0;
};

/// The column of `slot` in a layout, or npos.
inline constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);
std::size_t column_of(const Layout& layout, Slot slot) noexcept;

}  // namespace dossier

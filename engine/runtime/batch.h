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
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "engine/algebra/variables.h"
#include "model/term_id.h"

namespace dossier {

/// The variables of an operator's rows, in column order.
using Layout = std::vector<Slot>;

inline constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);
/// The column of `slot` in a layout, or kNoColumn: a linear search.
std::size_t column_of(const Layout& layout, Slot slot) noexcept;

/// Finds the columns of one layout, also of a wide one.
class ColumnFinder {
 public:
  /// The layout must outlive it.
  explicit ColumnFinder(const Layout& layout);
  std::size_t operator()(Slot slot) const noexcept {
    return places_.empty() ? column_of(*layout_, slot) : find(slot);
  }

 private:
  std::size_t find(Slot slot) const noexcept;

  const Layout* layout_;
  std::vector<std::pair<Slot, std::uint32_t>> places_;  ///< by slot, for wide layouts
};

class Batch {
 public:
  /// No batch has more rows; one of many columns has fewer, see most_rows().
  static constexpr std::size_t kCapacity = 2048;

  Batch() = default;
  /// Without room: see grow() and make_room(). size() is 0.
  explicit Batch(Layout layout) : layout_(std::move(layout)), columns_(layout_.size()) {}

  std::size_t size() const noexcept { return size_; }
  bool empty() const noexcept { return size_ == 0; }
  /// The rows there is room for.
  std::size_t capacity() const noexcept { return capacity_; }
  bool full() const noexcept { return size_ == capacity_; }
  /// At most capacity(), but where there are no columns; the values must have been written.
  void resize(std::size_t size) noexcept { size_ = size; }
  void clear() noexcept { size_ = 0; }

  /// Makes room for more rows than before, if most_rows() allows. Forgets the rows. Batches start
  /// small, so that queries of many operators and few rows take little memory.
  void grow();
  /// What grow() leads to.
  std::size_t most_rows() const noexcept;
  /// Room for at least so many rows, at most kCapacity. Forgets the rows if it has to grow.
  void make_room(std::size_t rows);
  /// What its columns take.
  std::size_t bytes() const noexcept { return capacity_ * columns_.size() * sizeof(TermId); }

  const Layout& layout() const noexcept { return layout_; }
  std::size_t width() const noexcept { return layout_.size(); }

  /// By column number: capacity() values, the first size() of them meaningful.
  TermId* column(std::size_t index) noexcept { return columns_[index].get(); }
  const TermId* column(std::size_t index) const noexcept { return columns_[index].get(); }

  /// By variable: the column, or null where this batch has none. A search: once per batch, not once
  /// per row.
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
  std::size_t capacity_ = 0;
};

}  // namespace dossier

// SPDX-License-Identifier: Apache-2.0
// Where the columns of a join's rows come from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/exec/row_store.h"
#include "engine/runtime/batch.h"

namespace dossier {

/// The columns of a left and a right input that make up an output, and those they must agree on.
/// Right columns may be fewer than the right input has: rows of a RowStore are read by number.
struct JoinColumns {
  struct Pair {
    std::size_t left;
    std::size_t right;
  };
  struct Source {
    std::size_t left;   ///< or kNoColumn
    std::size_t right;  ///< or kNoColumn; with both, the right counts where the left is unbound
  };

  JoinColumns(const Layout& output, const Layout& left, const Layout& right,
              const std::vector<Slot>& keys, const std::vector<Slot>& uncertain);

  /// Solutions are compatible when they agree wherever both are bound.
  bool compatible(const Batch& left, std::size_t row, const TermId* right) const noexcept {
    for (const Pair& pair : uncertain) {
      const TermId a = left.column(pair.left)[row];
      const TermId b = right[pair.right];
      if (a && b && a != b) return false;
    }
    return true;
  }
  bool equal_keys(const Batch& left, std::size_t row, const TermId* right) const noexcept {
    for (const Pair& pair : keys) {
      if (left.column(pair.left)[row] != right[pair.right]) return false;
    }
    return true;
  }
  /// Where what hash_left() reads differs from the row before: the begins of runs of equal keys,
  /// and the end of the last one.
  void find_runs(const Batch& left, std::vector<std::uint32_t>& begins) const;
  /// Of the keys, or of the value of `perhaps`.
  std::uint64_t hash_left(const Batch& left, std::size_t row) const noexcept;
  std::uint64_t hash_right(const TermId* right) const noexcept;
  /// Whether hashes can differ.
  bool is_hashed() const noexcept { return !keys.empty() || perhaps.has_value(); }
  /// Writes row `at` of `out`; a null `right` leaves its columns unbound.
  void write(Batch& out, std::size_t at, const Batch& left, std::size_t row,
             const TermId* right) const noexcept;
  /// Writes the first rows of `out`: each of `rows` with the one of `right` at the same place.
  void write(Batch& out, const Batch& left, std::span<const std::uint32_t> rows,
             std::span<const TermId* const> right) const noexcept;
  /// Writes `count` rows from `at` on: a left row with those of `right` from `first` on.
  void write(Batch& out, std::size_t at, const Batch& left, std::size_t row, const RowStore& right,
             std::size_t first, std::size_t count) const noexcept;

  std::vector<Source> sources;  ///< by output column
  std::vector<Pair> keys;
  std::vector<Pair> uncertain;
  /// Where there are no keys: the uncertain one by which rows that have it are hashed; those that
  /// have it not join with any value.
  std::optional<Pair> perhaps;
};

}  // namespace dossier

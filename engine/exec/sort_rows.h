// SPDX-License-Identifier: Apache-2.0
// SortRows: rows with the values they are sorted by, as they come. SortOrder puts them in order.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/exec/query_state.h"
#include "engine/exec/row_store.h"
#include "engine/exec/sort_conditions.h"
#include "engine/functions/order.h"

namespace dossier {

/// One thread at a time; with head() and order() any number.
class SortRows {
 public:
  /// The state and the conditions, compiled for it, must outlive the rows. Of rows with `width`
  /// columns, of which only the first `limit` are wanted.
  SortRows(QueryState& state, std::size_t width, const SortConditions& conditions,
           std::optional<std::uint64_t> limit);

  /// `part` ascends from call to call.
  void add(const Batch& batch, std::size_t part);
  std::size_t size() const noexcept { return rows_.size(); }
  const TermId* operator[](std::uint32_t row) const noexcept { return rows_[row]; }
  std::size_t conditions() const noexcept { return conditions_.size(); }

  /// With a limit: forgets rows that the first condition alone shows not to be wanted. The limits
  /// are those of the thread that calls.
  void keep_first(Limits& limits);

  /// Where a condition's values that are bound are all of one inline kind, in which ids sort like
  /// their terms: that kind, or `none` when no value is bound.
  std::optional<TermId::Kind> plain_kind(std::size_t condition) const;
  /// Makes the values ready to be compared, when no row will be added any more. `by_id`: the
  /// conditions whose values are compared by their ids, as plain_kind() allows for all rows that
  /// are compared with these. The limits are those of the thread that calls.
  void make_keys(const std::vector<bool>& by_id, Limits& limits);
  /// When no rows will be compared any more.
  void forget_keys() noexcept;

  /// After make_keys(): what all texts among the first condition's values begin with; nothing when
  /// there are none. Valid until forget_keys().
  std::optional<std::string_view> common_text() const noexcept { return common_; }
  /// After make_keys(). `skip`: of the first condition's texts, what all begin with.
  void make_heads(std::size_t skip);
  /// After make_heads(): a number by which rows can be compared first: of two rows with different
  /// numbers the one with the smaller comes first.
  std::uint64_t head(std::uint32_t row) const;
  /// After make_keys(): rows by their values, then as one thread would have found them.
  static std::strong_ordering order(const SortRows& a, std::uint32_t row_a, const SortRows& b,
                                    std::uint32_t row_b);

 private:
  /// The values of one condition where ids don't sort like terms: a key for each different value.
  struct Keys {
    bool by_id = false;
    std::vector<std::uint32_t> of_row;  ///< number of the row's key
    std::vector<OrderKey> keys;
  };

  /// Which kinds of values a condition has had.
  struct Kinds {
    TermId::Kind kind = TermId::Kind::none;
    bool is_mixed = false;  ///< not all of `kind`, or not to be compared by their ids
    void add(TermId id);
  };

  TermId value(std::size_t row, std::size_t condition) const {
    return rows_[row][width_ + condition];
  }
  void make_keys(std::size_t condition, Limits& limits);
  void find_common_text();
  std::vector<TermId> number_values(std::size_t condition);
  std::weak_ordering compare(std::uint32_t row, const SortRows& other,
                             std::uint32_t other_row) const;
  void prune();
  void prune_sorted();
  /// Keeps the rows with these numbers, which ascend.
  void keep(const std::vector<std::uint32_t>& rows);

  QueryState& state_;
  std::size_t width_;
  const SortConditions& conditions_;
  std::optional<std::uint64_t> limit_;
  RowStore rows_;             ///< columns, then values, then the part
  std::vector<Kinds> kinds_;  ///< by condition
  std::vector<TermId> values_;
  std::vector<Keys> keys_;
  std::optional<std::string_view> common_;  ///< of a key
  std::vector<std::uint64_t> heads_;        ///< of the first condition's keys
  MemoryCharge keys_charge_;
};

}  // namespace dossier

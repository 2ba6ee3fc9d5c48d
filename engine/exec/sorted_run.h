// SPDX-License-Identifier: Apache-2.0
// SortedRun: rows with the values they are sorted by, and then their order. Rows that compare equal
// keep the order in which they came.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/exec/query_state.h"
#include "engine/exec/row_store.h"
#include "engine/functions/expression.h"
#include "engine/functions/order.h"

namespace dossier {

struct SortCondition {
  CompiledExpression expression;
  bool descending;
};
using SortConditions = std::vector<SortCondition>;

/// One thread at a time; with order() any number.
class SortedRun {
 public:
  /// The state and the conditions, compiled for it, must outlive the run. Of rows with `width`
  /// columns, of which only the first `limit` are wanted.
  SortedRun(QueryState& state, std::size_t width, const SortConditions& conditions,
            std::optional<std::uint64_t> limit);

  /// Before sort(). `part` ascends from call to call.
  void add(const Batch& batch, std::size_t part);
  /// Where a condition's values that are bound are all of one inline kind, in which ids sort like
  /// their terms: that kind, or `none` when no value is bound.
  std::optional<TermId::Kind> plain_kind(std::size_t condition) const;
  /// `by_id`: the conditions whose values are compared by their ids, as plain_kind() allows for all
  /// runs that are compared with this one. The limits are those of the thread that calls.
  void sort(const std::vector<bool>& by_id, Limits& limits);
  /// With what this run alone allows.
  void sort(Limits& limits);

  /// After sort(), when no other run will be compared with this one.
  void forget_values() noexcept;

  /// After sort(): how many rows there are, the first `limit` of them at most.
  std::size_t size() const noexcept { return sorted_.size(); }
  const TermId* operator[](std::size_t place) const noexcept { return rows_[sorted_[place]]; }
  /// Rows at places of two sorted runs: by their values, then by their parts.
  static std::weak_ordering order(const SortedRun& a, std::size_t place_a, const SortedRun& b,
                                  std::size_t place_b);

 private:
  /// The values of one condition, by row: ids, or, where ids don't sort like terms, keys.
  struct Keys {
    bool by_id = false;
    std::vector<TermId> ids;
    std::vector<OrderKey> keys;
  };

  void make_keys(std::size_t condition, bool by_id, Limits& limits);
  std::weak_ordering compare(std::uint32_t row, const SortedRun& other,
                             std::uint32_t other_row) const;
  void prune();

  QueryState& state_;
  std::size_t width_;
  const SortConditions& conditions_;
  std::optional<std::uint64_t> limit_;
  RowStore rows_;  ///< columns, then values, then the part
  std::vector<TermId> values_;
  std::vector<Keys> keys_;
  MemoryCharge keys_charge_;
  std::vector<std::uint32_t> sorted_;
  MemoryCharge order_charge_;
};

}  // namespace dossier

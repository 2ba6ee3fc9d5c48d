// SPDX-License-Identifier: Apache-2.0
// The columns of a result as text, looked up or computed. Private to engine/results.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/query/result_rows.h"
#include "engine/results/written_rows.h"
#include "engine/results/written_values.h"

namespace dossier::results {

/// One thread at a time, which others may help. The rows must outlive it.
class RowTexts {
 public:
  /// Of so many columns. Before the first row is taken: what can be computed late is left to it.
  RowTexts(ResultRows& rows, std::size_t width);

  /// As WrittenRows::use().
  void use(Workers& workers, const std::function<void()>& watch);
  /// Writes `count` of the rows taken, from `first` on; false, and nothing is kept, when there is
  /// no room for them.
  bool write(std::size_t first, std::size_t count, const AppendTerm& append, TextRoom& room);
  /// Of the rows written.
  std::string_view value(std::size_t row, std::size_t column) const {
    const LateValues::Column& source = columns_[column];
    return source.is_value ? values_->value(row, source.index) : terms_->value(row, source.index);
  }
  /// The terms of one of the rows taken, whatever memory they take: Error(limit) when it runs out.
  std::vector<std::optional<Term>> terms(std::size_t row, MemoryCharge& memory);
  bool is_sparse() const { return terms_->is_sparse() || (values_ && values_->is_sparse()); }
  void forget() noexcept;
  std::size_t bytes() const noexcept {
    return terms_->bytes() + (values_ ? values_->bytes() : std::size_t{0});
  }

 private:
  std::optional<Term> term(TermId id);

  ResultRows& rows_;
  std::vector<LateValues::Column> columns_;  ///< by column of the result: in terms_ or values_
  std::vector<std::size_t> looked_up_;       ///< by column of terms_: in the rows
  std::optional<WrittenRows> terms_;
  std::optional<WrittenValues> values_;
};

}  // namespace dossier::results

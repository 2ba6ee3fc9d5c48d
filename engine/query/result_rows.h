// SPDX-License-Identifier: Apache-2.0
// The rows of a result as ids, for those who read the terms of many rows together. Private to
// engine/.
#pragma once

#include <chrono>
#include <cstddef>
#include <span>
#include <vector>

#include "dossier/query.h"
#include "engine/exec/late_values.h"
#include "engine/exec/query_state.h"
#include "model/term_id.h"

namespace dossier {

class Execution;

/// One pass over a SELECT. One thread at a time.
class ResultRows {
 public:
  /// The result must outlive it.
  explicit ResultRows(QueryResult& result);

  /// Replaces the rows by the next ones: up to `most`, fewer when they come slowly, so that readers
  /// see them soon. Returns how many; 0 at the end.
  std::size_t take(std::size_t most);
  std::size_t width() const noexcept { return columns_.size(); }
  /// none() where the value is unbound.
  std::span<const TermId> column(std::size_t index) const { return columns_[index]; }
  QueryState& state();
  Execution& execution();
  /// As Execution::leave_values(): null, too, when rows were taken before.
  const LateValues* leave_values();

 private:
  using Clock = std::chrono::steady_clock;

  QueryResult& result_;
  Clock::time_point begin_;  ///< of the first take()
  std::vector<std::vector<TermId>> columns_;
};

}  // namespace dossier

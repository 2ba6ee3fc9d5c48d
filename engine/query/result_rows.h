// SPDX-License-Identifier: Apache-2.0
// The rows of a result as ids, for those who read the terms of many rows together. Private to
// engine/.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "dossier/query.h"
#include "engine/exec/query_state.h"
#include "model/term_id.h"

namespace dossier {

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

 private:
  QueryResult& result_;
  std::vector<std::vector<TermId>> columns_;
};

}  // namespace dossier

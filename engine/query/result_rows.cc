// SPDX-License-Identifier: Apache-2.0
#include "engine/query/result_rows.h"

#include <algorithm>

#include "engine/query/query_result.h"

namespace dossier {

ResultRows::ResultRows(QueryResult& result)
    : result_(result), columns_(result.variables().size()) {}

std::size_t ResultRows::take(std::size_t most) {
  constexpr Clock::duration kLongest = std::chrono::milliseconds(20);
  const Clock::time_point start = Clock::now();
  if (begin_ == Clock::time_point{}) begin_ = start;
  // Who has read for a while may wait a little longer.
  const Clock::duration longest = std::max(kLongest, (start - begin_) / 4);
  for (auto& column : columns_) column.clear();
  std::size_t count = 0;
  while (count < most) {
    const std::size_t some = result_.impl().next(columns_, most - count);
    count += some;
    if (some == 0 || Clock::now() - start > longest) break;
  }
  return count;
}

const LateValues* ResultRows::leave_values() {
  const LateValues* const late = execution().leave_values();
  if (late != nullptr) columns_.resize(late->rows.size());
  return late;
}

Execution& ResultRows::execution() { return *result_.impl().execution; }

QueryState& ResultRows::state() { return result_.impl().execution->state(); }

}  // namespace dossier

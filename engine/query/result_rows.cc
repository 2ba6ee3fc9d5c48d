// SPDX-License-Identifier: Apache-2.0
#include "engine/query/result_rows.h"

#include <chrono>

#include "engine/query/query_result.h"

namespace dossier {

ResultRows::ResultRows(QueryResult& result)
    : result_(result), columns_(result.variables().size()) {}

std::size_t ResultRows::take(std::size_t most) {
  using Clock = std::chrono::steady_clock;
  constexpr std::chrono::milliseconds kLongest{20};
  const Clock::time_point start = Clock::now();
  for (auto& column : columns_) column.clear();
  std::size_t count = 0;
  while (count < most) {
    const std::size_t some = result_.impl().next(columns_, most - count);
    count += some;
    if (some == 0 || Clock::now() - start > kLongest) break;
  }
  return count;
}

QueryState& ResultRows::state() { return result_.impl().execution->state(); }

}  // namespace dossier

// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/query_timing.h"

#include <algorithm>

#include "repl/process/counting.h"

namespace dossier::repl {

std::uint64_t exhaust(QueryResult& result) {
  std::uint64_t count = 0;
  if (result.form() == QueryResult::Form::ask) {
    static_cast<void>(result.boolean());
    return 1;
  }
  if (result.form() == QueryResult::Form::select) {
    for (Row row; result.next(row);) ++count;
  } else {
    for (Quad triple; result.next(triple);) ++count;
  }
  return count;
}

BenchReport bench(const KnowledgeBase& kb, const std::string& text, const QueryOptions& options,
                  std::uint64_t repeat) {
  BenchReport report;
  std::vector<double> plan_ms;
  for (std::uint64_t run = 0; run <= repeat; ++run) {
    const Stopwatch watch;
    QueryResult result = kb.query(text, options);
    report.rows = exhaust(result);
    if (run == 0) continue;
    report.run_ms.push_back(watch.elapsed().count());
    plan_ms.push_back(result.planning_time().count());
  }
  if (!plan_ms.empty()) {
    std::sort(plan_ms.begin(), plan_ms.end());
    report.plan_ms = plan_ms[plan_ms.size() / 2];
  }
  return report;
}

std::string profile(const KnowledgeBase& kb, const std::string& text, QueryOptions options) {
  options.profile = true;
  QueryResult result = kb.query(text, options);
  exhaust(result);
  return result.plan();
}

}  // namespace dossier::repl

// SPDX-License-Identifier: Apache-2.0
// Measuring queries.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dossier/dossier.h"

namespace dossier::repl {

struct BenchReport {
  std::uint64_t rows = 0;
  std::vector<double> run_ms;  ///< each run, parse to last row
  double plan_ms = 0;          ///< median of parsing and planning
};

/// One warm-up run, then `repeat` measured ones; all rows are computed and decoded, none is kept.
BenchReport bench(const KnowledgeBase& kb, const std::string& text, const QueryOptions& options,
                  std::uint64_t repeat);

/// Runs the query to its end and returns its plan with actual rows and times.
std::string profile(const KnowledgeBase& kb, const std::string& text, QueryOptions options);

/// Reads a result to its end; returns the number of rows or triples. A truth value counts as one.
std::uint64_t exhaust(QueryResult& result);

}  // namespace dossier::repl

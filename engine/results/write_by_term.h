// SPDX-License-Identifier: Apache-2.0
// Rows written from the different terms of many rows at a time. Private to engine/results.
#pragma once

#include <cstdint>

#include "dossier/results.h"
#include "parser/results/results.h"

namespace dossier::results {

/// Writes the rest of a SELECT, from begin() to end(); returns the rows. What it holds counts
/// towards the query's memory limit; where little is left, or terms are large, it takes few rows at
/// a time.
std::uint64_t write_by_term(QueryResult& result, WrittenTermsSink& sink);

}  // namespace dossier::results

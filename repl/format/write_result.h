// SPDX-License-Identifier: Apache-2.0
// A query's result into an output format.
#pragma once

#include <cstdint>
#include <functional>
#include <ostream>

#include "dossier/dossier.h"
#include "repl/format/formats.h"

namespace dossier::repl {

/// Sees each row of a SELECT before it is written; false ends the result there.
using RowHook = std::function<bool(const Row&)>;

struct WrittenResult {
  std::uint64_t count = 0;  ///< rows or triples; a truth value counts one
  bool more = false;        ///< the hook ended it
};

/// Runs `result` to its end into `out`. A format of rows shows triples as rows of subject,
/// predicate, object; RDF formats write triples only. Throws Error(usage) for rows in an RDF
/// format.
WrittenResult write_result(QueryResult& result, const OutputFormat& format, std::ostream& out,
                           const Layout& layout, const RowHook& hook = {});

}  // namespace dossier::repl

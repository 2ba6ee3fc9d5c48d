// A query's result into an output format.
#pragma once

#include <cstdint>
#include <ostream>

#include "repl/format/formats.h"

namespace dossier::repl {

/// Runs `result` to its end into `out`. A format of rows shows triples as rows of subject,
/// predicate, object; RDF formats write triples only. Returns how many rows or triples were
/// written; a truth value counts one. Throws Error(usage) for rows in an RDF format.
std::uint64_t write_result(QueryResult& result, const OutputFormat& format, std::ostream& out,
                           const Layout& layout);

}  // namespace dossier::repl

// SPDX-License-Identifier: Apache-2.0
// Tables into a knowledge base: watch-lists, registries, sanctions lists. Installed as
// <dossier/tables.h>.
//
//   dossier::load_table(kb, "vessels.csv", {.construct =
//       "CONSTRUCT { ?ship a schema:Product ; rdfs:label ?name ; r:sail_under ?flag }"
//       "WHERE { BIND(IRI(CONCAT(\"urn:imo:\", ?imo)) AS ?ship) }"});
//
// A table becomes a document whose rows are its sentences: what a row says has the row as its
// evidence, like what a sentence says. Documents that are ingested afterwards link their names to
// the labels and other names of the table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/export.h"
#include "dossier/query.h"

namespace dossier {

struct TableOptions {
  /// A CONSTRUCT that is evaluated once for each row, which is as if it stood in VALUES at the
  /// beginning of WHERE: a column is a variable with the text of its cell, an empty cell leaves it
  /// unbound, ?ROWNUM is the number of the row, from 1. Patterns in WHERE are matched with what the
  /// knowledge base had before.
  std::string construct;
  /// Whether the first row names the columns. "Name of ship" is ?Name_of_ship, the second of equal
  /// headers ?name_2, an empty one in the third column ?column_3. Without: ?a, ?b, ..., ?z, ?aa.
  bool header = true;
  /// None: a tab, a semicolon or a comma, the first that the first line has.
  std::optional<char> separator = {};
  /// Prefixes and base of the CONSTRUCT, limits of time and memory for each 500 rows, cancellation.
  QueryOptions query = {};
  /// Called now and then with the number of rows and of bytes read; false ends the work.
  std::function<bool(std::uint64_t rows, std::uint64_t bytes)> progress = {};
};

struct TableReport {
  Term document;             ///< doc:SLUG
  bool replaced = false;     ///< a table of this path was there
  std::uint64_t rows = 0;    ///< without that of the headers
  std::uint64_t silent = 0;  ///< rows that gave no triple
  std::uint64_t triples = 0;
  std::uint64_t facts = 0;           ///< triples that are neither classes nor names
  std::vector<std::string> columns;  ///< the variables
};

/// A table may have so many quads, those about its rows included, since they are one transaction.
inline constexpr std::uint64_t kMostTableQuads = 10'000'000;

/// Reads the table `path` ("-": standard input), which may be packed by gzip or zstd, row by row
/// and writes its graph in one transaction: all or nothing. The table of the same path, if there
/// is one, is replaced.
///
/// Throws Error(input) with file, line and column for a row whose cells are not as many as the
/// columns, a quote that is not closed and bytes that are not UTF-8, and for a file that cannot be
/// read or is empty; Error(syntax) and Error(usage) for the CONSTRUCT; Error(limit) for a row of
/// more than 16 MiB, a table beyond kMostTableQuads and as the options say; Error(cancelled),
/// Error(timeout); Error(storage) as Transaction::commit(). The calling thread must not hold a
/// transaction.
DOSSIER_API TableReport load_table(KnowledgeBase& kb, const std::string& path,
                                   const TableOptions& options);

}  // namespace dossier

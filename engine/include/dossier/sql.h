// SPDX-License-Identifier: Apache-2.0
// SPARQL as SQL over the tables that export_tables() writes, for engines that have more machines
// than we do. Installed as <dossier/sql.h>; the layout of the tables is in engine/sql/README.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/export.h"
#include "dossier/parameters.h"
#include "dossier/query.h"

namespace dossier {

enum class SqlDialect : std::uint8_t { duckdb, spark };

struct SqlOptions {
  SqlDialect dialect = SqlDialect::duckdb;
  Parameters parameters = {};
  DefaultGraph default_graph = DefaultGraph::union_of_all;
  std::string base = {};
  /// Beside the predeclared ones; a query's own PREFIX wins.
  std::map<std::string, std::string> prefixes = {};
  /// A longer text is Error(limit).
  std::size_t most_bytes = std::size_t{16} << 20;
};

/// What has to be computed before the query, under a name that the later texts use for a table.
/// Only for dialects without recursion; otherwise it is part of the query.
struct SqlStep {
  std::string name;
  std::string text;
  /// The table grows from what `text` gives: it takes in the rows of `next`, where "{reached}"
  /// stands for a table of the rows that were new last, until none is new.
  bool is_closure = false;
  std::string next = {};
};

struct SqlQuery {
  enum class Form : std::uint8_t {
    select,     ///< a column for each of `names`
    ask,        ///< one row with the boolean column "answer"
    construct,  ///< the columns subject, predicate, object
  };
  Form form = Form::select;
  std::vector<std::string> names;
  std::vector<SqlStep> steps;  ///< in the order to run them
  /// Its rows are terms in N-Triples syntax, NULL where a variable is unbound.
  std::string text;
};

/// Pure: looks at no knowledge base. Throws Error(syntax) and Error(usage) as
/// KnowledgeBase::query() does, Error(unsupported) naming what the dialect can't say, and
/// Error(limit).
DOSSIER_API SqlQuery to_sql(std::string_view query, const SqlOptions& options = {});

struct TablesReport {
  std::uint64_t quads = 0;
  std::uint64_t terms = 0;
};
struct TablesOptions {
  CancellationToken cancellation = {};
  /// A file is closed when it has so many bytes before compression: readers split by file.
  std::size_t file_bytes = std::size_t{256} << 20;
};

/// Writes the quads and terms of the newest state as compressed tables into `folder`, which must
/// not exist or be empty; when it fails, what was written is removed. Throws Error(usage) for a
/// folder that isn't empty, Error(input) where it can't write, Error(cancelled).
DOSSIER_API TablesReport export_tables(const KnowledgeBase& kb, const std::string& folder,
                                       const TablesOptions& options = {});

}  // namespace dossier

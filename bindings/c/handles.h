// SPDX-License-Identifier: Apache-2.0
// What the opaque handles of dossier_c.h hold. Private to bindings/c/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dossier/document_files.h"
#include "dossier/dossier.h"
#include "dossier/dossier_c.h"
#include "dossier/evidence.h"
#include "dossier/views.h"

struct dossier_kb {
  dossier::KnowledgeBase base;
  std::optional<std::uint64_t> row_limit = {};  ///< of results whose options have none
};

struct dossier_options {
  dossier::QueryOptions query;
  /// Of documents; the time limit and the cancellation are those of `query`.
  dossier::IngestOptions reading = {};
  dossier::FolderOptions folders = {};
};

struct dossier_cancellation {
  dossier::CancellationToken token;
};

struct dossier_prepared {
  dossier::PreparedQuery query;
  std::optional<std::uint64_t> row_limit = {};  ///< as dossier_kb's
};

struct dossier_transaction {
  dossier::Transaction transaction;
  std::optional<std::uint64_t> row_limit = {};  ///< as dossier_kb's
};

struct dossier_result {
  explicit dossier_result(dossier::QueryResult query_result);

  /// Moves to the next row; false at the end, and there is no current row then.
  bool next();
  /// The current row's term; null where it is unbound, out of range, or there is no row.
  const dossier::Term* term(std::size_t column) const;

  dossier::QueryResult result;
  std::vector<std::string> columns;
  bool answered = false;  ///< the one row of ASK has been given

  /// Texts of the current row that need a copy; made when asked for.
  using Texts = std::vector<std::optional<std::string>>;
  mutable Texts values, datatypes, languages;

 private:
  bool read_row();

  dossier::Row row_;
  std::vector<dossier::Term> triple_;  ///< of CONSTRUCT and DESCRIBE; ASK's answer
};

struct dossier_evidence {
  struct Item {
    dossier::Evidence evidence;
    std::string subject, predicate, object;  ///< N-Triples
  };
  void add(dossier::Evidence found);

  std::vector<Item> items;
  std::vector<std::string> kinds;  ///< of conflicts: one for two items
};

struct dossier_found {
  dossier::Found found;
};

namespace dossier::c {

/// The options of a request; the defaults for NULL.
inline QueryOptions options_of(const dossier_options* options) {
  return options != nullptr ? options->query : QueryOptions{};
}
/// The same for a request that gives rows to the caller: with the default of its knowledge base.
inline QueryOptions row_options(std::optional<std::uint64_t> row_limit,
                                const dossier_options* options) {
  QueryOptions result = options_of(options);
  if (!result.row_limit) result.row_limit = row_limit;
  return result;
}

}  // namespace dossier::c

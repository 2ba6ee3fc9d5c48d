// SPDX-License-Identifier: Apache-2.0
// Dossier's embeddable interface: open a knowledge base, query it, change it.
// Installed as <dossier/dossier.h>.
//
//   dossier::KnowledgeBase kb = dossier::KnowledgeBase::open("facts.db");
//   const char* question = "SELECT ?who WHERE { ?who rdfs:label $name }";
//   for (const dossier::Row& row : kb.query(question, {.parameters = {{"name", "Kim"}}}))
//     use(*row["who"]);
//
// Lifetimes: QueryResult, PreparedQuery and Transaction keep the files of their knowledge base open
// and may outlive the KnowledgeBase. The files are closed, and may be opened for writing again,
// when the last of them is gone. A moved-from KnowledgeBase, Transaction, PreparedQuery or
// QueryResult may be assigned to or destroyed; every other call on it is Error(usage).
//
// Failures are dossier::Error. Nothing here prints, aborts or reads the
// environment.
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/custom_aggregate.h"
#include "dossier/custom_function.h"
#include "dossier/error.h"
#include "dossier/export.h"
#include "dossier/prepared_query.h"
#include "dossier/quad.h"
#include "dossier/query.h"
#include "dossier/saved_query.h"
#include "dossier/storage.h"
#include "dossier/term.h"
#include "dossier/transaction.h"
#include "dossier/version.h"

namespace dossier {

namespace storage {
class Store;
}

/// An open knowledge base; may be shared between threads. Readers never wait; writers wait for each
/// other.
class DOSSIER_API KnowledgeBase {
 public:
  /// Throws Error(storage) for a missing (unless created), damaged, unwritable or newer-format
  /// directory. Modes that write throw Error(conflict) "is open in process N" when another process
  /// has it open for writing, and "is still open in this process" while this process has, or one
  /// of its results or transactions is alive.
  static KnowledgeBase open(const std::string& path, const OpenOptions& options = {});
  KnowledgeBase(KnowledgeBase&&) noexcept;
  KnowledgeBase& operator=(KnowledgeBase&&) noexcept;
  ~KnowledgeBase();

  /// Parses, plans and starts a query over the newest state. Throws Error(syntax),
  /// Error(unsupported) naming what is not there yet, and whatever evaluation throws. The plans of
  /// recent texts are kept: the same text with other parameters is not parsed again.
  QueryResult query(std::string_view text, const QueryOptions& options = {}) const;
  /// Parses a query for many runs. `options` are those of each run that is given none. Throws
  /// Error(syntax).
  PreparedQuery prepare(std::string_view text, const QueryOptions& options = {}) const;
  /// Adds the function `iri` to the expressions of all queries and updates that start from now on,
  /// or replaces one added before. Throws Error(usage) for a relative IRI, one of XML Schema, an
  /// empty function and an arity whose minimum is above its maximum.
  void register_function(const std::string& iri, Arity arity, CustomFunction function);
  /// Adds the aggregate `iri`: from now on texts that call it as `iri`(expression) or
  /// `iri`(DISTINCT expression) mean it, wherever COUNT may stand; elsewhere they are
  /// Error(syntax). An IRI is a function or an aggregate: the later of the two replaces the other.
  /// Throws Error(usage) as register_function().
  void register_aggregate(const std::string& iri, AggregateFactory factory);
  /// Whether calls of this IRI are aggregates.
  bool is_aggregate(std::string_view iri) const;
  /// The plan without running it.
  std::string explain(std::string_view text, const QueryOptions& options = {}) const;
  /// One request, one transaction: all its operations or none. `timeout` and `cancellation` cover
  /// the wait for another writer, too; see begin().
  UpdateReport update(std::string_view text, const QueryOptions& options = {});
  /// Waits while another transaction, load or compaction writes. Throws Error(timeout) and
  /// Error(cancelled) as `options` say, and Error(usage) at once when this thread began that
  /// transaction, because it would wait for itself. Until a transaction ends, the thread that began
  /// it counts as the one that writes, even if the Transaction has moved to another thread.
  Transaction begin(const BeginOptions& options = {});
  /// As begin(), but returns nothing instead of waiting.
  std::optional<Transaction> try_begin();

  /// Every quad of the newest state, sorted by graph; only `graph`'s when given. The sink must not
  /// write to this base.
  void dump(const std::function<void(const Quad&)>& sink,
            const std::optional<Term>& graph = std::nullopt) const;

  /// The terms in the patterns of a query that no quad has there, as written, those of paths after
  /// the others; patterns behind MINUS and NOT EXISTS do not count. Errors as query().
  std::vector<UnknownConstant> unknown_constants(std::string_view text,
                                                 const QueryOptions& options = {}) const;

  /// Loads files as one transaction: all of them or nothing. Blank nodes are fresh per file. Throws
  /// Error(input) for a file that cannot be read, Error(syntax) with file and position for a bad
  /// one, Error(cancelled) when the progress callback returned false. Waits for other writers as
  /// begin() does.
  LoadReport load(std::span<const LoadInput> inputs, const LoadOptions& options = {});
  /// As above, from a stream, which is read to its end.
  LoadReport load(std::istream& stream, const LoadInput& input, const LoadOptions& options = {});
  /// As above, from quads in memory: a million of them take half the time and memory of a
  /// Transaction. Each blank node label stands for one fresh node. Throws Error(usage) with its
  /// number for a quad that is not RDF; see Transaction::insert().
  LoadReport load(const QuadGenerator& generator, const LoadOptions& options = {});

  /// Merges all pending changes into blocks and compacts the files. Waits for other writers as
  /// begin() does. Returns early, with part of the work done, when `progress` returned false.
  void compact(const ProgressCallback& progress = {});
  /// Reads everything and reports every fault: checksums, order, permutations that differ, ids
  /// without terms and terms without ids, wrong counts, quads that are not RDF. Throws
  /// Error(cancelled) when `progress` returned false.
  std::vector<Fault> check(const ProgressCallback& progress = {}) const;
  Statistics statistics() const;
  /// Needs a knowledge base that is open for writing. Incremental: a second backup into the same
  /// directory adds only what changed.
  void backup(const std::string& directory) const;
  /// Checks the backup, then puts it at `path`, which must not exist or be empty.
  static void restore(const std::string& backup_directory, const std::string& path);
  /// For OpenMode::read_only: catches up with the writer.
  void refresh();

  /// Keeps a query under its name and replaces the one of that name. The text is not checked, since
  /// it may need prefixes of its caller. Throws Error(usage) for a name that is not allowed.
  void save_query(const SavedQuery& query);
  /// By name ascending.
  std::vector<SavedQuery> saved_queries() const;
  /// Throws Error(input) with similar names when there is none of this name.
  SavedQuery saved_query(std::string_view name) const;

  /// Runs a query with values for the parameters it declares. Texts are read as the declarations
  /// say: terms in Turtle syntax with prefixes, or names of things. Throws Error(usage) for a
  /// parameter that has neither a value nor a default, for a name the query does not declare, and
  /// for a value of another type; Error(input) for a name that nothing or more than one thing has;
  /// otherwise as query().
  QueryResult run(const SavedQuery& query, const ParameterValues& values = {},
                  const QueryOptions& options = {}) const;
  /// The same for the saved query of this name.
  QueryResult run(std::string_view name, const ParameterValues& values = {},
                  const QueryOptions& options = {}) const;
  /// What run() does before it runs the query: for explain(), for update(), or for a text that is
  /// not saved. A text that declares no parameters takes values for any of its variables. Errors as
  /// run().
  BoundQuery bind(std::string_view text, const ParameterValues& values,
                  const QueryOptions& options = {}) const;
  BoundQuery bind_update(std::string_view text, const ParameterValues& values,
                         const QueryOptions& options = {}) const;

  /// The store below, for Dossier's own libraries; its header is not installed. Owned by this
  /// object.
  storage::Store& store();
  const storage::Store& store() const;

  struct Impl;

 private:
  explicit KnowledgeBase(std::shared_ptr<Impl> impl);
  Impl& impl() const;

  std::shared_ptr<Impl> impl_;  ///< shared with prepared queries
};

}  // namespace dossier

// The entry of storage/: one directory on disk with its quads, terms and saved queries.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/quad.h"
#include "parser/rdf/parse.h"
#include "storage/quad_source.h"

namespace dossier::storage {

enum class OpenMode : std::uint8_t {
  create,     ///< made when missing
  existing,   ///< an error when missing
  read_only,  ///< beside a live writer of another process; sees the state at open until refresh()
};

struct StoreOptions {
  OpenMode mode = OpenMode::create;
  std::size_t memory_bytes = std::size_t{512} << 20;  ///< one budget for both block caches
};

/// What commit() promises.
enum class Durability : std::uint8_t {
  synced,   ///< on disk when commit() returns, with the relaxed commits before it
  relaxed,  ///< survives the process, but a power cut may lose the last commits (never half of one)
};

/// A running write. Reads through it (it is a QuadSource) see the snapshot it began on with its own
/// changes applied. One thread at a time. Destroying it without commit() rolls back.
class WriteTransaction : public QuadSource {
 public:
  /// The id of `term`, made when missing. A blank node label of the form this store prints ("b12",
  /// already given out) is that node; any other label is one fresh node for the whole transaction.
  virtual TermId intern(const Term& term) = 0;
  virtual void intern(std::span<const Term> terms, std::span<TermId> ids) = 0;
  virtual TermId intern_triple(const std::array<TermId, 3>& parts) = 0;
  /// A blank node no store or text has named.
  virtual TermId new_blank_node() = 0;

  /// Inserting what is there and erasing what is not have no effect.
  virtual void insert(const IdQuad& quad) = 0;
  virtual void erase(const IdQuad& quad) = 0;
  /// Terms interned; graph none means the default graph.
  virtual void insert(const Quad& quad) = 0;
  virtual void erase(const Quad& quad) = 0;

  virtual std::uint64_t inserted() const = 0;
  virtual std::uint64_t erased() const = 0;

  /// All or nothing: after a crash at any moment the store has either every change or none. Throws
  /// Error(storage) and rolls back when the disk refuses. The transaction is over in both cases.
  virtual void commit(Durability durability = Durability::synced) = 0;
  virtual void rollback() = 0;
};

struct Progress {
  std::string_view phase;  ///< "parsing", "sorting", ...
  std::uint64_t bytes_done = 0;
  std::uint64_t bytes_total = 0;  ///< 0 when unknown
  std::uint64_t quads = 0;
  double share =
      -1;  ///< how much of the whole work is done, 0 to 1, by estimate; negative: unknown
};
/// Called a few times a second from the thread that called; returning false stops the work, which
/// leaves no trace.
using ProgressCallback = std::function<bool(const Progress&)>;

struct LoadInput {
  std::string path;  ///< "-" is standard input; .gz and .zst are unpacked
  RdfFormat format = RdfFormat::nquads;
  std::string base;
  std::optional<Term> graph;  ///< triples outside a graph go here; none: the default graph
};
struct LoadOptions {
  ProgressCallback progress = {};
  /// For everything the load keeps: what goes beyond is sorted in temporary files in the store's
  /// directory. A few bytes a term and the buffers of files come on top.
  std::size_t memory_bytes = std::size_t{2} << 30;
  std::size_t threads = 0;  ///< 0: as many as the machine has cores
  /// When not empty: lines of N-Triples and N-Quads that are not well-formed do not end the load
  /// but are written to this file, each behind a comment that says where it stood and what is
  /// wrong. Other formats have no lines to skip: then an Error(usage).
  std::string bad_lines_path = {};
};
struct LoadReport {
  std::uint64_t read = 0;       ///< quads in the files
  std::uint64_t added = 0;      ///< of these, new to the store
  std::uint64_t bad_lines = 0;  ///< skipped
};

struct StoreStatistics {
  std::uint64_t quads = 0;
  std::uint64_t terms = 0;
  std::uint64_t named_graphs = 0;
  std::uint64_t blocks = 0;       ///< over all permutations
  std::uint64_t delta_quads = 0;  ///< changes not yet folded into blocks
  std::uint64_t disk_bytes = 0;
  std::uint32_t format_version = 0;
};

/// One fault check() found: where (column family and key, printable) and what.
struct Fault {
  std::string where;
  std::string what;
};

struct SavedQuery {
  std::string name;
  std::string text;
  std::string description;
};

/// An open store. Safe to share between threads; one WriteTransaction at a time, further begin()
/// calls wait. Holds the directory's lock until destroyed; snapshots and transactions must be gone
/// by then.
class Store {
 public:
  /// Throws Error(storage) for a missing (unless created), damaged, unwritable or newer-format
  /// directory, and Error(conflict) "is open in process N" when another process writes to it.
  static std::unique_ptr<Store> open(const std::string& path, const StoreOptions& options = {});
  virtual ~Store() = default;

  /// The newest committed state; stays as it is while the pointer lives. Never waits for a writer.
  virtual std::shared_ptr<const QuadSource> snapshot() const = 0;
  virtual std::unique_ptr<WriteTransaction> begin() = 0;

  /// Loads files as one transaction: all of them or nothing. Blank nodes are fresh per file. Throws
  /// Error(input) for a file that cannot be read, Error(syntax) with file and position for a bad
  /// one, Error(cancelled) when the progress callback returned false.
  virtual LoadReport load(std::span<const LoadInput> inputs, const LoadOptions& options = {}) = 0;

  /// Folds the whole delta into blocks and compacts the files. Returns early, with part of the work
  /// done, when `progress` returned false.
  virtual void compact(const ProgressCallback& progress = {}) = 0;
  /// Reads everything: block checksums, order, equality of the permutations, both ways of every id,
  /// counts. Throws Error(cancelled) when `progress` returned false.
  virtual std::vector<Fault> check(const ProgressCallback& progress = {}) const = 0;
  virtual StoreStatistics statistics() const = 0;
  /// Needs a store that is open for writing. Incremental: a second backup into the same directory
  /// adds only what changed.
  virtual void backup(const std::string& directory) const = 0;
  /// Checks the backup, then puts it at `path`, which must not exist or be empty.
  static void restore(const std::string& backup_directory, const std::string& path);

  virtual void save_query(const SavedQuery& query) = 0;
  virtual std::vector<SavedQuery> saved_queries() const = 0;
  /// Small named values of the floors above (for example the extractor's settings); commits at
  /// once.
  virtual void set_note(const std::string& key, const std::string& value) = 0;
  virtual std::optional<std::string> note(const std::string& key) const = 0;

  /// For OpenMode::read_only: catches up with the writer.
  virtual void refresh() = 0;
};

}  // namespace dossier::storage

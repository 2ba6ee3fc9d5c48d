// SPDX-License-Identifier: Apache-2.0
// The entry of storage/: one directory on disk with its quads, terms and saved queries.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "dossier/storage.h"
#include "storage/quad_source.h"
#include "storage/saved_query.h"
#include "storage/write_transaction.h"

namespace dossier::storage {

/// An open store. Safe to share between threads; one WriteTransaction at a time, further begin()
/// calls wait. Holds the directory's lock until destroyed; snapshots and transactions must be gone
/// by then.
class Store {
 public:
  /// Throws Error(storage) for a missing (unless created), damaged, unwritable or newer-format
  /// directory, and Error(conflict) "is open in process N" when another process writes to it.
  static std::unique_ptr<Store> open(const std::string& path, const OpenOptions& options = {});
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
  virtual Statistics statistics() const = 0;
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

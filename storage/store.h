// SPDX-License-Identifier: Apache-2.0
// The entry of storage/: one directory on disk with its quads, terms and saved queries.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/storage.h"
#include "storage/quad_source.h"
#include "storage/saved_query.h"
#include "storage/side_row.h"
#include "storage/text_index.h"
#include "storage/write_transaction.h"

namespace dossier::storage {

/// An open store. Safe to share between threads; one WriteTransaction at a time, further begin()
/// calls wait. Snapshots and transactions may outlive the Store: they keep the files open, and with
/// them the directory's lock, until the last of them is destroyed.
class Store {
 public:
  /// Throws Error(storage) for a missing (unless created), damaged, unwritable or newer-format
  /// directory, and Error(conflict) "is open in process N" when another process writes to it, or
  /// "is still open in this process" while another Store, snapshot or transaction is.
  static std::unique_ptr<Store> open(const std::string& path, const OpenOptions& options = {});
  virtual ~Store() = default;

  /// The newest committed state; stays as it is while the pointer lives. Never waits for a writer.
  virtual std::shared_ptr<const QuadSource> snapshot() const = 0;
  /// Waits while another transaction, load or compaction runs. Throws Error(usage) when it was
  /// begun by this thread, which would wait for itself; Error(timeout) and Error(cancelled) as
  /// `wait` says.
  virtual std::unique_ptr<WriteTransaction> begin(const WriteWait& wait = {}) = 0;
  /// As begin(), but null instead of waiting.
  virtual std::unique_ptr<WriteTransaction> try_begin() = 0;

  /// Puts relaxed commits on disk. Does not wait for a running transaction.
  virtual void sync() = 0;

  /// See KnowledgeBase::load().
  virtual LoadReport load(std::span<const LoadInput> inputs, const LoadOptions& options = {}) = 0;
  virtual LoadReport load(std::istream& stream, const LoadInput& input,
                          const LoadOptions& options = {}) = 0;
  virtual LoadReport load(const QuadGenerator& generator, const LoadOptions& options = {}) = 0;

  /// Folds the whole delta into blocks and compacts the files. Waits for a transaction as begin()
  /// does. Returns early, with part of the work done, when `progress` returned false.
  virtual void compact(const ProgressCallback& progress = {}) = 0;
  /// The base forms of words of `text`, in its order, for the transaction that runs: they are
  /// indexed with the text if it adds that to the index. For the thread of the transaction.
  virtual void set_base_forms(const std::string& text, std::vector<WordBase> forms) = 0;
  /// See index_text() of dossier/text_index.h.
  virtual void index_text(const TextIndexOptions& options = {}) = 0;
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
  /// False when there is none of this name.
  virtual bool remove_query(const std::string& name) = 0;
  virtual std::vector<SavedQuery> saved_queries() const = 0;
  /// The side rows of WriteTransaction whose keys begin with `prefix`, as committed last.
  virtual void each_side_row(std::string_view prefix, const SideRowVisit& visit) const = 0;
  /// For OpenMode::read_only: catches up with the writer.
  virtual void refresh() = 0;
};

}  // namespace dossier::storage

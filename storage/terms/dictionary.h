// SPDX-License-Identifier: Apache-2.0
// Term <-> id as committed. Private to storage/.
#pragma once

#include <rocksdb/db.h>

#include <array>
#include <cstddef>
#include <memory>
#include <span>

#include "dossier/term.h"
#include "model/term_id.h"
#include "storage/disk/database.h"
#include "storage/disk/meta.h"
#include "storage/sharded_cache.h"
#include "storage/terms/term_runs.h"

namespace dossier::storage {

/// One moment of the database.
struct Moment {
  const Database* database;
  const rocksdb::Snapshot* snapshot;  ///< null for a read-only database
  const Counters* counters;
  const TermRuns* runs;
};

/// Looks up in batches, with a cache of committed terms: ids are never given out twice, so one
/// cache serves all moments. Thread-safe.
class Dictionary {
 public:
  explicit Dictionary(std::size_t cache_bytes) : terms_(cache_bytes / 2), ids_(cache_bytes / 2) {}

  /// none() where the moment has no such term. A blank node is looked up by its printed label.
  void find(const Moment& moment, std::span<const Term* const> terms, std::span<TermId> ids);
  TermId find_triple(const Moment& moment, const std::array<TermId, 3>& parts);

  /// Throws Error(storage) for an id the moment does not know. none() gives Term().
  void terms(const Moment& moment, std::span<const TermId> ids, std::span<Term> terms);
  /// As terms(), but gives up and says false when they take more than `enough` bytes.
  bool terms_within(const Moment& moment, std::span<const TermId> ids, std::span<Term> terms,
                    std::size_t enough);
  std::array<TermId, 3> triple(const Moment& moment, TermId id);

  /// Calls `use` with the cached term of a committed id; says whether it is there. See
  /// ShardedCache::visit().
  template <typename Use>
  bool visit_kept(TermId id, Use use) {
    return terms_.visit(id, use);
  }
  /// Leaves a term in the cache.
  void keep(TermId id, const Term& term);

  /// The memory of the cached terms.
  std::size_t bytes() const { return terms_.bytes() + ids_.bytes(); }

 private:
  TermId find_without_row(const Moment& moment, const Term& term);
  void verify(const Moment& moment, TermId id, const Term& term);
  void find_rows(const Moment& moment, std::span<const Term* const> terms, std::span<TermId> ids,
                 const std::vector<std::size_t>& wanted);
  Term read_row(const Moment& moment, TermId id, std::string_view row);
  bool read_rows(const Moment& moment, std::span<const TermId> ids, std::span<Term> terms,
                 std::vector<std::size_t> wanted, std::size_t enough);

  ShardedCache<TermId, Term> terms_;
  ShardedCache<Term, TermId> ids_;
};

/// The ids of keys of term_id; none() where the moment has no such term. A key that is a hash may
/// have the id of another term.
std::vector<TermId> find_keys(const Moment& moment, const std::vector<std::string>& keys);

/// Throws Error(storage): this store never gave out `id`.
[[noreturn]] void throw_unknown_id(TermId id);

}  // namespace dossier::storage

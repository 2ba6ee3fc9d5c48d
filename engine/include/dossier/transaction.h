// SPDX-License-Identifier: Apache-2.0
// A write in steps. Part of <dossier/dossier.h>.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "dossier/export.h"
#include "dossier/query.h"
#include "dossier/storage.h"

namespace dossier {

namespace storage {
class QuadSource;
}

struct UpdateReport {
  std::uint64_t inserted = 0;
  std::uint64_t erased = 0;
};

/// A write in steps. Reads through it see its own changes. Destroying it without commit() rolls
/// back.
class DOSSIER_API Transaction {
 public:
  Transaction(Transaction&&) noexcept;
  Transaction& operator=(Transaction&&) noexcept;
  ~Transaction();

  /// Blank nodes read from this knowledge base are those nodes; any other label is one fresh node
  /// for the transaction.
  void insert(const Quad& quad);
  void erase(const Quad& quad);
  /// A blank node nobody has named.
  Term new_blank_node();
  /// Removes every quad of a named graph; returns how many there were.
  std::uint64_t clear_graph(const Term& graph);
  /// The request's operations within this transaction.
  UpdateReport update(std::string_view text, const QueryOptions& options = {});
  QueryResult query(std::string_view text, const QueryOptions& options = {});
  bool contains(const Quad& quad) const;
  /// What is there with the changes made so far, whenever it is read. For one thread at a time, and
  /// only until the transaction is over; throws Error(usage) when it is over already.
  std::shared_ptr<const storage::QuadSource> source() const;

  /// Throws Error(storage) when the disk refuses; nothing is changed then.
  void commit(Durability durability = Durability::synced);
  void rollback();

  struct Impl;
  explicit Transaction(std::unique_ptr<Impl> impl);

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace dossier

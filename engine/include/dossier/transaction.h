// SPDX-License-Identifier: Apache-2.0
// A write in steps. Part of <dossier/dossier.h>.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
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

/// How begin() waits while another transaction writes.
struct BeginOptions {
  std::optional<std::chrono::milliseconds> timeout = {};  ///< none: as long as it takes
  CancellationToken cancellation = {};
};

/// A write in steps. Reads through it see its own changes. Destroying it without commit() rolls it
/// back. It keeps the files of its knowledge base open and may outlive the KnowledgeBase. One
/// thread at a time.
class DOSSIER_API Transaction {
 public:
  Transaction(Transaction&&) noexcept;
  Transaction& operator=(Transaction&&) noexcept;
  ~Transaction();

  /// A blank node that was read from this knowledge base is that node; any other label is one fresh
  /// node for the transaction. Throws Error(usage), naming the position and the offending text, for
  /// a quad that is not RDF: text that is not UTF-8, a subject that is no IRI or blank node (also
  /// inside triple terms), a predicate that is no IRI, a graph that is no IRI or blank node, an IRI
  /// that is relative or holds forbidden characters, a malformed language tag.
  void insert(const Quad& quad);
  void erase(const Quad& quad);
  /// A new blank node.
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

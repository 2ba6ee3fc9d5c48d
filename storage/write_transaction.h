// SPDX-License-Identifier: Apache-2.0
// A running write to a store.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "dossier/quad.h"
#include "dossier/storage.h"
#include "model/id_quad.h"
#include "storage/quad_source.h"
#include "storage/side_row.h"

namespace dossier::storage {

/// How long to wait while another transaction writes.
struct WriteWait {
  std::optional<std::chrono::milliseconds> timeout = {};  ///< none: as long as it takes
  /// Asked a hundred times a second; true ends the wait with Error(cancelled). It may throw.
  std::function<bool()> stopped = {};
};

/// A running write. Reads through it (it is a QuadSource) see the snapshot it began on with its own
/// changes applied. One thread at a time. Destroying it without commit() rolls back.
class WriteTransaction : public QuadSource {
 public:
  /// The id of `term`, which is added if the store does not have it. A blank node label of the form
  /// this store prints ("b12", assigned already) is that node; any other label is one fresh node
  /// for the whole transaction.
  virtual TermId intern(const Term& term) = 0;
  virtual void intern(std::span<const Term> terms, std::span<TermId> ids) = 0;
  virtual TermId intern_triple(const std::array<TermId, 3>& parts) = 0;
  /// A new blank node.
  virtual TermId new_blank_node() = 0;

  /// Inserting a quad that is present, or erasing one that is absent, has no effect.
  virtual void insert(const IdQuad& quad) = 0;
  virtual void erase(const IdQuad& quad) = 0;
  /// As above; the terms are interned, and not checked: the caller ensures that the quad is RDF.
  virtual void insert(const Quad& quad) = 0;
  virtual void erase(const Quad& quad) = 0;

  /// Rows of bytes that a floor above keeps beside the quads, under keys of its own. They are
  /// written and erased with the commit. Of several changes of one key the last counts.
  virtual void put_side_row(std::string key, std::string value) = 0;
  virtual void erase_side_row(std::string key) = 0;
  /// The side rows as they were committed last: own changes are not seen.
  virtual void each_side_row(std::string_view prefix, const SideRowVisit& visit) const = 0;

  virtual std::uint64_t inserted() const = 0;
  virtual std::uint64_t erased() const = 0;

  /// All or nothing: after a crash at any moment the store has either every change or none. Throws
  /// Error(storage) and rolls back when the disk refuses. The transaction is over in both cases.
  virtual void commit(Durability durability = Durability::synced) = 0;
  virtual void rollback() = 0;
};

}  // namespace dossier::storage

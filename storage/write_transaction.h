// SPDX-License-Identifier: Apache-2.0
// A running write to a store.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "dossier/quad.h"
#include "dossier/storage.h"
#include "model/id_quad.h"
#include "storage/quad_source.h"

namespace dossier::storage {

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

}  // namespace dossier::storage

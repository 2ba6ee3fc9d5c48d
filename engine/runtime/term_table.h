// SPDX-License-Identifier: Apache-2.0
// TermTable: ids and terms of one running query. Terms the query makes (BIND, CONCAT, ...) are
// looked up in the store first and get an id of a query-local dictionary only when the store has
// none, so two ids are equal exactly when their terms are (sameTerm).
#pragma once

#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "dossier/term.h"
#include "engine/runtime/memory_budget.h"
#include "model/term_id.h"
#include "storage/quad_source.h"

namespace dossier {

/// One thread at a time. The source and the budget must outlive it.
class TermTable {
 public:
  TermTable(const storage::QuadSource& source, MemoryBudget& memory);
  TermTable(const TermTable&) = delete;
  TermTable& operator=(const TermTable&) = delete;
  ~TermTable();

  const storage::QuadSource& source() const noexcept { return source_; }
  MemoryBudget& memory() noexcept { return memory_; }

  /// Never none(): inline, the store's, or local. Throws Error(limit) when memory runs out.
  TermId intern(const Term& term);
  /// As intern() for each, the store asked once for all; `ids` is as long as `terms`.
  void intern(std::span<const Term> terms, std::span<TermId> ids);
  /// The triple term with these parts, none of them none().
  TermId intern_triple(const std::array<TermId, 3>& parts);
  /// A blank node that is in no store (the result of BNODE()).
  TermId new_blank_node();

  /// `id` must not be none().
  Term term(TermId id) const;
  /// As term() for each; none() gives the default-constructed term.
  void terms(std::span<const TermId> ids, std::span<Term> terms) const;
  /// The parts of a triple term's id.
  std::array<TermId, 3> triple(TermId id) const;
  /// The ids of the local dictionary, oldest first: those of terms the source lacks.
  std::vector<TermId> locals() const;

 private:
  struct Local {
    Term term;                    ///< of every kind but triple
    std::array<TermId, 3> parts;  ///< of a triple term
  };
  struct PartsHash {
    std::size_t operator()(const std::array<TermId, 3>& parts) const noexcept;
  };

  TermId add_local(const Term& term);
  Term local_term(TermId id) const;
  void charge(std::size_t bytes);

  const storage::QuadSource& source_;
  MemoryBudget& memory_;
  std::vector<Local> locals_;  ///< payload n of a local id is locals_[n]
  boost::unordered_flat_map<Term, TermId, std::hash<Term>> by_term_;
  boost::unordered_flat_map<std::array<TermId, 3>, TermId, PartsHash> by_parts_;
  std::uint64_t blank_nodes_ = 0;
  std::size_t charged_ = 0;
};

}  // namespace dossier

// SPDX-License-Identifier: Apache-2.0
// TermTable: ids and terms of one running query. Terms the query makes (BIND, CONCAT, ...) are
// looked up in the store first and get an id of a query-local dictionary only when the store has
// none, so two ids are equal exactly when their terms are (sameTerm).
#pragma once

#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
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
  TermId intern(const Term& term) { return intern(Term(term)); }
  TermId intern(Term&& term);
  /// As intern() for each, the store asked once for all; `ids` is as long as `terms`, which are
  /// taken away.
  void intern(std::span<Term> terms, std::span<TermId> ids);
  /// The triple term with these parts, none of them none().
  TermId intern_triple(const std::array<TermId, 3>& parts);
  /// A blank node that is in no store (the result of BNODE()).
  TermId new_blank_node();

  /// `id` must not be none(). Throws Error(limit) when the memory left does not hold the term.
  Term term(TermId id) const;
  /// As term() for each; none() gives the default-constructed term.
  void terms(std::span<const TermId> ids, std::span<Term> terms) const;
  /// As terms(), but gives up and says false when they take more than `enough` bytes.
  bool terms_within(std::span<const TermId> ids, std::span<Term> terms, std::size_t enough) const;
  /// As terms() for the first ids: as many as take `enough` bytes, at least one of some; returns
  /// how many. Throws Error(limit) when one term alone takes more than the memory that is left.
  std::size_t some_terms(std::span<const TermId> ids, std::span<Term> terms,
                         std::size_t enough) const;
  /// Reads terms in the order of their ids, without copies where that can be. Must not outlive the
  /// table.
  std::unique_ptr<storage::TermReader> reader() const;
  /// The parts of a triple term's id.
  std::array<TermId, 3> triple(TermId id) const;
  /// As triple() for each; `parts` is as long as `ids`. Neighbours are read fastest.
  void triples(std::span<const TermId> ids, std::span<std::array<TermId, 3>> parts) const;
  /// The ids of the local dictionary, oldest first: those of terms the source lacks.
  std::vector<TermId> locals() const;

 private:
  struct Local {
    Term term;                    ///< of every kind but triple
    std::array<TermId, 3> parts;  ///< of a triple term
    std::size_t hash = 0;         ///< of the term
  };
  using Locals = std::deque<Local>;
  /// Finds local ids by their terms.
  struct LocalHash {
    using is_transparent = void;
    const Locals* locals;
    std::size_t operator()(TermId id) const noexcept { return (*locals)[id.payload()].hash; }
    std::size_t operator()(const Term& term) const noexcept { return term.hash(); }
  };
  struct LocalEqual {
    using is_transparent = void;
    const Locals* locals;
    bool operator()(TermId a, TermId b) const noexcept { return a == b; }
    bool operator()(TermId id, const Term& term) const noexcept {
      return (*locals)[id.payload()].term == term;
    }
    bool operator()(const Term& term, TermId id) const noexcept { return (*this)(id, term); }
  };
  struct PartsHash {
    std::size_t operator()(const std::array<TermId, 3>& parts) const noexcept;
  };

  class Reader;

  TermId find_local(const Term& term) const;
  TermId add_local(Term&& term);
  std::size_t local_bytes(TermId id) const;
  Term local_term(TermId id) const;
  void charge(std::size_t bytes);

  const storage::QuadSource& source_;
  MemoryBudget& memory_;
  Locals locals_;  ///< payload n of a local id is locals_[n]
  boost::unordered_flat_set<TermId, LocalHash, LocalEqual> by_term_;
  boost::unordered_flat_map<std::array<TermId, 3>, TermId, PartsHash> by_parts_;
  std::uint64_t blank_nodes_ = 0;
  std::size_t charged_ = 0;
};

}  // namespace dossier

// SPDX-License-Identifier: Apache-2.0
// The running write. Private to storage/.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "storage/fold/changes.h"
#include "storage/fold/current_state.h"
#include "storage/state/write_lock.h"
#include "storage/terms/new_terms.h"
#include "storage/transaction/new_texts.h"
#include "storage/write_transaction.h"

namespace dossier::storage {

class Transaction : public WriteTransaction, public TextSource {
 public:
  /// `guard` holds the write lock of `current`.
  Transaction(std::shared_ptr<CurrentState> current, WriteLock::Guard guard);

  std::unique_ptr<Scan> scan(const ScanRequest& request) const override;
  std::uint64_t estimate(const ScanRequest& request) const override;
  std::uint64_t distinct_estimate(TermId predicate, Position position) const override;
  bool contains(const IdQuad& quad) const override;
  TermId find(const Term& term) const override;
  void find(std::span<const Term> terms, std::span<TermId> ids) const override;
  Term term(TermId id) const override;
  void terms(std::span<const TermId> ids, std::span<Term> terms) const override;
  bool terms_within(std::span<const TermId> ids, std::span<Term> terms,
                    std::size_t enough) const override;
  std::array<TermId, 3> triple(TermId id) const override;
  TermId find_triple(const std::array<TermId, 3>& parts) const override;
  void each_triple(TermId subject, TermId predicate, const TripleVisit& visit) const override;
  std::unique_ptr<const TextIndex> text_index() const override;
  std::vector<TermId> named_graphs() const override;

  TermId intern(const Term& term) override;
  void intern(std::span<const Term> terms, std::span<TermId> ids) override;
  TermId intern_triple(const std::array<TermId, 3>& parts) override;
  TermId new_blank_node() override;

  void insert(const IdQuad& quad) override;
  void erase(const IdQuad& quad) override;
  void insert(const Quad& quad) override;
  void erase(const Quad& quad) override;

  void put_side_row(std::string key, std::string value) override;
  void erase_side_row(std::string key) override;
  void each_side_row(std::string_view prefix, const SideRowVisit& visit) const override;

  std::uint64_t inserted() const override;
  std::uint64_t erased() const override;
  void commit(Durability durability) override;
  void rollback() override;

 private:
  void require_open() const;
  void require_known(const IdQuad& quad) const;
  void add_pending(const Quad& quad, bool present);
  /// Applies everything that is pending. Reads do this first; hence mutable below.
  void apply_pending() const;
  void apply_pending_quads() const;
  void intern_terms(std::span<const Term* const> terms, std::span<TermId> ids) const;
  Term own_term(TermId id) const;
  TermId intern_parts(const std::array<TermId, 3>& parts) const;
  void find_ids(std::span<const Term* const> terms, std::span<TermId> ids) const;
  std::shared_ptr<const Delta> delta(Permutation permutation) const;
  NewTexts new_texts(const std::vector<Change>& changes) const;
  void put_texts(Batch& batch, State& next, const std::vector<Change>& changes) const;
  void put_side_rows(Batch& batch) const;
  void write(Durability durability, const std::vector<Change>& changes);
  void fold_behind(std::size_t changes);
  void end();

  std::shared_ptr<CurrentState> current_;
  WriteLock::Guard guard_;  // of current_, so it is released first
  std::shared_ptr<const State> state_;
  /// Quads whose terms are not looked up yet, so that many can be looked up together.
  mutable std::vector<std::pair<Quad, bool>> pending_;
  mutable NewTerms new_terms_;
  mutable Changes changes_;
  /// By key; none: erased.
  std::map<std::string, std::optional<std::string>> side_rows_;
  bool open_ = true;

  /// The state's delta with the transaction's changes, per permutation, updated when it is read.
  /// A scan shares the one it reads, which may be replaced meanwhile.
  struct Overlay {
    std::shared_ptr<const Delta> delta;
    std::size_t applied = 0;
  };
  mutable std::array<Overlay, kPermutationCount> overlays_;
};

}  // namespace dossier::storage

// The running write. Private to storage/.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "storage/new_terms.h"
#include "storage/store.h"
#include "storage/writer.h"

namespace dossier::storage {

struct IdQuadHash {
  std::size_t operator()(const IdQuad& quad) const noexcept {
    std::size_t hash = 0;
    for (const TermId id : {quad.subject, quad.predicate, quad.object, quad.graph}) {
      hash = (hash ^ std::hash<TermId>{}(id)) * 0x9E3779B97F4A7C15ULL;
    }
    return hash;
  }
};

class Transaction : public WriteTransaction {
 public:
  /// Waits for the turn.
  Transaction(Published& published, WriterTurn& turn);

  std::unique_ptr<Scan> scan(const ScanRequest& request) const override;
  std::uint64_t estimate(const ScanRequest& request) const override;
  std::uint64_t distinct_estimate(TermId predicate, Position position) const override;
  bool contains(const IdQuad& quad) const override;
  TermId find(const Term& term) const override;
  void find(std::span<const Term> terms, std::span<TermId> ids) const override;
  Term term(TermId id) const override;
  void terms(std::span<const TermId> ids, std::span<Term> terms) const override;
  std::array<TermId, 3> triple(TermId id) const override;
  TermId find_triple(const std::array<TermId, 3>& parts) const override;
  std::vector<TermId> named_graphs() const override;

  TermId intern(const Term& term) override;
  void intern(std::span<const Term> terms, std::span<TermId> ids) override;
  TermId intern_triple(const std::array<TermId, 3>& parts) override;
  TermId new_blank_node() override;

  void insert(const IdQuad& quad) override;
  void erase(const IdQuad& quad) override;
  void insert(const Quad& quad) override;
  void erase(const Quad& quad) override;

  std::uint64_t inserted() const override;
  std::uint64_t erased() const override;
  void commit(Durability durability) override;
  void rollback() override;

 private:
  /// Quads of terms wait here, so that their terms can be looked up together. Reading settles them
  /// first, hence mutable below: what a caller sees does not change.
  using Waiting = std::vector<std::pair<Quad, bool>>;

  void require_open() const;
  void require_known(const IdQuad& quad) const;
  void settle() const;
  void settle_waiting();
  void change(const IdQuad& quad, bool present);
  const Delta& delta(Permutation permutation) const;
  void add_to_waiting(const Quad& quad, bool present);
  void find_ids(std::span<const Term> terms, std::span<TermId> ids) const;
  std::shared_ptr<const State> write(Durability durability);
  void end();

  Published& published_;
  WriterTurn::Ticket ticket_;
  std::shared_ptr<const State> state_;
  NewTerms new_terms_;
  Waiting waiting_;
  std::unordered_map<IdQuad, bool, IdQuadHash> changes_;  ///< what differs from the state
  std::vector<std::pair<IdQuad, bool>> log_;              ///< every change, in order
  std::uint64_t inserted_ = 0;
  std::uint64_t erased_ = 0;
  bool open_ = true;

  /// The state's delta with the log on top, per permutation, brought up to date when read. Scans
  /// refer to them, so replaced ones are kept until the transaction ends.
  struct Overlay {
    std::shared_ptr<const Delta> delta;
    std::size_t applied = 0;
  };
  mutable std::array<Overlay, kPermutationCount> overlays_;
  mutable std::vector<std::shared_ptr<const Delta>> replaced_;
};

}  // namespace dossier::storage

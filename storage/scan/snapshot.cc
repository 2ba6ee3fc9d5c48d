// SPDX-License-Identifier: Apache-2.0
#include "storage/scan/snapshot.h"

#include "storage/scan/exact_counts.h"
#include "storage/scan/reading.h"
#include "storage/scan/split.h"
#include "storage/scan/text_reading.h"
#include "storage/terms/row_reader.h"
#include "storage/terms/triple_rows.h"

namespace dossier::storage {
namespace {

class Snapshot : public QuadSource, public TextSource {
 public:
  explicit Snapshot(std::shared_ptr<const State> state) : state_(std::move(state)) {}

  std::unique_ptr<Scan> scan(const ScanRequest& request) const override {
    return make_scan(*state_, state_->delta(request.permutation), request);
  }
  std::uint64_t estimate(const ScanRequest& request) const override {
    return storage::estimate(*state_, state_->delta(request.permutation), request);
  }
  std::uint64_t distinct_estimate(TermId predicate, Position position) const override {
    return state_->distinct.get(predicate, position, [&] {
      const Delta& pairs = state_->delta(distinct_permutation(position));
      return storage::distinct_estimate(*state_, pairs, predicate, position);
    });
  }
  bool contains(const IdQuad& quad) const override {
    return storage::contains(*state_, state_->delta(Permutation::spo), quad);
  }

  std::vector<ScanRequest> split(const ScanRequest& request, std::uint64_t rows,
                                 SplitAt at) const override {
    return storage::split(*state_, request, rows, at);
  }

  TermId find(const Term& term) const override {
    TermId id;
    find(std::span(&term, 1), std::span(&id, 1));
    return id;
  }
  void find(std::span<const Term> terms, std::span<TermId> ids) const override {
    std::vector<const Term*> pointers;
    pointers.reserve(terms.size());
    for (const Term& term : terms) pointers.push_back(&term);
    dictionary().find(state_->moment(), pointers, ids);
  }
  Term term(TermId id) const override {
    Term term;
    terms(std::span(&id, 1), std::span(&term, 1));
    return term;
  }
  void terms(std::span<const TermId> ids, std::span<Term> terms) const override {
    dictionary().terms(state_->moment(), ids, terms);
  }
  bool terms_within(std::span<const TermId> ids, std::span<Term> terms,
                    std::size_t enough) const override {
    return dictionary().terms_within(state_->moment(), ids, terms, enough);
  }
  std::unique_ptr<TermReader> term_reader() const override {
    return make_row_reader(dictionary(), state_->moment());
  }
  std::array<TermId, 3> triple(TermId id) const override {
    return dictionary().triple(state_->moment(), id);
  }
  TermId find_triple(const std::array<TermId, 3>& parts) const override {
    return dictionary().find_triple(state_->moment(), parts);
  }
  void triples(std::span<const TermId> ids, std::span<std::array<TermId, 3>> parts) const override {
    read_triples(state_->moment(), ids, parts);
  }
  void each_triple(TermId subject, TermId predicate, const TripleVisit& visit) const override {
    storage::each_triple(state_->moment(), subject, predicate, visit);
  }
  std::optional<std::uint64_t> exact_count(const ScanRequest& request) const override {
    return storage::exact_count(counted(request), request);
  }
  std::optional<std::uint64_t> exact_distinct(const ScanRequest& request) const override {
    return storage::exact_distinct(counted(request), request);
  }
  std::unique_ptr<const TextIndex> text_index() const override { return make_text_index(state_); }
  std::vector<TermId> named_graphs() const override {
    return storage::named_graphs(*state_, state_->delta(Permutation::gspo));
  }

 private:
  Counted counted(const ScanRequest& request) const {
    return {*state_, state_->delta(request.permutation), state_->delta(Permutation::gspo)};
  }
  Dictionary& dictionary() const { return state_->caches->dictionary; }

  std::shared_ptr<const State> state_;
};

}  // namespace

std::shared_ptr<const QuadSource> make_snapshot(std::shared_ptr<const State> state) {
  return std::make_shared<Snapshot>(std::move(state));
}

}  // namespace dossier::storage

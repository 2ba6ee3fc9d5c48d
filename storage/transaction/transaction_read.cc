// SPDX-License-Identifier: Apache-2.0
// Reading through a transaction: its state, with its own changes on top.
#include "storage/scan/reading.h"
#include "storage/transaction/transaction.h"

namespace dossier::storage {
namespace {

/// A scan that keeps the delta it reads.
class OwningScan : public Scan {
 public:
  OwningScan(std::shared_ptr<const Delta> delta, std::unique_ptr<Scan> scan)
      : delta_(std::move(delta)), scan_(std::move(scan)) {}

  std::size_t next(const std::array<TermId*, 4>& columns, std::size_t capacity) override {
    return scan_->next(columns, capacity);
  }
  void seek(TermId lower) override { scan_->seek(lower); }

 private:
  std::shared_ptr<const Delta> delta_;
  std::unique_ptr<Scan> scan_;
};

}  // namespace

std::shared_ptr<const Delta> Transaction::delta(Permutation permutation) const {
  apply_pending();
  const auto& log = changes_.log();
  Overlay& overlay = overlays_[index_of(permutation)];
  if (overlay.delta == nullptr) {
    overlay.delta = std::make_shared<const Delta>(state_->delta(permutation));
  }
  if (overlay.applied == log.size()) return overlay.delta;
  std::vector<Change> changes;
  for (; overlay.applied < log.size(); ++overlay.applied) {
    const auto& [quad, present] = log[overlay.applied];
    changes.push_back({to_key(permutation, quad), present});
  }
  overlay.delta = std::make_shared<const Delta>(overlay.delta->with(std::move(changes)));
  return overlay.delta;
}

std::unique_ptr<Scan> Transaction::scan(const ScanRequest& request) const {
  auto read = delta(request.permutation);
  auto scan = make_scan(*state_, *read, request);
  return std::make_unique<OwningScan>(std::move(read), std::move(scan));
}

std::uint64_t Transaction::estimate(const ScanRequest& request) const {
  return storage::estimate(*state_, *delta(request.permutation), request);
}

std::uint64_t Transaction::distinct_estimate(TermId predicate, Position position) const {
  return storage::distinct_estimate(*state_, *delta(distinct_permutation(position)), predicate,
                                    position);
}

bool Transaction::contains(const IdQuad& quad) const {
  apply_pending();
  if (const auto known = changes_.find(quad)) return *known;
  return storage::contains(*state_, state_->delta(Permutation::spo), quad);
}

std::vector<TermId> Transaction::named_graphs() const {
  return storage::named_graphs(*state_, *delta(Permutation::gspo));
}

}  // namespace dossier::storage

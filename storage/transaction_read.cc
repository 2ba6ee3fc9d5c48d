// Reading through a transaction: its state, with its own changes and terms on top.
#include "model/inline_term.h"
#include "storage/reading.h"
#include "storage/transaction.h"

namespace dossier::storage {

const Delta& Transaction::delta(Permutation permutation) const {
  settle();
  Overlay& overlay = overlays_[index_of(permutation)];
  if (overlay.delta == nullptr) {
    overlay.delta = std::make_shared<const Delta>(state_->delta(permutation));
  }
  if (overlay.applied == log_.size()) return *overlay.delta;
  std::vector<Change> changes;
  for (; overlay.applied < log_.size(); ++overlay.applied) {
    const auto& [quad, present] = log_[overlay.applied];
    changes.push_back({to_key(permutation, quad), present});
  }
  replaced_.push_back(overlay.delta);
  overlay.delta = std::make_shared<const Delta>(overlay.delta->with(std::move(changes)));
  return *overlay.delta;
}

std::unique_ptr<Scan> Transaction::scan(const ScanRequest& request) const {
  return make_scan(*state_, delta(request.permutation), request);
}

std::uint64_t Transaction::estimate(const ScanRequest& request) const {
  return storage::estimate(*state_, delta(request.permutation), request);
}

std::uint64_t Transaction::distinct_estimate(TermId predicate, Position position) const {
  return storage::distinct_estimate(*state_, delta(distinct_permutation(position)), predicate,
                                    position);
}

bool Transaction::contains(const IdQuad& quad) const {
  settle();
  if (const auto known = changes_.find(quad); known != changes_.end()) return known->second;
  return storage::contains(*state_, state_->delta(Permutation::spo), quad);
}

std::vector<TermId> Transaction::named_graphs() const {
  return storage::named_graphs(*state_, delta(Permutation::gspo));
}

TermId Transaction::find(const Term& term) const {
  TermId id;
  find(std::span(&term, 1), std::span(&id, 1));
  return id;
}

void Transaction::find(std::span<const Term> terms, std::span<TermId> ids) const {
  settle();
  find_ids(terms, ids);
}

// Committed terms first, in one batch; then those made here.
void Transaction::find_ids(std::span<const Term> terms, std::span<TermId> ids) const {
  std::vector<Term> wanted;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (terms[i].is_blank_node()) {
      const auto id = new_terms_.find_blank_node(terms[i].value());
      ids[i] = id;
    } else if (terms[i].is_triple()) {
      const Triple& triple = terms[i].as_triple();
      const std::array<Term, 3> values{triple.subject, triple.predicate, triple.object};
      std::array<TermId, 3> parts{};
      find_ids(values, parts);
      ids[i] = parts[0] && parts[1] && parts[2] ? find_triple(parts) : TermId::none();
    } else if (const TermId made = new_terms_.find(terms[i])) {
      ids[i] = made;
    } else {
      wanted.push_back(terms[i]);
      places.push_back(i);
    }
  }
  if (wanted.empty()) return;
  std::vector<TermId> found(wanted.size());
  state_->caches->dictionary.find(state_->moment(), wanted, found);
  for (std::size_t j = 0; j < places.size(); ++j) ids[places[j]] = found[j];
}

Term Transaction::term(TermId id) const {
  Term term;
  terms(std::span(&id, 1), std::span(&term, 1));
  return term;
}

void Transaction::terms(std::span<const TermId> ids, std::span<Term> terms) const {
  std::vector<TermId> committed;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (!new_terms_.is_new(ids[i])) {
      committed.push_back(ids[i]);
      places.push_back(i);
    } else if (ids[i].is_blank_node()) {
      terms[i] = new_terms_.blank_term(ids[i]);
    } else if (ids[i].is_triple()) {
      std::array<Term, 3> values;
      this->terms(new_terms_.triple(ids[i]), values);
      terms[i] = Term::triple(Triple{values[0], values[1], values[2]});
    } else {
      terms[i] = new_terms_.term(ids[i]);
    }
  }
  std::vector<Term> values(committed.size());
  state_->caches->dictionary.terms(state_->moment(), committed, values);
  for (std::size_t j = 0; j < places.size(); ++j) terms[places[j]] = std::move(values[j]);
}

std::array<TermId, 3> Transaction::triple(TermId id) const {
  if (id.is_triple() && new_terms_.is_new(id)) return new_terms_.triple(id);
  return state_->caches->dictionary.triple(state_->moment(), id);
}

TermId Transaction::find_triple(const std::array<TermId, 3>& parts) const {
  if (const TermId made = new_terms_.find_triple(parts)) return made;
  return state_->caches->dictionary.find_triple(state_->moment(), parts);
}

}  // namespace dossier::storage

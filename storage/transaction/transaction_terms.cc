// SPDX-License-Identifier: Apache-2.0
// Terms of a transaction: those committed, and its own on top.
#include <boost/unordered/unordered_flat_map.hpp>
#include <limits>

#include "dossier/error.h"
#include "model/stack.h"
#include "storage/terms/triple_rows.h"
#include "storage/transaction/transaction.h"

namespace dossier::storage {
namespace {

std::vector<const Term*> pointers(std::span<const Term> terms) {
  std::vector<const Term*> out;
  out.reserve(terms.size());
  for (const Term& term : terms) out.push_back(&term);
  return out;
}

/// Terms without repeats, so that each is looked up once.
class TermSet {
 public:
  std::size_t add(const Term& term) {
    const auto [place, added] = places_.try_emplace(&term, terms_.size());
    if (added) terms_.push_back(&term);
    return place->second;
  }
  std::span<const Term* const> terms() const { return terms_; }

 private:
  std::vector<const Term*> terms_;
  boost::unordered_flat_map<const Term*, std::size_t, TermPointerHash, TermPointerEqual> places_;
};

}  // namespace

void Transaction::add_pending(const Quad& quad, bool present) {
  constexpr std::size_t kMostPending = 1024;
  require_open();
  pending_.emplace_back(quad, present);
  if (pending_.size() >= kMostPending) apply_pending_quads();
}

void Transaction::apply_pending_quads() const {
  if (pending_.empty()) return;
  const auto pending = std::exchange(pending_, {});
  TermSet terms;
  std::vector<std::array<std::size_t, 4>> places;
  places.reserve(pending.size());
  for (const auto& [quad, present] : pending) {
    places.push_back({terms.add(quad.subject), terms.add(quad.predicate), terms.add(quad.object),
                      quad.graph ? terms.add(*quad.graph) : 0});
  }
  std::vector<TermId> ids(terms.terms().size());
  intern_terms(terms.terms(), ids);
  for (std::size_t i = 0; i < pending.size(); ++i) {
    const auto& [quad, present] = pending[i];
    changes_.add({ids[places[i][0]], ids[places[i][1]], ids[places[i][2]],
                  quad.graph ? ids[places[i][3]] : TermId::default_graph()},
                 present);
  }
}

void Transaction::apply_pending() const {
  require_open();
  apply_pending_quads();
  changes_.apply_pending();
}

TermId Transaction::intern(const Term& term) {
  TermId id;
  intern(std::span(&term, 1), std::span(&id, 1));
  return id;
}

void Transaction::intern(std::span<const Term> terms, std::span<TermId> ids) {
  require_open();
  intern_terms(pointers(terms), ids);
}

void Transaction::intern_terms(std::span<const Term* const> terms, std::span<TermId> ids) const {
  find_ids(terms, ids);
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const Term& term = *terms[i];
    if (term.is_blank_node()) {
      ids[i] = new_terms_.blank_node(term.value());
    } else if (!ids[i] && term.is_triple()) {
      const Triple& triple = term.as_triple();
      const std::array<const Term*, 3> values{&triple.subject, &triple.predicate, &triple.object};
      std::array<TermId, 3> parts{};
      intern_terms(values, parts);
      ids[i] = intern_parts(parts);
    } else if (!ids[i]) {
      // It may have occurred earlier in this batch.
      const TermId made = new_terms_.find(term);
      ids[i] = made ? made : new_terms_.add(term);
    }
  }
}

TermId Transaction::intern_triple(const std::array<TermId, 3>& parts) {
  require_open();
  for (const TermId part : parts) {
    if (!new_terms_.counters().knows(part) || part == TermId::default_graph()) {
      throw Error(ErrorCode::usage, "a triple term holds an id this knowledge base never gave out");
    }
  }
  return intern_parts(parts);
}

TermId Transaction::intern_parts(const std::array<TermId, 3>& parts) const {
  const TermId found = find_triple(parts);
  return found ? found : new_terms_.add_triple(parts);
}

TermId Transaction::new_blank_node() {
  require_open();
  return new_terms_.new_blank_node();
}

TermId Transaction::find(const Term& term) const {
  TermId id;
  find(std::span(&term, 1), std::span(&id, 1));
  return id;
}

void Transaction::find(std::span<const Term> terms, std::span<TermId> ids) const {
  apply_pending();
  find_ids(pointers(terms), ids);
}

// Those made here, then the committed ones in one batch.
void Transaction::find_ids(std::span<const Term* const> terms, std::span<TermId> ids) const {
  std::vector<const Term*> wanted;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const Term& term = *terms[i];
    if (term.is_blank_node()) {
      ids[i] = new_terms_.find_blank_node(term.value());
    } else if (term.is_triple()) {
      const Triple& triple = term.as_triple();
      const std::array<const Term*, 3> values{&triple.subject, &triple.predicate, &triple.object};
      std::array<TermId, 3> parts{};
      find_ids(values, parts);
      ids[i] = parts[0] && parts[1] && parts[2] ? find_triple(parts) : TermId::none();
    } else if (const TermId made = new_terms_.find(term)) {
      ids[i] = made;
    } else {
      wanted.push_back(&term);
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
  terms_within(ids, terms, std::numeric_limits<std::size_t>::max());
}

Term Transaction::own_term(TermId id) const {
  if (id.is_blank_node()) return new_terms_.blank_term(id);
  if (!id.is_triple()) return new_terms_.term(id);
  std::array<Term, 3> values;
  with_stack([&] { this->terms(new_terms_.triple(id), values); });
  return Term::triple(Triple{values[0], values[1], values[2]});
}

bool Transaction::terms_within(std::span<const TermId> ids, std::span<Term> terms,
                               std::size_t enough) const {
  std::vector<TermId> committed;
  std::vector<std::size_t> places;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (!new_terms_.is_new(ids[i])) {
      committed.push_back(ids[i]);
      places.push_back(i);
      continue;
    }
    terms[i] = own_term(ids[i]);
    bytes += terms[i].value().size();
    if (bytes > enough) return false;
  }
  std::vector<Term> values(committed.size());
  const State& state = *state_;
  if (!state.caches->dictionary.terms_within(state.moment(), committed, values, enough - bytes))
    return false;
  for (std::size_t j = 0; j < places.size(); ++j) terms[places[j]] = std::move(values[j]);
  return true;
}

std::array<TermId, 3> Transaction::triple(TermId id) const {
  if (id.is_triple() && new_terms_.is_new(id)) return new_terms_.triple(id);
  return state_->caches->dictionary.triple(state_->moment(), id);
}

// The committed ones, and its own between them.
void Transaction::each_triple(TermId subject, TermId predicate, const TripleVisit& visit) const {
  const auto made = new_terms_.triples_of(subject, predicate);
  std::span own(made);
  bool more = true;
  const auto own_until = [&](const std::array<TermId, 3>* parts) {
    for (; more && !own.empty() && (parts == nullptr || own.front().first < *parts);
         own = own.subspan(1))
      more = visit(own.front().second, own.front().first);
  };
  storage::each_triple(state_->moment(), subject, predicate,
                       [&](TermId id, const std::array<TermId, 3>& parts) {
                         own_until(&parts);
                         more = more && visit(id, parts);
                         return more;
                       });
  own_until(nullptr);
}

TermId Transaction::find_triple(const std::array<TermId, 3>& parts) const {
  if (const TermId made = new_terms_.find_triple(parts)) return made;
  return state_->caches->dictionary.find_triple(state_->moment(), parts);
}

}  // namespace dossier::storage

#include "storage/transaction.h"

#include <algorithm>

#include "model/error.h"
#include "model/inline_term.h"
#include "storage/delta_rows.h"
#include "storage/fold.h"
#include "storage/reading.h"
#include "storage/term_codec.h"

namespace dossier::storage {
namespace {

constexpr std::size_t kWaitingQuads = 512;

}  // namespace

Transaction::Transaction(Published& published, WriterTurn& turn)
    : published_(published), ticket_(turn), state_(published.get()), new_terms_(state_->counters) {}

void Transaction::require_open() const {
  if (!open_) throw Error(ErrorCode::usage, "this transaction is over: begin another");
}

void Transaction::require_known(const IdQuad& quad) const {
  for (const TermId id : {quad.subject, quad.predicate, quad.object, quad.graph}) {
    if (!new_terms_.counters().knows(id)) {
      throw Error(ErrorCode::usage, "a quad holds an id this knowledge base never gave out");
    }
  }
}

void Transaction::change(const IdQuad& quad, bool present) {
  const auto known = changes_.find(quad);
  if (known != changes_.end()) {
    if (known->second == present) return;
    changes_.erase(known);
    --(present ? erased_ : inserted_);
  } else {
    if (storage::contains(*state_, state_->delta(Permutation::spo), quad) == present) return;
    changes_.emplace(quad, present);
    ++(present ? inserted_ : erased_);
  }
  log_.emplace_back(quad, present);
}

void Transaction::insert(const IdQuad& quad) {
  require_open();
  require_known(quad);
  settle_waiting();
  change(quad, true);
}

void Transaction::erase(const IdQuad& quad) {
  require_open();
  require_known(quad);
  settle_waiting();
  change(quad, false);
}

void Transaction::insert(const Quad& quad) { add_to_waiting(quad, true); }

void Transaction::erase(const Quad& quad) { add_to_waiting(quad, false); }

void Transaction::add_to_waiting(const Quad& quad, bool present) {
  require_open();
  waiting_.emplace_back(quad, present);
  if (waiting_.size() >= kWaitingQuads) settle_waiting();
}

void Transaction::settle_waiting() {
  if (waiting_.empty()) return;
  const Waiting waiting = std::move(waiting_);
  waiting_.clear();
  std::vector<Term> terms;
  terms.reserve(waiting.size() * 4);
  for (const auto& [quad, present] : waiting) {
    terms.insert(terms.end(), {quad.subject, quad.predicate, quad.object});
    if (quad.graph) terms.push_back(*quad.graph);
  }
  std::vector<TermId> ids(terms.size());
  intern(terms, ids);
  const TermId* at = ids.data();
  for (const auto& [quad, present] : waiting) {
    IdQuad id_quad{at[0], at[1], at[2]};
    at += 3;
    if (quad.graph) id_quad.graph = *at++;
    change(id_quad, present);
  }
}

void Transaction::settle() const {
  require_open();
  const_cast<Transaction*>(this)->settle_waiting();
}

std::uint64_t Transaction::inserted() const {
  if (open_) settle();
  return inserted_;
}

std::uint64_t Transaction::erased() const {
  if (open_) settle();
  return erased_;
}

TermId Transaction::intern(const Term& term) {
  TermId id;
  intern(std::span(&term, 1), std::span(&id, 1));
  return id;
}

void Transaction::intern(std::span<const Term> terms, std::span<TermId> ids) {
  require_open();
  find_ids(terms, ids);
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (terms[i].is_blank_node()) {
      ids[i] = new_terms_.blank_node(terms[i].value());
    } else if (!ids[i] && terms[i].is_triple()) {
      const Triple& triple = terms[i].as_triple();
      ids[i] =
          intern_triple({intern(triple.subject), intern(triple.predicate), intern(triple.object)});
    } else if (!ids[i]) {
      // It may stand earlier in this very batch.
      const TermId made = new_terms_.find(terms[i]);
      ids[i] = made ? made : new_terms_.add(terms[i]);
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
  const TermId found = find_triple(parts);
  return found ? found : new_terms_.add_triple(parts);
}

TermId Transaction::new_blank_node() {
  require_open();
  return new_terms_.new_blank_node();
}

// Everything this transaction made is in `changes_` and `new_terms_`: one batch.
std::shared_ptr<const State> Transaction::write(Durability durability) {
  const auto current = published_.get();  // the state this began on, perhaps folded since
  auto next = std::make_shared<State>(*current);
  const Counters& made = new_terms_.counters();
  next->counters.next = made.next;
  next->counters.quads += inserted_;
  next->counters.quads -= erased_;
  Batch batch(*state_->database);
  new_terms_.write(batch);
  std::array<std::vector<Change>, kPermutationCount> changes;
  for (auto& list : changes) list.reserve(changes_.size());
  DeltaLedger& ledger = published_.ledger();
  std::vector<std::pair<IdQuad, bool>> sorted(changes_.begin(), changes_.end());
  std::sort(sorted.begin(), sorted.end());  // RocksDB takes ascending keys faster
  for (const auto& [quad, present] : sorted) {
    const Key spo = to_key(Permutation::spo, quad);
    batch.put(Family::delta, delta_key(spo), delta_value(present));
    if (!ledger.contains(spo)) ++next->counters.delta_rows;
    for (const Permutation permutation : kPermutations) {
      changes[index_of(permutation)].push_back({to_key(permutation, quad), present});
    }
  }
  batch.put(Family::meta, kCountersKey, encode_counters(next->counters));
  batch.write(durability);
  for (const Change& change : changes[index_of(Permutation::spo)]) ledger.add(change.key);
  for (std::size_t i = 0; i < kPermutationCount; ++i) {
    next->deltas[i] = current->deltas[i].with(std::move(changes[i]));
  }
  next->snapshot = next->database->snapshot();
  return next;
}

void Transaction::commit(Durability durability) {
  settle();
  const bool empty = changes_.empty() && new_terms_.counters() == state_->counters;
  try {
    if (!empty) {
      // Before the commit, not behind it: a full disk then fails the commit, and never after it.
      Folder(published_).fold_crowded();
      published_.set(write(durability));
    }
  } catch (...) {
    end();
    throw;
  }
  end();
}

void Transaction::rollback() {
  require_open();
  end();
}

void Transaction::end() {
  open_ = false;
  ticket_.release();
}

}  // namespace dossier::storage

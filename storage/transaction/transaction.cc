// SPDX-License-Identifier: Apache-2.0
#include "storage/transaction/transaction.h"

#include <algorithm>
#include <future>
#include <new>

#include "dossier/error.h"
#include "storage/delta/delta_sort.h"
#include "storage/disk/saved_rows.h"
#include "storage/fold/fold.h"
#include "storage/terms/term_codec.h"

namespace dossier::storage {
namespace {

/// A commit of so many changes writes the log in a second thread.
constexpr std::size_t kLargeCommit = 256;

// The changes in pages, numbered from `number` on.
void put_pages(Batch& batch, std::uint64_t number, std::span<const Change> changes) {
  for (std::size_t at = 0; at < changes.size(); at += kPageChanges) {
    const auto page = changes.subspan(at, std::min(kPageChanges, changes.size() - at));
    batch.put(Family::delta, page_key(number++), encode_page(page));
  }
}

void add_pages(DeltaPages& pages, std::size_t changes) {
  for (std::size_t at = 0; at < changes; at += kPageChanges) {
    pages.add(pages.next(), std::min(kPageChanges, changes - at));
  }
}

void apply(State& state, const std::vector<Change>& changes) {
  const auto runs = sort_changes(changes);
  for (std::size_t i = 0; i < runs.size(); ++i) state.deltas[i] = state.deltas[i].with(runs[i]);
}

[[noreturn]] void throw_unknown_outcome() {
  throw Error(ErrorCode::storage,
              "there is no memory left, and the commit may have been written or not. Open the "
              "knowledge base again to see which");
}

}  // namespace

Transaction::Transaction(std::shared_ptr<CurrentState> current, WriteLock::Guard guard)
    : current_(std::move(current)),
      guard_(std::move(guard)),
      state_(current_->get()),
      new_terms_(state_->counters),
      changes_(*state_) {}

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

void Transaction::insert(const IdQuad& quad) {
  require_open();
  require_known(quad);
  apply_pending_quads();
  changes_.add(quad, true);
}

void Transaction::erase(const IdQuad& quad) {
  require_open();
  require_known(quad);
  apply_pending_quads();
  changes_.add(quad, false);
}

void Transaction::insert(const Quad& quad) { add_pending(quad, true); }

void Transaction::erase(const Quad& quad) { add_pending(quad, false); }

void Transaction::put_side_row(std::string key, std::string value) {
  require_open();
  side_rows_.insert_or_assign(std::move(key), std::move(value));
}

void Transaction::erase_side_row(std::string key) {
  require_open();
  side_rows_.insert_or_assign(std::move(key), std::nullopt);
}

void Transaction::each_side_row(std::string_view prefix, const SideRowVisit& visit) const {
  read_side_rows(*state_->database, prefix, visit);
}

std::uint64_t Transaction::inserted() const {
  if (open_) apply_pending();
  return changes_.inserted();
}

std::uint64_t Transaction::erased() const {
  if (open_) apply_pending();
  return changes_.erased();
}

void Transaction::put_side_rows(Batch& batch) const {
  for (const auto& [key, value] : side_rows_) {
    if (value) {
      batch.put(Family::saved_query, side_row_key(key), *value);
    } else {
      batch.erase(Family::saved_query, side_row_key(key));
    }
  }
}

// A large batch is written while the next state is computed.
void Transaction::write(Durability durability, const std::vector<Change>& changes) {
  DeltaPages& pages = current_->folding().pages;
  auto next = std::make_shared<State>(*current_->get());
  next->counters.next = new_terms_.counters().next;
  next->counters.quads += changes_.inserted();
  next->counters.quads -= changes_.erased();
  next->counters.delta_rows += changes.size();
  Batch batch(*state_->database);
  new_terms_.write(batch);
  put_pages(batch, pages.next(), changes);
  put_texts(batch, *next, changes);
  put_side_rows(batch);
  batch.put(Family::meta, kCountersKey, encode_counters(next->counters));
  const bool large = durability == Durability::synced && changes.size() >= kLargeCommit;
  auto written = std::async(large ? std::launch::async : std::launch::deferred,
                            [&] { batch.write(durability); });
  bool may_be_on_disk = large;  // the other thread writes on when this one fails
  bool has_begun = large;
  try {
    apply(*next, changes);
    has_begun = true;
    may_be_on_disk = false;  // a write that fails says so itself
    written.get();
    may_be_on_disk = true;
    add_pages(pages, changes.size());
    current_->publish(std::move(next));
  } catch (const std::bad_alloc&) {
    if (!has_begun) throw;
    // RocksDB, too, may run out of memory when the log has been written.
    current_->mark_behind();
    throw_unknown_outcome();
  } catch (...) {
    if (may_be_on_disk) current_->mark_behind();
    throw;
  }
}

void Transaction::commit(Durability durability) {
  apply_pending();
  FoldState& folding = current_->folding();
  try {
    if (auto failure = std::exchange(folding.failure, nullptr)) std::rethrow_exception(failure);
    current_->require_current();
    if (!changes_.empty() || !side_rows_.empty() || new_terms_.counters() != state_->counters) {
      const auto changes = changes_.sorted();
      write(durability, changes);
      fold_behind(changes.size());
    } else if (durability == Durability::synced) {
      state_->database->sync();
    }
  } catch (...) {
    end();
    throw;
  }
  end();
}

// The commit is durable already; a failure here is reported by the next one.
void Transaction::fold_behind(std::size_t changes) {
  try {
    Folder(*current_).fold_for(changes);
  } catch (...) {
    current_->folding().failure = std::current_exception();
  }
}

void Transaction::rollback() {
  require_open();
  end();
}

void Transaction::end() {
  open_ = false;
  current_->base_forms().clear();
  guard_.release();
}

}  // namespace dossier::storage

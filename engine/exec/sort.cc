// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/sort.h"

#include <algorithm>
#include <numeric>

namespace dossier {

namespace {

/// Top-k sorts whenever this many rows beyond the limit have come.
constexpr std::size_t kPruneRows = 32 * Batch::kCapacity;

/// Whether ids of these bits sort like their terms: unbound ones and one inline kind.
bool sorts_by_id(const std::vector<TermId>& ids) {
  TermId::Kind kind = TermId::Kind::none;
  for (TermId id : ids) {
    if (!id) continue;
    if (!id.is_inline() || id.is_local()) return false;
    if (kind == TermId::Kind::none) kind = id.kind();
    if (kind != id.kind()) return false;
  }
  return kind != TermId::Kind::double_value;  // NaN and the zeros need a closer look
}

}  // namespace

SortOperator::SortOperator(QueryState& state, OperatorPtr child, std::vector<Condition> conditions,
                           std::optional<std::uint64_t> limit)
    : Operator(state, child->layout()),
      child_(std::move(child)),
      conditions_(std::move(conditions)),
      limit_(limit),
      rows_(layout().size() + conditions_.size(), state.memory()),
      order_charge_(state.memory()) {}

void SortOperator::do_open() {
  rows_.clear();
  at_ = 0;
  child_->open();
  Batch batch = child_->make_batch();
  while (child_->next(batch)) {
    add(batch);
    if (limit_ && rows_.size() >= *limit_ + kPruneRows) prune();
  }
  child_->close();
  sort();
}

void SortOperator::do_close() {
  child_->close();
  rows_.clear();
  sorted_ = {};
  order_charge_.clear();
}

void SortOperator::add(const Batch& batch) {
  if (values_.size() < batch.size()) values_.resize(batch.size());
  const std::size_t first = rows_.size();
  const std::size_t width = batch.width();
  for (std::size_t row = 0; row < batch.size(); ++row) {
    TermId* values = rows_.add();
    for (std::size_t i = 0; i < width; ++i) values[i] = batch.column(i)[row];
  }
  for (std::size_t i = 0; i < conditions_.size(); ++i) {
    conditions_[i].expression.evaluate(batch, {values_.data(), batch.size()});
    for (std::size_t row = 0; row < batch.size(); ++row)
      rows_[first + row][width + i] = values_[row];
  }
}

void SortOperator::make_keys(std::size_t condition, Keys& keys, MemoryCharge& charge) {
  charge.add(rows_.size() * sizeof(TermId));
  keys.ids.resize(rows_.size());
  for (std::size_t row = 0; row < rows_.size(); ++row)
    keys.ids[row] = rows_[row][layout().size() + condition];
  keys.by_id = sorts_by_id(keys.ids);
  if (keys.by_id) return;
  charge.add(rows_.size() * sizeof(OrderKey));
  keys.keys.resize(rows_.size());
  constexpr std::size_t kChunk = 8192;
  constexpr std::size_t kChunkBytes = std::size_t{1} << 20;
  std::size_t done = 0;
  for (std::size_t at = 0; at < keys.ids.size(); at += done) {
    state().check();
    const std::size_t count = std::min(kChunk, keys.ids.size() - at);
    const std::span<OrderKey> made = std::span(keys.keys).subspan(at, count);
    done =
        make_order_keys(state().terms(), std::span(keys.ids).subspan(at, count), made, kChunkBytes);
    std::size_t bytes = 0;
    for (const OrderKey& key : made.first(done)) bytes += key.heap_bytes();
    charge.add(bytes);
  }
}

std::weak_ordering SortOperator::compare(std::uint32_t a, std::uint32_t b) {
  state().work(1);
  for (std::size_t i = 0; i < conditions_.size(); ++i) {
    const Keys& keys = keys_[i];
    const std::weak_ordering order = keys.by_id ? std::weak_ordering(keys.ids[a] <=> keys.ids[b])
                                                : keys.keys[a] <=> keys.keys[b];
    if (order == 0) continue;
    return conditions_[i].descending ? 0 <=> order : order;
  }
  return std::weak_ordering::equivalent;
}

void SortOperator::sort() {
  MemoryCharge charge(state().memory());
  // A stable sort moves a half of them to a place aside.
  charge.add(rows_.size() * sizeof(std::uint32_t));
  order_charge_.set(rows_.size() * sizeof(std::uint32_t));
  keys_.assign(conditions_.size(), {});
  for (std::size_t i = 0; i < conditions_.size(); ++i) make_keys(i, keys_[i], charge);
  state().check();
  sorted_.resize(rows_.size());
  std::iota(sorted_.begin(), sorted_.end(), 0U);
  std::stable_sort(sorted_.begin(), sorted_.end(),
                   [this](std::uint32_t a, std::uint32_t b) { return compare(a, b) < 0; });
  if (limit_ && sorted_.size() > *limit_) sorted_.resize(static_cast<std::size_t>(*limit_));
  keys_.clear();
}

// Keeps the first rows only, in their order, which later rows that are equal come behind.
void SortOperator::prune() {
  sort();
  const std::size_t width = rows_.width();
  MemoryCharge charge(state().memory());
  charge.add(sorted_.size() * width * sizeof(TermId));
  std::vector<TermId> kept;
  kept.reserve(sorted_.size() * width);
  for (std::uint32_t row : sorted_) kept.insert(kept.end(), rows_[row], rows_[row] + width);
  rows_.reuse();
  for (std::size_t row = 0; row < sorted_.size(); ++row)
    std::copy_n(kept.data() + row * width, width, rows_.add());
}

bool SortOperator::do_next(Batch& out) {
  const std::size_t count = std::min(sorted_.size() - at_, out.capacity());
  for (std::size_t i = 0; i < out.width(); ++i) {
    TermId* column = out.column(i);
    for (std::size_t row = 0; row < count; ++row) column[row] = rows_[sorted_[at_ + row]][i];
  }
  at_ += count;
  out.resize(count);
  return count != 0;
}

}  // namespace dossier

// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/sorted_run.h"

#include <algorithm>
#include <numeric>

namespace dossier {

namespace {

/// Top-k sorts whenever this many rows beyond the limit have come.
constexpr std::size_t kPruneRows = 32 * Batch::kCapacity;

}  // namespace

SortedRun::SortedRun(QueryState& state, std::size_t width, const SortConditions& conditions,
                     std::optional<std::uint64_t> limit)
    : state_(state),
      width_(width),
      conditions_(conditions),
      limit_(limit),
      rows_(width + conditions.size() + 1, state.memory()),
      keys_charge_(state.memory()),
      order_charge_(state.memory()) {}

void SortedRun::add(const Batch& batch, std::size_t part) {
  if (values_.size() < batch.size()) values_.resize(batch.size());
  const std::size_t first = rows_.size();
  for (std::size_t row = 0; row < batch.size(); ++row) {
    TermId* values = rows_.add();
    for (std::size_t i = 0; i < width_; ++i) values[i] = batch.column(i)[row];
    values[rows_.width() - 1] = {TermId::Kind::integer, part};
  }
  for (std::size_t i = 0; i < conditions_.size(); ++i) {
    conditions_[i].expression.evaluate(batch, {values_.data(), batch.size()});
    for (std::size_t row = 0; row < batch.size(); ++row)
      rows_[first + row][width_ + i] = values_[row];
  }
  if (limit_ && rows_.size() >= *limit_ + kPruneRows) prune();
}

std::optional<TermId::Kind> SortedRun::plain_kind(std::size_t condition) const {
  TermId::Kind kind = TermId::Kind::none;
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    const TermId id = rows_[row][width_ + condition];
    if (!id) continue;
    if (!id.is_inline() || id.is_local()) return std::nullopt;
    if (kind == TermId::Kind::none) kind = id.kind();
    if (kind != id.kind()) return std::nullopt;
  }
  if (kind == TermId::Kind::double_value) return std::nullopt;  // NaN and the zeros
  return kind;
}

void SortedRun::make_keys(std::size_t condition, bool by_id, Limits& limits) {
  Keys& keys = keys_[condition];
  keys.by_id = by_id;
  keys_charge_.add(rows_.size() * sizeof(TermId));
  keys.ids.resize(rows_.size());
  for (std::size_t row = 0; row < rows_.size(); ++row)
    keys.ids[row] = rows_[row][width_ + condition];
  if (by_id) return;
  keys_charge_.add(rows_.size() * sizeof(OrderKey));
  keys.keys.resize(rows_.size());
  constexpr std::size_t kChunk = 8192;
  constexpr std::size_t kChunkBytes = std::size_t{1} << 20;
  std::size_t done = 0;
  for (std::size_t at = 0; at < keys.ids.size(); at += done) {
    limits.check();
    const std::size_t count = std::min(kChunk, keys.ids.size() - at);
    const std::span<OrderKey> made = std::span(keys.keys).subspan(at, count);
    done =
        make_order_keys(state_.terms(), std::span(keys.ids).subspan(at, count), made, kChunkBytes);
    std::size_t bytes = 0;
    for (const OrderKey& key : made.first(done)) bytes += key.heap_bytes();
    keys_charge_.add(bytes);
  }
}

std::weak_ordering SortedRun::compare(std::uint32_t row, const SortedRun& other,
                                      std::uint32_t other_row) const {
  for (std::size_t i = 0; i < conditions_.size(); ++i) {
    const Keys& a = keys_[i];
    const Keys& b = other.keys_[i];
    const std::weak_ordering order = a.by_id ? std::weak_ordering(a.ids[row] <=> b.ids[other_row])
                                             : a.keys[row] <=> b.keys[other_row];
    if (order == 0) continue;
    return conditions_[i].descending ? 0 <=> order : order;
  }
  return std::weak_ordering::equivalent;
}

std::weak_ordering SortedRun::order(const SortedRun& a, std::size_t place_a, const SortedRun& b,
                                    std::size_t place_b) {
  const std::weak_ordering order = a.compare(a.sorted_[place_a], b, b.sorted_[place_b]);
  if (order != 0) return order;
  const std::size_t part = a.rows_.width() - 1;
  return a[place_a][part] <=> b[place_b][part];
}

void SortedRun::sort(Limits& limits) {
  std::vector<bool> by_id;
  for (std::size_t i = 0; i < conditions_.size(); ++i) by_id.push_back(plain_kind(i).has_value());
  sort(by_id, limits);
}

void SortedRun::sort(const std::vector<bool>& by_id, Limits& limits) {
  // A stable sort moves a half of them to a place aside.
  MemoryCharge aside(state_.memory());
  aside.add(rows_.size() * sizeof(std::uint32_t));
  order_charge_.set(rows_.size() * sizeof(std::uint32_t));
  keys_.assign(conditions_.size(), {});
  keys_charge_.clear();
  for (std::size_t i = 0; i < conditions_.size(); ++i) make_keys(i, by_id[i], limits);
  limits.check();
  sorted_.resize(rows_.size());
  std::iota(sorted_.begin(), sorted_.end(), 0U);
  std::stable_sort(sorted_.begin(), sorted_.end(), [&](std::uint32_t a, std::uint32_t b) {
    limits.work(1);
    return compare(a, *this, b) < 0;
  });
  if (limit_ && sorted_.size() > *limit_) sorted_.resize(static_cast<std::size_t>(*limit_));
}

void SortedRun::forget_values() noexcept {
  keys_.clear();
  keys_charge_.clear();
}

// Keeps the first rows only, in their order, which later rows that are equal come behind.
void SortedRun::prune() {
  sort(state_.limits());
  forget_values();
  const std::size_t width = rows_.width();
  MemoryCharge charge(state_.memory());
  charge.add(sorted_.size() * width * sizeof(TermId));
  std::vector<TermId> kept;
  kept.reserve(sorted_.size() * width);
  for (std::uint32_t row : sorted_) kept.insert(kept.end(), rows_[row], rows_[row] + width);
  rows_.reuse();
  for (std::size_t row = 0; row < sorted_.size(); ++row)
    std::copy_n(kept.data() + row * width, width, rows_.add());
}

}  // namespace dossier

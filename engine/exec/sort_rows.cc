// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/sort_rows.h"

#include <algorithm>
#include <boost/sort/spreadsort/integer_sort.hpp>

#include "engine/exec/sort_order.h"

namespace dossier {

namespace {

/// Top-k sorts whenever this many rows beyond the limit have come.
constexpr std::size_t kPruneRows = 32 * Batch::kCapacity;

}  // namespace

SortRows::SortRows(QueryState& state, std::size_t width, const SortConditions& conditions,
                   std::optional<std::uint64_t> limit)
    : state_(state),
      width_(width),
      conditions_(conditions),
      limit_(limit),
      rows_(width + conditions.size() + 1, state.memory()),
      kinds_(conditions.size()),
      keys_charge_(state.memory()) {}

void SortRows::add(const Batch& batch, std::size_t part) {
  if (values_.size() < batch.size()) values_.resize(batch.size());
  const std::size_t first = rows_.size();
  for (std::size_t row = 0; row < batch.size(); ++row) {
    TermId* values = rows_.add();
    for (std::size_t i = 0; i < width_; ++i) values[i] = batch.column(i)[row];
    values[rows_.width() - 1] = {TermId::Kind::integer, part};
  }
  for (std::size_t i = 0; i < conditions_.size(); ++i) {
    conditions_[i].expression.evaluate(batch, {values_.data(), batch.size()});
    for (std::size_t row = 0; row < batch.size(); ++row) {
      rows_[first + row][width_ + i] = values_[row];
      kinds_[i].add(values_[row]);
    }
  }
  if (limit_ && rows_.size() >= *limit_ + kPruneRows) prune();
}

void SortRows::Kinds::add(TermId id) {
  if (!id || is_mixed) return;
  if (kind == TermId::Kind::none) kind = id.kind();
  is_mixed = !sorts_by_id(id) || id.kind() != kind;
}

std::optional<TermId::Kind> SortRows::plain_kind(std::size_t condition) const {
  const Kinds& kinds = kinds_[condition];
  return kinds.is_mixed ? std::nullopt : std::optional(kinds.kind);
}

void SortRows::make_keys(const std::vector<bool>& by_id, Limits& limits) {
  keys_.assign(conditions_.size(), {});
  keys_charge_.clear();
  for (std::size_t i = 0; i < conditions_.size(); ++i) {
    keys_[i].by_id = by_id[i];
    if (!by_id[i]) make_keys(i, limits);
  }
  find_common_text();
}

// Terms are read once each, in the order of their ids, which is how they lie on disk.
void SortRows::make_keys(std::size_t condition, Limits& limits) {
  constexpr std::size_t kChunk = 8192;
  const std::vector<TermId> ids = number_values(condition);
  MemoryCharge ids_charge(state_.memory());
  ids_charge.add(ids.size() * sizeof(TermId));
  std::vector<OrderKey>& keys = keys_[condition].keys;
  keys_charge_.add(ids.size() * sizeof(OrderKey));
  keys.resize(ids.size());
  const auto reader = state_.terms().reader();
  const auto kept = [this](std::size_t bytes) { keys_charge_.add(bytes); };
  const std::size_t unbound = !ids.empty() && !ids.front() ? 1 : 0;
  for (std::size_t at = unbound; at < ids.size(); at += kChunk) {
    limits.check();
    const std::size_t count = std::min(kChunk, ids.size() - at);
    make_order_keys(*reader, std::span(ids).subspan(at, count), std::span(keys).subspan(at, count),
                    kept);
  }
}

/// The different values, ascending; numbers the rows by them.
std::vector<TermId> SortRows::number_values(std::size_t condition) {
  struct Use {
    TermId id;
    std::uint32_t row;
  };
  MemoryCharge charge(state_.memory());
  charge.add(rows_.size() * sizeof(Use));
  std::vector<Use> uses(rows_.size());
  for (std::uint32_t row = 0; row < uses.size(); ++row) uses[row] = {value(row, condition), row};
  boost::sort::spreadsort::integer_sort(
      uses.begin(), uses.end(), [](const Use& use, auto shift) { return use.id.bits() >> shift; },
      [](const Use& a, const Use& b) { return a.id < b.id; });
  std::vector<std::uint32_t>& of_row = keys_[condition].of_row;
  keys_charge_.add(uses.size() * sizeof(std::uint32_t));
  of_row.resize(uses.size());
  std::vector<TermId> ids;
  for (const Use& use : uses) {
    if (ids.empty() || ids.back() != use.id) ids.push_back(use.id);
    of_row[use.row] = static_cast<std::uint32_t>(ids.size() - 1);
  }
  return ids;
}

void SortRows::forget_keys() noexcept {
  keys_.clear();
  common_.reset();
  heads_ = {};
  keys_charge_.clear();
}

void SortRows::find_common_text() {
  common_.reset();
  for (const OrderKey& key : keys_[0].keys) {
    const std::optional<std::string_view> text = key.text();
    if (!text) continue;
    common_ = common_ ? common_start(*common_, *text) : *text;
    if (common_->empty()) break;
  }
}

void SortRows::make_heads(std::size_t skip) {
  const std::vector<OrderKey>& keys = keys_[0].keys;
  keys_charge_.add(keys.size() * sizeof(std::uint64_t));
  heads_.clear();
  heads_.reserve(keys.size());
  for (const OrderKey& key : keys) heads_.push_back(key.head(skip));
}

std::uint64_t SortRows::head(std::uint32_t row) const {
  const std::uint64_t head = keys_[0].by_id ? value(row, 0).bits() : heads_[keys_[0].of_row[row]];
  return conditions_[0].descending ? ~head : head;
}

std::weak_ordering SortRows::compare(std::uint32_t row, const SortRows& other,
                                     std::uint32_t other_row) const {
  for (std::size_t i = 0; i < conditions_.size(); ++i) {
    const Keys& a = keys_[i];
    const Keys& b = other.keys_[i];
    const std::weak_ordering order =
        a.by_id ? std::weak_ordering(value(row, i) <=> other.value(other_row, i))
                : a.keys[a.of_row[row]] <=> b.keys[b.of_row[other_row]];
    if (order == 0) continue;
    return conditions_[i].descending ? 0 <=> order : order;
  }
  return std::weak_ordering::equivalent;
}

// Rows of one store keep the order in which they came; no part's rows are in two stores.
std::strong_ordering SortRows::order(const SortRows& a, std::uint32_t row_a, const SortRows& b,
                                     std::uint32_t row_b) {
  const std::weak_ordering order = a.compare(row_a, b, row_b);
  if (order < 0) return std::strong_ordering::less;
  if (order > 0) return std::strong_ordering::greater;
  if (&a == &b) return row_a <=> row_b;
  const std::size_t part = a.rows_.width() - 1;
  return a[row_a][part] <=> b[row_b][part];
}

void SortRows::keep(const std::vector<std::uint32_t>& rows) {
  rows_.reuse();
  for (const std::uint32_t row : rows) {
    const TermId* from = rows_[row];
    TermId* to = rows_.add();
    if (to != from) std::copy_n(from, rows_.width(), to);
  }
}

// As many rows as are wanted have a head that is not greater than one of them: no row with a
// greater one is among the first.
void SortRows::keep_first(Limits& limits) {
  if (!limit_ || rows_.size() <= *limit_) return;
  if (*limit_ == 0) return rows_.reuse();
  MemoryCharge charge(state_.memory());
  charge.add(rows_.size() * (2 * sizeof(std::uint64_t) + sizeof(std::uint32_t)));
  std::vector<bool> by_id(conditions_.size(), true);
  by_id[0] = plain_kind(0).has_value();
  make_keys(by_id, limits);
  make_heads(common_ ? common_->size() : 0);
  std::vector<std::uint64_t> heads(rows_.size());
  for (std::uint32_t row = 0; row < heads.size(); ++row) heads[row] = head(row);
  forget_keys();
  std::vector<std::uint64_t> sorted = heads;
  const auto last = sorted.begin() + static_cast<std::ptrdiff_t>(*limit_ - 1);
  std::nth_element(sorted.begin(), last, sorted.end());
  std::vector<std::uint32_t> kept;
  for (std::uint32_t row = 0; row < heads.size(); ++row) {
    if (heads[row] <= *last) kept.push_back(row);
  }
  keep(kept);
}

void SortRows::prune() {
  keep_first(state_.limits());
  if (rows_.size() >= *limit_ + kPruneRows / 2) prune_sorted();
}

// Keeps the first rows only, in their order, which later rows that are equal come behind.
void SortRows::prune_sorted() {
  const std::size_t width = rows_.width();
  MemoryCharge charge(state_.memory());
  std::vector<TermId> kept;
  {
    SortOrder order({this}, state_.memory(), limit_);
    order.make(1, alone(state_.limits()));
    charge.add(order.size() * width * sizeof(TermId));
    kept.reserve(order.size() * width);
    for (std::size_t place = 0; place < order.size(); ++place)
      kept.insert(kept.end(), order[place], order[place] + width);
  }
  forget_keys();
  rows_.reuse();
  for (std::size_t at = 0; at < kept.size(); at += width)
    std::copy_n(kept.data() + at, width, rows_.add());
}

}  // namespace dossier

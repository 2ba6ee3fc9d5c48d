// SPDX-License-Identifier: Apache-2.0
#include "storage/fold/rewrite.h"

#include <algorithm>

namespace dossier::storage {
namespace {

constexpr std::size_t kSmallBlock = kBlockRows / 4;
/// As many changes are merged into one block at a time: it becomes a few, not thousands.
constexpr std::size_t kMostChanges = 8 * kBlockRows;

}  // namespace

std::vector<std::size_t> cut_rows(std::size_t rows, bool at_end) {
  std::vector<std::size_t> sizes;
  const std::size_t parts = (rows + kBlockRows - 1) / kBlockRows;
  for (std::size_t i = 0; i < parts; ++i) {
    const std::size_t left = parts - i;
    const std::size_t size = at_end ? std::min(kBlockRows, rows) : (rows + left - 1) / left;
    sizes.push_back(size);
    rows -= size;
  }
  return sizes;
}

std::vector<Key> apply_changes(const std::vector<Key>& rows, std::span<const Change> changes) {
  std::vector<Key> out;
  out.reserve(rows.size() + changes.size());
  auto row = rows.begin();
  for (const auto& [key, present] : changes) {
    const auto stop = std::lower_bound(row, rows.end(), key);
    out.insert(out.end(), row, stop);
    row = stop != rows.end() && *stop == key ? stop + 1 : stop;
    if (present) out.push_back(key);
  }
  out.insert(out.end(), row, rows.end());
  return out;
}

Rewrite::Rewrite(const State& state, Permutation permutation)
    : state_(state), permutation_(permutation), index_(state.index(permutation)) {}

void Rewrite::keep_until(std::size_t block) {
  for (; done_ < block; ++done_) entries_.push_back(index_[done_]);
}

std::vector<Change> Rewrite::changes_in(KeyRange& range) const {
  std::vector<Change> changes;
  DeltaCursor cursor(state_.delta(permutation_), range);
  for (; !cursor.at_end() && changes.size() < kMostChanges; cursor.next()) {
    changes.push_back({cursor.key(), cursor.present()});
  }
  if (!cursor.at_end()) range.high = changes.back().key;
  return changes;
}

void Rewrite::put(std::span<const Key> rows, Batch& batch) {
  const BlockEntry entry = make_entry(rows);
  batch.put(family_of(permutation_), encode_key(entry.first),
            encode_block(rows, entry.low, entry.high, Widths::least));
  batch.put(Family::block_index, encode_entry_key(permutation_, entry.first), encode_entry(entry));
  entries_.push_back(entry);
}

// Decodes a block that is to be replaced.
std::vector<Key> Rewrite::take(std::size_t block, Batch& batch) const {
  if (block >= index_.size()) return {};
  const BlockEntry& entry = index_[block];
  std::vector<Key> rows(entry.rows);
  state_.block(permutation_, entry)->decode(0, rows.size(), rows.data());
  batch.erase(family_of(permutation_), encode_key(entry.first));
  batch.erase(Family::block_index, encode_entry_key(permutation_, entry.first));
  return rows;
}

Rewrite::Span Rewrite::fold(std::size_t begin, Batch& batch) {
  keep_until(begin);
  Span span{begin == 0 ? kLowestKey : index_[begin].first, kHighestKey, begin, false};
  std::vector<Key> rows;
  do {
    const std::size_t block = span.end++;
    KeyRange range{block == 0 ? kLowestKey : index_[block].first, kHighestKey};
    if (span.end < index_.size()) range.high = key_before(index_[span.end].first);
    const Key block_end = range.high;
    const auto changes = changes_in(range);
    const auto merged = apply_changes(take(block, batch), changes);
    rows.insert(rows.end(), merged.begin(), merged.end());
    span.high = range.high;
    span.cut = range.high != block_end;
  } while (!span.cut && rows.size() < kSmallBlock && span.end < index_.size());
  done_ = std::min(span.end, index_.size());
  std::size_t at = 0;
  for (const std::size_t size : cut_rows(rows.size(), span.end >= index_.size())) {
    put(std::span(rows).subspan(at, size), batch);
    at += size;
  }
  return span;
}

std::shared_ptr<const BlockIndex> Rewrite::finish() {
  keep_until(index_.size());
  return std::make_shared<const BlockIndex>(std::move(entries_));
}

}  // namespace dossier::storage

// SPDX-License-Identifier: Apache-2.0
#include "storage/scan/merge_scan.h"

#include <algorithm>

namespace dossier::storage {
namespace {

/// As many rows are merged or filtered at a time: enough to be quick, few enough that a caller who
/// seeks on has not paid for a whole block.
constexpr std::size_t kStretch = 2048;

}  // namespace

MergeScan::MergeScan(const State& state, const Delta& delta, const ScanRequest& request)
    : state_(state),
      index_(state.index(request.permutation)),
      permutation_(request.permutation),
      prefix_length_(request.prefix_length),
      range_(range_of(request)),
      filter_(request),
      graph_column_(request.permutation == Permutation::gspo ? 0 : 3),
      cursor_(delta, range_),
      next_block_(index_.size() == 0 ? 0 : index_.find(range_.low)) {}

void MergeScan::open_block(const BlockEntry& entry) {
  rows_ = {};
  const bool empty = range_.high < range_.low;
  if (empty || entry.first > range_.high || entry.last < range_.low) return;
  low_graph_ = entry.low[graph_column_];
  high_graph_ = entry.high[graph_column_];
  check_ = filter_.check(low_graph_, high_graph_);
  if (check_ == GraphCheck::none_match) return;
  ++counters_.blocks;
  rows_.block = state_.block(permutation_, entry);
  rows_.first = entry.first < range_.low ? rows_.block->lower_bound(range_.low) : 0;
  rows_.end = range_.high < entry.last ? rows_.block->upper_bound(range_.high) : entry.rows;
}

// The next block of the range, or the changes after the last block; false at the end.
bool MergeScan::next_block() {
  if (next_block_ == index_.size() || index_[next_block_].first > range_.high) {
    rows_ = {};
    last_ = kHighestKey;
    return !cursor_.at_end();
  }
  const bool last = next_block_ + 1 == index_.size();
  last_ = last ? kHighestKey : key_before(index_[next_block_ + 1].first);
  open_block(index_[next_block_++]);
  return true;
}

bool MergeScan::has_changes() const { return !cursor_.at_end() && cursor_.key() <= last_; }

// Whether rows of the segment must be filtered by graph. Triples of one graph repeat only across
// its edge.
bool MergeScan::needs_filter() {
  const std::uint64_t low = segment_.low_added(graph_column_);
  const std::uint64_t high = segment_.high_added(graph_column_);
  const bool added = low <= high;
  if (check_ == GraphCheck::each) return true;
  if (added && filter_.check(low, high) != GraphCheck::all_match) return true;
  if (!filter_.distinct()) return false;
  const bool one_graph =
      low_graph_ == high_graph_ && (!added || (low == high && low == low_graph_));
  const Key first = segment_.front();
  if (!one_graph || filter_.is_last({first[0], first[1], first[2]})) return true;
  const Key last = segment_.back();
  filter_.set_last({last[0], last[1], last[2]});
  return false;
}

// The next stretch of the open block becomes the segment, which may turn out empty.
void MergeScan::fill() {
  const bool plain =
      check_ != GraphCheck::each && !(filter_.distinct() && low_graph_ != high_graph_);
  BlockRows stretch = rows_;
  Key last = last_;
  if ((!plain || has_changes()) && stretch.size() > kStretch) {
    stretch.end = stretch.first + kStretch;
    last = key_before(stretch.block->row(stretch.end));
  }
  rows_.first = stretch.end;
  if (!cursor_.at_end() && cursor_.key() <= last) {
    rows_.first = segment_.merge(std::move(stretch), cursor_, last);
  } else {
    segment_.take(std::move(stretch));
  }
  if (!segment_.empty() && needs_filter()) segment_.filter(filter_, graph_column_);
}

bool MergeScan::load_segment() {
  while (segment_.empty()) {
    if (rows_.size() > 0 || has_changes()) {
      fill();
    } else if (!next_block()) {
      return false;
    }
  }
  return true;
}

std::size_t MergeScan::next(const std::array<TermId*, 4>& columns, std::size_t capacity) {
  ScanSegment::Columns out{};
  for (std::size_t i = 0; i < 4; ++i) {
    // TermId is a struct around one std::uint64_t, which its static_assert keeps.
    out[i] = reinterpret_cast<std::uint64_t*>(columns[kColumnOrder[index_of(permutation_)][i]]);
  }
  std::size_t filled = 0;
  while (filled < capacity && load_segment()) {
    const std::size_t count = segment_.emit(out, capacity - filled);
    for (auto& column : out) column = column == nullptr ? nullptr : column + count;
    filled += count;
  }
  return filled;
}

void MergeScan::seek(TermId lower) {
  if (prefix_length_ == 4 || lower.bits() <= range_.low[prefix_length_]) return;
  range_.low[prefix_length_] = lower.bits();
  std::fill(range_.low.begin() + static_cast<std::ptrdiff_t>(prefix_length_) + 1, range_.low.end(),
            0);
  segment_.seek(prefix_length_, lower.bits());
  if (!segment_.empty()) return;
  cursor_.seek(range_.low);
  if (rows_.size() > 0 && range_.low <= last_) {
    const std::size_t row = rows_.block->lower_bound(range_.low);
    rows_.first = std::clamp(row, rows_.first, rows_.end);
    return;
  }
  if (last_ < range_.low) rows_ = {};
  if (index_.size() > 0) next_block_ = index_.find(range_.low, next_block_);
}

}  // namespace dossier::storage

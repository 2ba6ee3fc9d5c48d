#include "storage/merge_scan.h"

#include <algorithm>

namespace dossier::storage {
namespace {

/// Without blocks, changes are merged this many at a time.
constexpr std::size_t kTailRows = 8192;

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

void MergeScan::open_block() {
  const BlockEntry& entry = index_[next_block_];
  row_ = row_end_ = 0;
  const bool empty = range_.high < range_.low;
  if (empty || entry.first > range_.high || entry.last < range_.low) return;
  check_ = filter_.check(entry.low[graph_column_], entry.high[graph_column_]);
  if (check_ == GraphCheck::none_match) return;
  one_graph_ = entry.low[graph_column_] == entry.high[graph_column_];
  block_ = state_.block(permutation_, entry);
  row_ = entry.first < range_.low ? block_->lower_bound(range_.low) : 0;
  row_end_ = range_.high < entry.last ? block_->upper_bound(range_.high) : block_->rows();
}

// Rows of the open block and changes below `bound` become merged rows in scope.
void MergeScan::merge_segment(const Key& bound, bool bounded) {
  std::vector<Key> rows(row_end_ - row_);
  if (!rows.empty()) block_->decode(row_, rows.size(), rows.data());
  row_ = row_end_;
  const auto keep = [&](const Key& key) {
    if (!filter_.contains(key[graph_column_])) return;
    if (!filter_.distinct() || filter_.fresh({key[0], key[1], key[2]})) merged_.push_back(key);
  };
  std::size_t at = 0;
  while (!cursor_.at_end() && (!bounded || cursor_.key() < bound)) {
    for (; at < rows.size() && rows[at] < cursor_.key(); ++at) keep(rows[at]);
    if (at < rows.size() && rows[at] == cursor_.key()) ++at;
    if (cursor_.present()) keep(cursor_.key());
    cursor_.next();
    if (rows.empty() && merged_.size() >= kTailRows) return;
  }
  for (; at < rows.size(); ++at) keep(rows[at]);
}

// Makes rows_ or merged_ ready; false at the end.
bool MergeScan::load_segment() {
  merged_.clear();
  merged_at_ = 0;
  while (row_ == row_end_ && merged_.empty()) {
    if (next_block_ == index_.size() || index_[next_block_].first > range_.high) {
      if (cursor_.at_end()) return false;
      merge_segment(kHighestKey, false);
      continue;
    }
    const bool last = next_block_ + 1 == index_.size();
    const Key bound = last ? kHighestKey : index_[next_block_ + 1].first;
    open_block();
    ++next_block_;
    if (!cursor_.at_end() && (last || cursor_.key() < bound)) merge_segment(bound, !last);
  }
  return true;
}

std::size_t MergeScan::next(const std::array<TermId*, 4>& columns, std::size_t capacity) {
  Columns out{};
  for (std::size_t i = 0; i < 4; ++i) {
    // TermId is a struct around one std::uint64_t, which its static_assert keeps.
    out[i] = reinterpret_cast<std::uint64_t*>(columns[kColumnOrder[index_of(permutation_)][i]]);
  }
  std::size_t filled = 0;
  while (filled < capacity) {
    if (merged_at_ == merged_.size() && row_ == row_end_ && !load_segment()) break;
    const std::size_t count = merged_at_ < merged_.size() ? emit_merged(out, capacity - filled)
                                                          : emit_block(out, capacity - filled);
    for (auto& column : out) column = column == nullptr ? nullptr : column + count;
    filled += count;
  }
  return filled;
}

std::size_t MergeScan::emit_merged(const Columns& out, std::size_t capacity) {
  const std::size_t count = std::min(capacity, merged_.size() - merged_at_);
  for (std::size_t column = 0; column < 4; ++column) {
    if (out[column] == nullptr) continue;
    for (std::size_t i = 0; i < count; ++i) out[column][i] = merged_[merged_at_ + i][column];
  }
  merged_at_ += count;
  return count;
}

std::size_t MergeScan::emit_block(const Columns& out, std::size_t capacity) {
  const std::size_t count = std::min(capacity, row_end_ - row_);
  if (check_ == GraphCheck::each) return emit_filtered(out, count);
  if (filter_.distinct()) {
    // Within one graph triples repeat only across the block's edge.
    const Key first = block_->row(row_);
    if (!one_graph_ || !filter_.fresh({first[0], first[1], first[2]})) {
      return emit_filtered(out, count);
    }
    const Key last = block_->row(row_ + count - 1);
    filter_.fresh({last[0], last[1], last[2]});
  }
  for (std::size_t column = 0; column < 4; ++column) {
    if (out[column] != nullptr) block_->column(column).decode(row_, count, out[column]);
  }
  row_ += count;
  return count;
}

std::size_t MergeScan::emit_filtered(const Columns& out, std::size_t count) {
  std::vector<Key> rows(count);
  block_->decode(row_, count, rows.data());
  row_ += count;
  std::size_t kept = 0;
  for (const Key& row : rows) {
    if (check_ == GraphCheck::each && !filter_.contains(row[graph_column_])) continue;
    if (filter_.distinct() && !filter_.fresh({row[0], row[1], row[2]})) continue;
    for (std::size_t column = 0; column < 4; ++column) {
      if (out[column] != nullptr) out[column][kept] = row[column];
    }
    ++kept;
  }
  return kept;
}

void MergeScan::seek(TermId lower) {
  if (prefix_length_ == 4 || lower.bits() <= range_.low[prefix_length_]) return;
  range_.low[prefix_length_] = lower.bits();
  std::fill(range_.low.begin() + static_cast<std::ptrdiff_t>(prefix_length_) + 1, range_.low.end(),
            0);
  cursor_.seek(range_.low);
  if (merged_at_ < merged_.size()) {
    const auto from = merged_.begin() + static_cast<std::ptrdiff_t>(merged_at_);
    merged_at_ = static_cast<std::size_t>(std::lower_bound(from, merged_.end(), range_.low) -
                                          merged_.begin());
  }
  if (row_ < row_end_) row_ = std::min(row_end_, std::max(row_, block_->lower_bound(range_.low)));
  if (merged_at_ < merged_.size() || row_ < row_end_ || index_.size() == 0) return;
  next_block_ = std::max(next_block_, index_.find(range_.low));
}

}  // namespace dossier::storage

// SPDX-License-Identifier: Apache-2.0
#include "storage/scan/scan_segment.h"

#include <algorithm>

namespace dossier::storage {
namespace {

/// As many changes are merged at a time.
constexpr std::size_t kMostChanges = 4096;

}  // namespace

void ScanSegment::reset(BlockRows rows) {
  rows_ = std::move(rows);
  at_ = 0;
  size_ = rows_.size();
  merged_ = selected_ = false;
  has_decoded_ = has_values_ = {};
  added_low_ = kHighestKey;
  added_high_ = kLowestKey;
}

void ScanSegment::take(BlockRows rows) { reset(std::move(rows)); }

std::size_t ScanSegment::merge(BlockRows rows, DeltaCursor& changes, const Key& last) {
  reset(std::move(rows));
  merged_ = true;
  size_ = 0;
  pieces_.clear();
  const std::size_t count = rows_.size();
  std::size_t row = 0;
  for (std::size_t n = 0; !changes.at_end() && changes.key() <= last; ++n) {
    if (n == kMostChanges) {
      rows_.end = rows_.first + row;
      return rows_.end;
    }
    const Key& key = changes.key();
    const std::size_t place = lower_bound(key, row);
    const bool there = place < count && decoded(0)[place] == key[0] &&
                       decoded(1)[place] == key[1] && decoded(2)[place] == key[2] &&
                       decoded(3)[place] == key[3];
    add(row, place, changes.present() ? &key : nullptr);
    row = place + (there ? 1 : 0);
    changes.next();
  }
  add(row, count, nullptr);
  return rows_.end;
}

void ScanSegment::add(std::size_t first, std::size_t end, const Key* added) {
  pieces_.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end), added});
  size_ += end - first + (added == nullptr ? 0 : 1);
  if (added == nullptr) return;
  for (std::size_t i = 0; i < 4; ++i) {
    added_low_[i] = std::min(added_low_[i], (*added)[i]);
    added_high_[i] = std::max(added_high_[i], (*added)[i]);
  }
}

// The first row at or after `from` that is at least `key`; gallops, as changes stand close.
std::size_t ScanSegment::lower_bound(const Key& key, std::size_t from) {
  const std::size_t count = rows_.size();
  const std::array<const std::uint64_t*, 4> columns{decoded(0).data(), decoded(1).data(),
                                                    decoded(2).data(), decoded(3).data()};
  const auto below = [&](std::size_t row) {
    for (std::size_t i = 0; i < 4; ++i) {
      if (columns[i][row] != key[i]) return columns[i][row] < key[i];
    }
    return false;
  };
  std::size_t step = 1;
  std::size_t stop = from;
  while (stop < count && below(stop)) {
    from = stop + 1;
    stop += step;
    step *= 2;
  }
  stop = std::min(stop, count);
  while (from < stop) {
    const std::size_t middle = from + (stop - from) / 2;
    if (below(middle)) {
      from = middle + 1;
    } else {
      stop = middle;
    }
  }
  return from;
}

// A triple's rows are neighbours: of those in scope the first stays.
void ScanSegment::filter(GraphFilter& filter, std::size_t graph_column) {
  std::vector<std::uint32_t> kept;
  kept.reserve(size_);
  const auto column = [&](std::size_t i) { return values(i).data(); };
  const std::uint64_t* graphs = column(graph_column);
  const std::array<const std::uint64_t*, 3> triple =
      filter.distinct() ? std::array{column(0), column(1), column(2)}
                        : std::array<const std::uint64_t*, 3>{};
  const auto repeats = [&](std::size_t i) {
    return triple[0][i] == triple[0][i - 1] && triple[1][i] == triple[1][i - 1] &&
           triple[2][i] == triple[2][i - 1];
  };
  bool seen = false;  // whether the triple of this row was kept already
  for (std::size_t i = 0; i < size_; ++i) {
    if (filter.distinct()) {
      seen =
          i == 0 ? filter.is_last({triple[0][0], triple[1][0], triple[2][0]}) : seen && repeats(i);
      if (seen) continue;
    }
    if (!filter.contains(graphs[i])) continue;
    kept.push_back(static_cast<std::uint32_t>(i));
    seen = true;
  }
  if (filter.distinct() && !kept.empty()) {
    const std::size_t last = kept.back();
    filter.set_last({triple[0][last], triple[1][last], triple[2][last]});
  }
  if (kept.size() == size_) return;
  selection_ = std::move(kept);
  selected_ = true;
  for (std::size_t i = 0; i < 4; ++i) {
    if (!has_values_[i]) continue;
    Values picked(selection_.size());
    for (std::size_t j = 0; j < picked.size(); ++j) picked[j] = values_[i][selection_[j]];
    values_[i] = std::move(picked);
  }
  size_ = selection_.size();
}

const ScanSegment::Values& ScanSegment::decoded(std::size_t column) {
  Values& out = decoded_[column];
  if (has_decoded_[column]) return out;
  has_decoded_[column] = true;
  out.resize(rows_.size());
  if (!out.empty()) rows_.block->column(column).decode(rows_.first, out.size(), out.data());
  counters_.values += out.size();
  return out;
}

void ScanSegment::follow_pieces(const Values& from, std::size_t column, Values& out) const {
  std::uint64_t* to = out.data();
  for (const Piece& piece : pieces_) {
    to = std::copy(from.data() + piece.first, from.data() + piece.end, to);
    if (piece.added != nullptr) *to++ = (*piece.added)[column];
  }
}

// By the plan.
const ScanSegment::Values& ScanSegment::values(std::size_t column) {
  Values& out = values_[column];
  if (has_values_[column]) return out;
  has_values_[column] = true;
  const Values& from = decoded(column);
  Values whole;
  Values& unselected = selected_ ? whole : out;
  if (merged_) {
    std::size_t size = 0;
    for (const Piece& p : pieces_) size += p.end - p.first + (p.added == nullptr ? 0U : 1U);
    unselected.resize(size);
    follow_pieces(from, column, unselected);
  } else {
    unselected = from;
  }
  if (!selected_) return out;
  out.resize(selection_.size());
  for (std::size_t j = 0; j < out.size(); ++j) out[j] = whole[selection_[j]];
  return out;
}

Key ScanSegment::row(std::size_t row) {
  if (!planned()) return rows_.block->row(rows_.first + row);
  return {values(0)[row], values(1)[row], values(2)[row], values(3)[row]};
}

std::size_t ScanSegment::emit(const Columns& out, std::size_t capacity) {
  const std::size_t count = std::min(capacity, size_ - at_);
  for (std::size_t i = 0; i < 4 && count > 0; ++i) {
    if (out[i] == nullptr) continue;
    if (planned()) {
      std::copy_n(values(i).data() + at_, count, out[i]);
    } else {
      rows_.block->column(i).decode(rows_.first + at_, count, out[i]);
      counters_.values += count;
    }
  }
  at_ += count;
  return count;
}

void ScanSegment::seek(std::size_t column, std::uint64_t value) {
  if (planned()) {
    const Values& ascending = values(column);
    const auto from = ascending.begin() + static_cast<std::ptrdiff_t>(at_);
    at_ = static_cast<std::size_t>(std::lower_bound(from, ascending.end(), value) -
                                   ascending.begin());
    return;
  }
  if (at_ == size_) return;
  // Gallops: single values are read, nothing is decoded.
  const Column& ascending = rows_.block->column(column);
  std::size_t from = rows_.first + at_;
  std::size_t step = 8;
  while (from + step < rows_.end && ascending.at(from + step) < value) {
    from += step;
    step *= 4;
  }
  at_ = ascending.lower_bound(from, std::min(rows_.end, from + step + 1), value) - rows_.first;
}

}  // namespace dossier::storage

// SPDX-License-Identifier: Apache-2.0
#include "storage/load/range_sorter.h"

#include <sys/mman.h>

#include <algorithm>
#include <bit>

namespace dossier::storage {
namespace {

constexpr std::size_t kRowsAtOnce = 8192;
constexpr unsigned kBucketBits = 16;

/// In large pages where the system has them: rows are written all over this memory.
void reserve(std::vector<RankRow>& rows, std::size_t count) {
  if (rows.capacity() >= count) return;
  rows = {};
  rows.reserve(count);
  constexpr std::uintptr_t kPage = std::uintptr_t{1} << 21;
  const auto begin = (reinterpret_cast<std::uintptr_t>(rows.data()) + kPage - 1) / kPage * kPage;
  const auto end = reinterpret_cast<std::uintptr_t>(rows.data() + rows.capacity()) / kPage * kPage;
  // Advice: without it the memory is as good, and slower.
  if (begin < end)
    static_cast<void>(madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE));
}

}  // namespace

ColumnCounts::ColumnCounts(const Spool<RankRow>& rows, std::size_t ranks) {
  const auto bits = static_cast<unsigned>(std::bit_width(ranks));
  const unsigned shift = bits > kBucketBits ? bits - kBucketBits : 0;
  for (auto& buckets : buckets_) buckets.resize((ranks >> shift) + 1);
  Spool<RankRow>::Reader reader(rows);
  for (auto some = reader.next(kRowsAtOnce); !some.empty(); some = reader.next(kRowsAtOnce)) {
    for (std::size_t column = 0; column < buckets_.size(); ++column) {
      for (const RankRow& row : some) {
        Range& bucket = buckets_[column][row[column] >> shift];
        if (bucket.rows++ == 0) bucket.first = row[column];
        bucket.first = std::min(bucket.first, row[column]);
        bucket.last = std::max(bucket.last, row[column]);
      }
    }
  }
  for (std::size_t column = 0; column < buckets_.size(); ++column)
    part_crowded(rows, column, shift);
}

void ColumnCounts::part_crowded(const Spool<RankRow>& rows, std::size_t column, unsigned shift) {
  constexpr std::size_t kMany = 64;
  std::vector<std::int32_t> parted(buckets_[column].size(), -1);  // by bucket: in `counts`
  std::vector<std::vector<std::size_t>> counts;                   // by the rank's lower bits
  for (std::size_t i = 0; i < parted.size(); ++i) {
    const Range& bucket = buckets_[column][i];
    if (bucket.rows <= rows.size() / kMany || bucket.first == bucket.last) continue;
    parted[i] = static_cast<std::int32_t>(counts.size());
    counts.emplace_back(std::size_t{1} << shift);
  }
  if (counts.empty()) return;
  const std::uint32_t mask = (std::uint32_t{1} << shift) - 1;
  Spool<RankRow>::Reader reader(rows);
  for (auto some = reader.next(kRowsAtOnce); !some.empty(); some = reader.next(kRowsAtOnce)) {
    for (const RankRow& row : some) {
      const std::int32_t number = parted[row[column] >> shift];
      if (number >= 0) ++counts[static_cast<std::size_t>(number)][row[column] & mask];
    }
  }
  std::vector<Range> result;
  for (std::size_t i = 0; i < parted.size(); ++i) {
    if (parted[i] < 0) {
      result.push_back(buckets_[column][i]);
      continue;
    }
    const auto& fine = counts[static_cast<std::size_t>(parted[i])];
    for (std::size_t low = 0; low < fine.size(); ++low) {
      const auto rank = static_cast<std::uint32_t>((i << shift) | low);
      if (fine[low] > 0) result.push_back({rank, rank, fine[low]});
    }
  }
  buckets_[column] = std::move(result);
}

std::optional<std::vector<ColumnCounts::Range>> ColumnCounts::ranges(std::size_t column,
                                                                     std::size_t most) const {
  std::vector<Range> result;
  for (const Range& bucket : buckets_[column]) {
    if (bucket.rows == 0) continue;
    if (bucket.rows > most && bucket.first != bucket.last) return std::nullopt;
    if (result.empty() || result.back().rows + bucket.rows > most) {
      result.push_back(bucket);
    } else {
      result.back().last = bucket.last;
      result.back().rows += bucket.rows;
    }
  }
  return result;
}

RowBuffers::Buffer RowBuffers::take() {
  const std::lock_guard lock(mutex_);
  if (free_.empty()) return {};
  Buffer buffer = std::move(free_.back());
  free_.pop_back();
  return buffer;
}

void RowBuffers::give_back(Buffer buffer) {
  const std::lock_guard lock(mutex_);
  free_.push_back(std::move(buffer));
}

RangeSorter::RangeSorter(const Spool<RankRow>& rows, Permutation permutation, std::size_t columns,
                         std::vector<ColumnCounts::Range> ranges, std::size_t most,
                         RowBuffers& buffers)
    : rows_(rows),
      columns_(columns),
      ranges_(std::move(ranges)),
      most_(most),
      buffers_(buffers),
      buffer_(buffers.take()) {
  const auto& order = kColumnOrder[index_of(permutation)];
  for (std::size_t i = 0; i < order_.size(); ++i) order_[i] = static_cast<std::size_t>(order[i]);
  buffer_.first.clear();
}

RangeSorter::~RangeSorter() { buffers_.give_back(std::move(buffer_)); }

void RangeSorter::append(std::span<const RankRow> rows, const ColumnCounts::Range& range) {
  for (const RankRow& row : rows) {
    const std::uint32_t rank = row[order_[0]];
    if (rank < range.first || rank > range.last) continue;
    buffer_.first.push_back({rank, row[order_[1]], row[order_[2]], row[order_[3]]});
  }
}

void RangeSorter::read_range(const ColumnCounts::Range& range) {
  reserve(buffer_.first, range.rows);
  reserve(buffer_.second, range.rows);
  Spool<RankRow>::Reader reader(rows_);
  for (auto some = reader.next(kRowsAtOnce); !some.empty(); some = reader.next(kRowsAtOnce))
    append(some, range);
  radix_sort(buffer_.first, buffer_.second, columns_);
}

// Its rows are equal in the first column, and in order by the others.
std::span<const RankRow> RangeSorter::read_on() {
  const ColumnCounts::Range& range = ranges_[range_ - 1];
  if (!reader_) reader_.emplace(rows_);
  buffer_.first.clear();
  while (buffer_.first.empty()) {
    const auto some = reader_->next(kRowsAtOnce);
    if (some.empty()) break;
    append(some, range);
  }
  return buffer_.first;
}

std::span<const RankRow> RangeSorter::next() {
  while (true) {
    if (is_streamed()) {
      if (const auto rows = read_on(); !rows.empty()) return rows;
      reader_.reset();
    } else if (at_ < buffer_.first.size()) {
      const std::size_t count = std::min(kRowsAtOnce, buffer_.first.size() - at_);
      at_ += count;
      return std::span(buffer_.first).subspan(at_ - count, count);
    }
    buffer_.first.clear();
    at_ = 0;
    if (range_ == ranges_.size()) return {};
    ++range_;
    if (!is_streamed()) read_range(ranges_[range_ - 1]);
  }
}

}  // namespace dossier::storage

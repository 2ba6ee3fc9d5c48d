// SPDX-License-Identifier: Apache-2.0
#include "storage/load/row_sorter.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace dossier::storage {
namespace {

constexpr unsigned kMostDigitBits = 11;
constexpr std::size_t kRowsAtOnce = 8192;
constexpr std::size_t kLeastRows = 1024;

struct Digit {
  std::size_t column;
  unsigned shift;
  unsigned bits;

  std::size_t of(const RankRow& row) const {
    return (row[column] >> shift) & ((std::size_t{1} << bits) - 1);
  }
};

/// The bits of the column that are not the same in all rows, from the lowest, cut into digits.
std::vector<Digit> digits_of(const std::vector<RankRow>& rows, std::size_t column) {
  std::uint32_t differing = 0;
  for (const RankRow& row : rows) differing |= row[column] ^ rows.front()[column];
  if (differing == 0) return {};
  const auto low = static_cast<unsigned>(std::countr_zero(differing));
  const auto width = static_cast<unsigned>(std::bit_width(differing)) - low;
  const unsigned passes = (width + kMostDigitBits - 1) / kMostDigitBits;
  std::vector<Digit> digits;
  for (unsigned done = 0, left = passes; left > 0; --left) {
    const unsigned bits = (width - done + left - 1) / left;
    digits.push_back({column, low + done, bits});
    done += bits;
  }
  return digits;
}

void distribute(const std::vector<RankRow>& from, std::vector<RankRow>& to, const Digit& digit) {
  std::vector<std::size_t> starts(std::size_t{1} << digit.bits);
  for (const RankRow& row : from) ++starts[digit.of(row)];
  std::size_t sum = 0;
  for (std::size_t& start : starts) sum += std::exchange(start, sum);
  for (const RankRow& row : from) to[starts[digit.of(row)]++] = row;
}

}  // namespace

void radix_sort(std::vector<RankRow>& rows, std::vector<RankRow>& scratch, std::size_t columns) {
  if (rows.empty()) return;
  for (std::size_t column = columns; column-- > 0;) {
    for (const Digit& digit : digits_of(rows, column)) {
      scratch.resize(rows.size());
      distribute(rows, scratch, digit);
      rows.swap(scratch);
    }
  }
}

RowSorter::RowSorter(std::string path, std::size_t memory_bytes, std::size_t columns)
    : path_(std::move(path)),
      capacity_(std::max(memory_bytes / (2 * sizeof(RankRow)), kLeastRows)),
      columns_(columns) {}

void RowSorter::expect(std::size_t rows) {
  rows_.reserve(std::min(rows, capacity_));
  scratch_.reserve(rows_.capacity());
}

void RowSorter::sort() { radix_sort(rows_, scratch_, columns_); }

void RowSorter::spill() {
  sort();
  Spool<RankRow>& file = files_.emplace_back(path_ + ".run" + std::to_string(files_.size()));
  file.append(rows_);
  file.finish();
  rows_.clear();
}

void RowSorter::start() {
  started_ = true;
  if (files_.empty()) {
    sort();
    scratch_ = {};
    return;
  }
  if (!rows_.empty()) spill();
  rows_ = {};
  scratch_ = {};
  for (const Spool<RankRow>& file : files_) {
    Run run{std::make_unique<Spool<RankRow>::Reader>(file), {}};
    run.rows = run.reader->next(kRowsAtOnce);
    runs_.push_back(std::move(run));
  }
  std::make_heap(runs_.begin(), runs_.end(), later);
}

void RowSorter::merge() {
  rows_.clear();
  while (!runs_.empty() && rows_.size() < kRowsAtOnce) {
    std::pop_heap(runs_.begin(), runs_.end(), later);
    Run& run = runs_.back();
    rows_.push_back(run.rows.front());
    run.rows = run.rows.subspan(1);
    if (run.rows.empty()) run.rows = run.reader->next(kRowsAtOnce);
    if (run.rows.empty()) {
      runs_.pop_back();
    } else {
      std::push_heap(runs_.begin(), runs_.end(), later);
    }
  }
}

std::span<const RankRow> RowSorter::next() {
  if (!started_) start();
  if (!files_.empty()) {
    merge();
    return rows_;
  }
  const std::size_t begin = at_;
  at_ = std::min(rows_.size(), begin + kRowsAtOnce);
  return std::span(rows_).subspan(begin, at_ - begin);
}

}  // namespace dossier::storage

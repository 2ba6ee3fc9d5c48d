// SPDX-License-Identifier: Apache-2.0
// Sorting rows of numbers that need not fit into memory.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "storage/load/spill.h"

namespace dossier::storage {

/// Add rows, then take them back in ascending order without repeats. Beyond `memory_bytes`, sorted
/// runs go to files named after `path`.
template <std::size_t N>
class Sorter {
 public:
  using Row = std::array<std::uint64_t, N>;

  Sorter(std::string path, std::size_t memory_bytes)
      : path_(std::move(path)),
        capacity_(std::max<std::size_t>(memory_bytes / sizeof(Row), 1024)) {}

  void add(const Row& row) {
    if (rows_.size() == capacity_) spill();
    rows_.push_back(row);
  }

  /// The next row; none at the end. After the first call nothing may be added.
  std::optional<Row> next() {
    if (!merging_) start();
    while (auto row = runs_.empty() ? next_in_memory() : next_merged()) {
      if (row == last_) continue;
      last_ = row;
      return row;
    }
    return std::nullopt;
  }

 private:
  struct Run {
    std::unique_ptr<SpillReader> file;
    Row row;
    bool read() { return file->read_value(row); }
  };

  std::string run_path(std::size_t i) const { return path_ + ".run" + std::to_string(i); }

  void spill() {
    std::sort(rows_.begin(), rows_.end());
    SpillWriter file(run_path(run_count_++));
    file.write(rows_.data(), rows_.size() * sizeof(Row));
    file.finish();
    rows_.clear();
  }

  void start() {
    merging_ = true;
    if (run_count_ == 0) {
      std::sort(rows_.begin(), rows_.end());
      return;
    }
    if (!rows_.empty()) spill();
    rows_ = {};
    const std::size_t buffer = std::max<std::size_t>(capacity_ * sizeof(Row) / run_count_, 4096);
    for (std::size_t i = 0; i < run_count_; ++i) {
      Run run{std::make_unique<SpillReader>(run_path(i), std::min<std::size_t>(buffer, 1 << 20)),
              {}};
      if (run.read()) runs_.push_back(std::move(run));
    }
    std::make_heap(runs_.begin(), runs_.end(), later);
  }

  static bool later(const Run& a, const Run& b) { return a.row > b.row; }

  std::optional<Row> next_in_memory() {
    if (at_ == rows_.size()) return std::nullopt;
    return rows_[at_++];
  }

  std::optional<Row> next_merged() {
    std::pop_heap(runs_.begin(), runs_.end(), later);
    Run& run = runs_.back();
    const Row row = run.row;
    if (run.read()) {
      std::push_heap(runs_.begin(), runs_.end(), later);
    } else {
      runs_.pop_back();
    }
    return row;
  }

  std::string path_;
  std::size_t capacity_;
  std::vector<Row> rows_;
  std::size_t run_count_ = 0;
  bool merging_ = false;
  std::vector<Run> runs_;
  std::size_t at_ = 0;
  std::optional<Row> last_;
};

}  // namespace dossier::storage

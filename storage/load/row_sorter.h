// SPDX-License-Identifier: Apache-2.0
// Sorting the quads of a load, as rows of ranks. Private to storage/.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "storage/load/spool.h"
#include "storage/permutation.h"

namespace dossier::storage {

/// Ranks of a quad's terms (storage/load/numbering.h), in the order of some permutation.
using RankRow = std::array<std::uint32_t, 4>;

/// Sorts by the columns in `columns`, the last given first, by counting digits: stable, so what was
/// in order before stays so among equals. `scratch` gets the size of `rows` unless all columns are
/// constant; the result is in `rows`.
void radix_sort(std::vector<RankRow>& rows, std::vector<RankRow>& scratch, std::size_t columns);

/// Ascending rows.
class RowSource {
 public:
  virtual ~RowSource() = default;
  /// The next rows, in order; empty at the end. Valid until the next call.
  virtual std::span<const RankRow> next() = 0;
};

/// Takes rows, gives them back ascending. Beyond its memory, sorted runs go to files named after
/// `path`: with room for all it is the case of one run.
class RowSorter : public RowSource {
 public:
  /// Rows come in an order in which those equal in the first `columns` columns ascend already.
  RowSorter(std::string path, std::size_t memory_bytes, std::size_t columns);

  void add(const RankRow& row) {
    if (rows_.size() == capacity_) spill();
    rows_.push_back(row);
  }
  /// How many rows will come, when it is known.
  void expect(std::size_t rows);
  /// After the first call nothing may be added. Equal rows are all kept.
  std::span<const RankRow> next() override;

 private:
  struct Run {
    std::unique_ptr<Spool<RankRow>::Reader> reader;
    std::span<const RankRow> rows;
  };

  void sort();
  void spill();
  void start();
  void merge();
  static bool later(const Run& a, const Run& b) { return a.rows.front() > b.rows.front(); }

  std::string path_;
  std::size_t capacity_;
  std::size_t columns_;
  std::vector<RankRow> rows_;
  std::vector<RankRow> scratch_;
  std::vector<Spool<RankRow>> files_;
  std::vector<Run> runs_;
  bool started_ = false;
  std::size_t at_ = 0;
};

}  // namespace dossier::storage

// SPDX-License-Identifier: Apache-2.0
// Sorted rows of ranks as keys, each once. Private to storage/.
#pragma once

#include <bit>
#include <span>
#include <vector>

#include "storage/load/numbering.h"
#include "storage/load/progress.h"
#include "storage/load/row_sorter.h"

namespace dossier::storage {

class KeyReader {
 public:
  KeyReader(RowSource& source, const Numbering& numbering, LoadProgress& progress)
      : source_(source), numbering_(numbering), progress_(progress) {
    refill();
  }

  bool at_end() const noexcept { return at_ == keys_.size(); }
  /// Only when not at the end.
  const Key& key() const noexcept { return keys_[at_]; }
  /// Those from the current one on that have been read, and their rows; none at the end. Valid
  /// until advance().
  std::span<const Key> keys() const noexcept { return std::span(keys_).subspan(at_); }
  std::span<const RankRow> rows() const noexcept { return std::span(rows_).subspan(at_); }

  /// At most the size of keys().
  void advance(std::size_t count = 1) {
    at_ += count;
    if (at_ == keys_.size()) refill();
  }

 private:
  void refill() {
    at_ = 0;
    rows_.clear();
    while (rows_.empty()) {
      const std::span<const RankRow> rows = source_.next();
      progress_.step(rows.size());
      if (rows.empty()) break;
      keep_different(rows);
    }
    keys_.resize(rows_.size());
    for (std::size_t column = 0; column < last_.size(); ++column) {
      for (std::size_t i = 0; i < rows_.size(); ++i) {
        keys_[i][column] = numbering_.id_of_rank(rows_[i][column]);
      }
    }
  }

  void keep_different(std::span<const RankRow> rows) {
    using Words = std::array<std::uint64_t, 2>;
    for (const RankRow& row : rows) {
      const auto words = std::bit_cast<Words>(row);
      const auto before = std::bit_cast<Words>(last_);
      if (any_ && words[0] == before[0] && words[1] == before[1]) continue;
      any_ = true;
      last_ = row;
      rows_.push_back(row);
    }
  }

  RowSource& source_;
  const Numbering& numbering_;
  LoadProgress& progress_;
  std::vector<RankRow> rows_;
  std::vector<Key> keys_;
  std::size_t at_ = 0;
  RankRow last_{};  ///< that was kept, of this batch or an earlier one
  bool any_ = false;
};

}  // namespace dossier::storage

// SPDX-License-Identifier: Apache-2.0
// Sorted rows of ranks as keys, each once. Private to storage/.
#pragma once

#include <span>

#include "storage/load/numbering.h"
#include "storage/load/progress.h"
#include "storage/load/row_sorter.h"

namespace dossier::storage {

class KeyReader {
 public:
  KeyReader(RowSorter& sorter, const Numbering& numbering, LoadProgress& progress)
      : sorter_(sorter), numbering_(numbering), progress_(progress) {
    advance();
  }

  bool at_end() const noexcept { return at_end_; }
  /// Only when not at the end.
  const Key& key() const noexcept { return key_; }
  const RankRow& row() const noexcept { return row_; }

  void advance() {
    do {
      if (++at_ >= rows_.size() && !refill()) return;
    } while (!first_ && rows_[at_] == row_);
    first_ = false;
    row_ = rows_[at_];
    for (std::size_t i = 0; i < row_.size(); ++i) key_[i] = numbering_.id_of_rank(row_[i]);
  }

 private:
  bool refill() {
    progress_.step(rows_.size());
    rows_ = sorter_.next();
    at_ = 0;
    at_end_ = rows_.empty();
    return !at_end_;
  }

  RowSorter& sorter_;
  const Numbering& numbering_;
  LoadProgress& progress_;
  std::span<const RankRow> rows_;
  std::size_t at_ = 0;
  RankRow row_{};
  Key key_{};
  bool first_ = true;
  bool at_end_ = false;
};

}  // namespace dossier::storage

// SPDX-License-Identifier: Apache-2.0
// Batched index-nested-loop join: a batch's rows in the order of their key walk one scan of the
// index with seeks, so near keys share blocks and equal keys share one look-up. When the child
// ascends by the key the scan goes on from batch to batch: a merge join that skips.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "engine/exec/column_pair.h"
#include "engine/exec/operator.h"
#include "engine/exec/scan.h"
#include "engine/plan/physical.h"

namespace dossier {

class IndexJoinOperator : public Operator {
 public:
  /// The child binds `join.key` and every variable it shares with the pattern in all rows; the
  /// permutation has the key's place right behind the constants.
  IndexJoinOperator(QueryState& state, Layout layout, const plan::IndexJoin& join,
                    OperatorPtr child);
  /// Gives the number of rows, in batches of any size. The layout must be empty.
  void count_only() noexcept { counts_ = true; }

 protected:
  void do_open() override;
  bool do_next(Batch& out) override;
  void do_close() override;

 private:
  /// Columns of the child to copy, and of the pattern to copy or to compare with the child's.
  void wire(const Layout& input);
  bool next_input();
  bool count(Batch& out);
  void load_run(TermId key);
  bool fill();
  void append_run(std::size_t begin, std::size_t end);
  /// The rows of the run that may agree with one of the input: the first, and the end.
  std::pair<std::size_t, std::size_t> matches_of(std::uint32_t row) const;
  bool agrees(std::uint32_t row, std::size_t match) const;
  void emit(Batch& out, std::uint32_t row);
  /// One row for all matches of a row.
  void emit_once(Batch& out, std::uint32_t row);
  /// Of a row; where one is enough, perhaps fewer.
  std::size_t count_matches(std::uint32_t row);

  OperatorPtr child_;
  PatternColumns columns_;
  Slot key_slot_;
  std::size_t key_place_ = 0;  ///< place of the key in the pattern
  std::vector<ColumnPair> from_input_;
  std::vector<ColumnPair> from_run_;  ///< place -> column of the output
  std::vector<ColumnPair> compare_;   ///< place -> column of the input
  std::optional<ColumnPair> second_;  ///< one of these, by which the rows of a run ascend
  std::array<bool, 4> needed_{};
  std::size_t key_column_ = 0;

  Batch input_;
  std::vector<std::uint32_t> order_;  ///< rows of the input, by key
  bool counts_ = false;
  bool once_ = false;
  std::size_t times_column_ = kNoColumn;
  std::size_t at_ = 0;
  std::size_t match_ = 0;

  std::unique_ptr<storage::Scan> scan_;
  std::array<std::vector<TermId>, 4> buffer_;
  std::size_t buffer_size_ = 0;
  std::size_t buffer_at_ = 0;
  std::size_t read_ahead_ = 0;
  bool scan_ended_ = false;

  TermId run_key_;  ///< whose matches the run holds; none() before the first
  std::array<std::vector<TermId>, 4> run_;
  std::size_t run_size_ = 0;
  std::size_t run_end_ = 0;  ///< of the matches of one row
  std::size_t run_charged_ = 0;
};

}  // namespace dossier

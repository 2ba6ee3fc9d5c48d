// SPDX-License-Identifier: Apache-2.0
// Merge join: both inputs ascend by the key; rows of the right with one key are kept while the left
// passes them.
#pragma once

#include <optional>
#include <vector>

#include "engine/exec/join_columns.h"
#include "engine/exec/operator.h"
#include "engine/exec/row_store.h"
#include "engine/plan/physical.h"

namespace dossier {

class MergeJoinOperator : public Operator {
 public:
  /// Key and other shared variables are bound in every row of both inputs. The right one ascends by
  /// `right_order`, which begins with the key.
  MergeJoinOperator(QueryState& state, Layout layout, const plan::MergeJoin& join, OperatorPtr left,
                    OperatorPtr right, const std::vector<Slot>& right_order = {});
  /// Gives the number of rows, in batches of any size. The layout must be empty.
  void count_only() noexcept { counts_ = true; }

 protected:
  void do_open() override;
  bool do_next(Batch& out) override;
  void do_close() override;

 private:
  bool next_left();
  void load_run(TermId key);
  bool skip_right_to(TermId key);
  /// Joins the left row with rows of the run until the batch is full or the run ends: returns the
  /// size of the batch then.
  std::size_t join_row(Batch& out, std::size_t at);
  std::size_t join_equals(Batch& out, std::size_t at);
  bool count(Batch& out);
  std::size_t count_equals();
  /// The first row of the run whose second column is not below `value`.
  std::size_t seek(TermId value);

  OperatorPtr left_;
  OperatorPtr right_;
  JoinColumns columns_;
  std::size_t left_key_;
  std::size_t right_key_;
  Batch left_batch_;
  Batch right_batch_;
  std::size_t left_at_ = 0;
  std::size_t right_at_ = 0;
  bool right_ended_ = false;
  bool counts_ = false;
  RowStore run_;
  TermId run_key_;
  std::size_t match_ = 0;
  /// A shared variable by which the rows of a run ascend.
  std::optional<JoinColumns::Pair> second_;
  TermId sought_;          ///< the last value of it, in this run
  std::size_t found_ = 0;  ///< where
};

}  // namespace dossier

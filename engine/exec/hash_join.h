// SPDX-License-Identifier: Apache-2.0
// Hash join, inner and left: keeps the right input, streams the left one. Variables that may be
// unbound are no keys: their compatibility (SPARQL 1.1, section 18.3) is checked row by row.
#pragma once

#include <memory>
#include <vector>

#include "engine/exec/build_side.h"
#include "engine/exec/operator.h"
#include "engine/functions/expression.h"
#include "engine/plan/physical.h"

namespace dossier {

class HashJoinOperator : public Operator {
 public:
  /// `build` takes the rows of `right`; with null for it somebody else has it read before each
  /// opening. `conditions` read the joined row; `joined` is the layout they need, the output's
  /// columns first. Without conditions it is the output's layout.
  HashJoinOperator(QueryState& state, Layout layout, const plan::HashJoin& join, OperatorPtr left,
                   OperatorPtr right, std::shared_ptr<BuildSide> build, Layout joined,
                   std::vector<CompiledExpression> conditions);

 protected:
  void do_open() override;
  bool do_next(Batch& out) override;
  void do_close() override;

 private:
  bool next_input();
  bool probe();
  void start_row();
  void keep_holding();
  void deliver(Batch& out);
  bool deliver_unmatched(Batch& out);

  OperatorPtr left_;
  OperatorPtr right_;
  bool optional_;
  std::vector<CompiledExpression> conditions_;
  JoinColumns columns_;
  std::shared_ptr<BuildSide> build_;

  Batch input_;
  std::size_t row_ = 0;
  bool row_started_ = false;
  std::uint64_t hash_ = 0;
  std::uint32_t candidate_ = HashIndex::kEnd;
  Batch candidates_;  ///< joined rows before the conditions
  MemoryCharge candidates_charge_;
  bool candidates_full_ = false;          ///< the last time
  std::vector<std::uint32_t> left_rows_;  ///< the input row of each candidate
  std::vector<std::uint32_t> kept_;
  std::vector<bool> matched_;
  std::size_t unmatched_at_ = 0;
};

}  // namespace dossier

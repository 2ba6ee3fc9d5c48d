// SPDX-License-Identifier: Apache-2.0
// Hash join, inner and left: keeps the right input, streams the left one. Variables that may be
// unbound are no keys: their compatibility (SPARQL 1.1, section 18.3) is checked row by row.
#pragma once

#include <memory>
#include <vector>

#include "engine/exec/build_input.h"
#include "engine/exec/operator.h"
#include "engine/functions/expression.h"
#include "engine/plan/physical.h"

namespace dossier {

class HashJoinOperator : public Operator {
 public:
  /// `build` takes the rows of `input`; with null for it somebody else has it read before each
  /// opening. `conditions` read the joined row; `joined` is the layout they need, the output's
  /// columns first. Without conditions it is the output's layout.
  HashJoinOperator(QueryState& state, Layout layout, const plan::HashJoin& join, OperatorPtr left,
                   std::unique_ptr<BuildInput> input, std::shared_ptr<BuildSide> build,
                   Layout joined, std::vector<CompiledExpression> conditions);

  /// Gives the number of rows, in batches of any size. The layout must be empty, without conditions
  /// and variables that may be unbound.
  void count_only() noexcept { counts_ = true; }

 protected:
  void do_open() override;
  bool do_next(Batch& out) override;
  void do_close() override;

 private:
  /// Rows of the input, one behind the other, that have the same keys, and what may join with them.
  struct Run {
    std::uint32_t begin;
    std::uint32_t end;
    BuildSide::Candidates found;
  };

  bool next_input();
  bool count(Batch& out);
  std::size_t partners_of(const Run& run);
  void find_runs();
  template <typename Equal>
  void keep_runs(Equal equal);
  void start_run();
  void next_row();
  bool pair_up(std::size_t most);
  bool pair_up(BuildSide::Found& found, std::size_t most);
  bool join(Batch& out);
  bool join_where(Batch& out);
  void note_matched();
  bool deliver_unmatched(Batch& out);

  OperatorPtr left_;
  std::unique_ptr<BuildInput> build_input_;
  bool optional_;
  std::vector<CompiledExpression> conditions_;
  JoinColumns columns_;
  std::shared_ptr<BuildSide> build_;

  Batch input_;
  std::vector<std::uint32_t> run_begins_;  ///< and the end of the last one
  std::vector<Run> runs_;                  ///< those that find something
  std::size_t run_ = 0;
  std::size_t row_ = 0;         ///< of the run
  BuildSide::Candidates rest_;  ///< of the row
  Batch candidates_;            ///< joined rows before the conditions, if there are any
  MemoryCharge candidates_charge_;
  bool candidates_full_ = true;           ///< the last time, or no room yet
  std::vector<std::uint32_t> left_rows_;  ///< the input row of each candidate
  std::vector<const TermId*> right_rows_;
  std::vector<std::uint32_t> kept_;
  std::vector<bool> matched_;
  std::size_t unmatched_at_ = 0;
  bool counts_ = false;
  std::vector<std::uint32_t> partners_;  ///< by place of the first: how many; 0: not known yet
  MemoryCharge partners_charge_;
};

}  // namespace dossier

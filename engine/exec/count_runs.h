// SPDX-License-Identifier: Apache-2.0
// Of equal rows that come one behind the other one, with their number: below an aggregate that only
// needs to know how many they are, a join need not make each of them.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/exec/column_pair.h"
#include "engine/exec/operator.h"
#include "engine/plan/physical.h"

namespace dossier {

class CountRunsOperator : public Operator {
 public:
  CountRunsOperator(QueryState& state, Layout layout, const plan::CountRuns& op, OperatorPtr child);

 protected:
  void do_open() override;
  bool do_next(Batch& out) override;
  void do_close() override;

 private:
  bool next_input();
  bool is_of_run(std::size_t row) const;
  void start_run(std::size_t row);
  void end_run(Batch& out);

  OperatorPtr child_;
  std::vector<Slot> factors_;
  std::size_t times_column_;
  std::vector<ColumnPair> columns_;  ///< what is compared: of the child, of the output
  Batch input_;
  std::size_t at_ = 0;
  std::vector<std::int64_t> times_;  ///< of the input's rows
  std::vector<TermId> run_;          ///< the values of the run that goes on
  std::int64_t run_times_ = 0;       ///< of its rows so far; 0: there is none
};

}  // namespace dossier

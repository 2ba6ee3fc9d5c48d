// SPDX-License-Identifier: Apache-2.0
// MINUS (SPARQL 1.1, section 18.5): drops the rows that are compatible with a row of the right side
// and share a bound variable with it.
#pragma once

#include <memory>
#include <vector>

#include "engine/exec/build_input.h"
#include "engine/exec/operator.h"
#include "engine/plan/physical.h"

namespace dossier {

class MinusOperator : public Operator {
 public:
  /// The two sides share at least one variable. `input` and `build` as in a HashJoinOperator.
  MinusOperator(QueryState& state, const plan::Minus& minus, OperatorPtr left,
                std::unique_ptr<BuildInput> input, std::shared_ptr<BuildSide> build);

 protected:
  void do_open() override;
  bool do_next(Batch& out) override;
  void do_close() override;

 private:
  bool is_dropped(const Batch& batch, std::size_t row, BuildSide::Found found);
  bool shares(const Batch& batch, std::size_t row, const TermId* right) const;

  OperatorPtr left_;
  std::unique_ptr<BuildInput> build_input_;
  JoinColumns columns_;
  std::shared_ptr<BuildSide> build_;
  std::vector<BuildSide::Candidates> found_;  ///< by row
  std::vector<std::uint32_t> kept_;
};

}  // namespace dossier

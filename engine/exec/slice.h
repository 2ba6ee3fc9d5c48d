// SPDX-License-Identifier: Apache-2.0
// OFFSET and LIMIT. Stops asking its child as soon as it has enough.
#pragma once

#include "engine/exec/operator.h"
#include "engine/plan/physical.h"

namespace dossier {

class SliceOperator : public Operator {
 public:
  SliceOperator(QueryState& state, const plan::Slice& slice, OperatorPtr child)
      : Operator(state, child->layout()), slice_(slice), child_(std::move(child)) {}

 protected:
  void do_open() override;
  bool do_next(Batch& out) override;
  void do_close() override { child_->close(); }

 private:
  plan::Slice slice_;
  OperatorPtr child_;
  std::uint64_t to_skip_ = 0;
  std::uint64_t to_give_ = 0;
};

}  // namespace dossier

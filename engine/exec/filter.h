// SPDX-License-Identifier: Apache-2.0
// FILTER: keeps the rows for which every condition is true.
#pragma once

#include <vector>

#include "engine/exec/operator.h"
#include "engine/functions/expression.h"

namespace dossier {

class FilterOperator : public Operator {
 public:
  FilterOperator(QueryState& state, OperatorPtr child, std::vector<CompiledExpression> conditions)
      : Operator(state, child->layout()),
        child_(std::move(child)),
        conditions_(std::move(conditions)) {}

 protected:
  void do_open() override { child_->open(); }
  bool do_next(Batch& out) override;
  void do_close() override { child_->close(); }

 private:
  OperatorPtr child_;
  std::vector<CompiledExpression> conditions_;
  std::vector<std::uint32_t> rows_;
};

}  // namespace dossier

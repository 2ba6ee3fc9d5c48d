// SPDX-License-Identifier: Apache-2.0
// BIND and projected expressions: adds a column for each value; an error leaves it unbound.
#pragma once

#include <utility>
#include <vector>

#include "engine/exec/operator.h"
#include "engine/exec/project.h"
#include "engine/functions/expression.h"

namespace dossier {

class ExtendOperator : public Operator {
 public:
  using Value = std::pair<Slot, CompiledExpression>;

  /// Values are computed in order, later ones may read earlier ones. The layout is the child's and
  /// then the values', each once.
  ExtendOperator(QueryState& state, Layout layout, OperatorPtr child, std::vector<Value> values);

 protected:
  void do_open() override { child_->open(); }
  bool do_next(Batch& out) override;
  void do_close() override { child_->close(); }

 private:
  OperatorPtr child_;
  std::vector<Value> values_;
  std::vector<std::size_t> columns_;  ///< of the values
  Batch input_;
  ColumnCopy copy_;
  std::uint64_t scope_;
  std::uint64_t rows_done_ = 0;
};

}  // namespace dossier

// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/extend.h"

#include "engine/exec/project.h"

namespace dossier {

ExtendOperator::ExtendOperator(QueryState& state, Layout layout, OperatorPtr child,
                               std::vector<Value> values)
    : Operator(state, std::move(layout)),
      child_(std::move(child)),
      values_(std::move(values)),
      input_(child_->layout()),
      scope_(state.next_scope()) {}

bool ExtendOperator::do_next(Batch& out) {
  if (!child_->next(input_)) return false;
  copy_columns(input_, out);
  const std::size_t count = input_.size();
  for (auto& [slot, expression] : values_)
    expression.evaluate(out, {out.find(slot), count}, {scope_, rows_done_});
  rows_done_ += count;
  return true;
}

}  // namespace dossier

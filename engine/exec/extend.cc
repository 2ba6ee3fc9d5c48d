// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/extend.h"

namespace dossier {

ExtendOperator::ExtendOperator(QueryState& state, Layout layout, OperatorPtr child,
                               std::vector<Value> values)
    : Operator(state, std::move(layout)),
      child_(std::move(child)),
      values_(std::move(values)),
      input_(child_->layout()),
      copy_(child_->layout(), this->layout()),
      scope_(state.next_scope()) {
  const ColumnFinder in_output(this->layout());
  for (const Value& value : values_) columns_.push_back(in_output(value.first));
}

bool ExtendOperator::do_next(Batch& out) {
  if (!child_->next(input_)) return false;
  copy_(input_, out);
  const std::size_t count = input_.size();
  for (std::size_t i = 0; i < values_.size(); ++i)
    values_[i].second.evaluate(out, {out.column(columns_[i]), count}, {scope_, rows_done_});
  rows_done_ += count;
  return true;
}

}  // namespace dossier

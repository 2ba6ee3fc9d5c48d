// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/unify.h"

namespace dossier {

UnifyOperator::UnifyOperator(QueryState& state, Layout layout, const plan::Unify& unify,
                             OperatorPtr child)
    : Operator(state, std::move(layout)),
      child_(std::move(child)),
      unify_(unify),
      input_(child_->layout()),
      copy_(child_->layout(), this->layout()) {}

bool UnifyOperator::do_next(Batch& out) {
  if (!child_->next(input_)) return false;
  const TermId* from = input_.find(unify_.from);
  const TermId* known = input_.find(unify_.to);
  copy_(input_, out);
  TermId* to = out.find(unify_.to);
  kept_.clear();
  for (std::size_t row = 0; row < input_.size(); ++row) {
    if (known != nullptr && known[row] && known[row] != from[row]) continue;
    if (to != nullptr) to[row] = from[row];
    kept_.push_back(static_cast<std::uint32_t>(row));
  }
  out.select(kept_);
  return true;
}

}  // namespace dossier

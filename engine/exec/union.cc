// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/union.h"

#include "engine/exec/project.h"

namespace dossier {

UnionOperator::UnionOperator(QueryState& state, Layout layout, std::vector<OperatorPtr> branches)
    : Operator(state, std::move(layout)), branches_(std::move(branches)) {
  for (const OperatorPtr& branch : branches_) inputs_.push_back(branch->make_batch());
}

void UnionOperator::do_open() {
  at_ = 0;
  is_open_ = false;
}

void UnionOperator::do_close() {
  if (is_open_) branches_[at_]->close();
  is_open_ = false;
}

bool UnionOperator::do_next(Batch& out) {
  for (; at_ < branches_.size(); ++at_, is_open_ = false) {
    if (!is_open_) branches_[at_]->open();
    is_open_ = true;
    if (branches_[at_]->next(inputs_[at_])) {
      copy_columns(inputs_[at_], out);
      return true;
    }
    branches_[at_]->close();
  }
  return false;
}

}  // namespace dossier

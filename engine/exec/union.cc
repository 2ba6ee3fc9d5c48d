// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/union.h"

namespace dossier {

UnionOperator::UnionOperator(QueryState& state, Layout layout, std::vector<OperatorPtr> branches)
    : Operator(state, std::move(layout)), branches_(std::move(branches)) {}

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
    if (!is_open_) {
      branches_[at_]->open();
      input_ = branches_[at_]->make_batch();
      copy_.emplace(branches_[at_]->layout(), layout());
    }
    is_open_ = true;
    if (branches_[at_]->next(input_)) {
      (*copy_)(input_, out);
      return true;
    }
    branches_[at_]->close();
  }
  return false;
}

}  // namespace dossier

// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/aggregate.h"

#include <algorithm>

namespace dossier {

AggregateOperator::AggregateOperator(QueryState& state, Layout layout,
                                     const plan::Aggregate& aggregate, OperatorPtr child,
                                     AggregateArguments arguments)
    : Operator(state, std::move(layout)),
      child_(std::move(child)),
      aggregate_(aggregate),
      arguments_(std::move(arguments)) {}

void AggregateOperator::do_open() {
  at_ = 0;
  groups_.emplace(state(), aggregate_, child_->layout().size(), arguments_);
  child_->open();
  Batch batch = child_->make_batch();
  while (child_->next(batch)) groups_->add(batch);
  child_->close();
}

void AggregateOperator::do_close() {
  child_->close();
  groups_.reset();
}

bool AggregateOperator::do_next(Batch& out) {
  const std::size_t count = std::min(groups_->size() - at_, out.capacity());
  groups_->write(out, at_, count);
  at_ += count;
  out.resize(count);
  return count != 0;
}

}  // namespace dossier

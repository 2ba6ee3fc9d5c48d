// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/distinct.h"

namespace dossier {

DistinctOperator::DistinctOperator(QueryState& state, const plan::Distinct& distinct,
                                   OperatorPtr child)
    : Operator(state, child->layout()),
      child_(std::move(child)),
      in_runs_(distinct.in_runs),
      seen_(layout().size(), state.memory()),
      row_(layout().size()) {
  if (distinct.few) few_.emplace(layout(), *distinct.few, in_runs_, state.memory());
}

void DistinctOperator::do_open() {
  seen_.clear();
  if (few_) few_->clear();
  has_row_ = false;
  child_->open();
}

void DistinctOperator::do_close() {
  child_->close();
  seen_.clear();
  if (few_) few_->clear();
}

bool DistinctOperator::is_new(const Batch& batch, std::size_t row) {
  bool is_last = has_row_;
  for (std::size_t i = 0; i < row_.size(); ++i) {
    const TermId value = batch.column(i)[row];
    is_last = is_last && row_[i] == value;
    row_[i] = value;
  }
  has_row_ = true;
  if (in_runs_) return !is_last;
  return !is_last && seen_.insert(row_.data()).second;
}

bool DistinctOperator::do_next(Batch& out) {
  if (!child_->next(out)) return false;
  kept_.clear();
  for (std::size_t row = 0; row < out.size(); ++row) {
    if (is_wanted(out, row)) kept_.push_back(static_cast<std::uint32_t>(row));
  }
  out.select(kept_);
  return true;
}

}  // namespace dossier

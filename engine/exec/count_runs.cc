// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/count_runs.h"

#include <algorithm>

#include "engine/functions/row_times.h"
#include "model/inline_codec.h"

namespace dossier {

CountRunsOperator::CountRunsOperator(QueryState& state, Layout layout, const plan::CountRuns& op,
                                     OperatorPtr child)
    : Operator(state, std::move(layout)),
      child_(std::move(child)),
      factors_(op.factors),
      times_column_(column_of(this->layout(), op.times)),
      input_(child_->layout()) {
  for (std::size_t to = 0; to < this->layout().size(); ++to) {
    if (to == times_column_) continue;
    columns_.push_back({column_of(child_->layout(), this->layout()[to]), to});
  }
  run_.resize(columns_.size());
}

void CountRunsOperator::do_open() {
  child_->open();
  input_.clear();
  at_ = 0;
  run_times_ = 0;
}

void CountRunsOperator::do_close() { child_->close(); }

bool CountRunsOperator::next_input() {
  at_ = 0;
  if (!child_->next(input_)) {
    input_.clear();
    return false;
  }
  row_times(input_, factors_, times_);
  return true;
}

bool CountRunsOperator::is_of_run(std::size_t row) const {
  for (std::size_t i = 0; i < columns_.size(); ++i)
    if (input_.column(columns_[i].from)[row] != run_[i]) return false;
  return true;
}

void CountRunsOperator::start_run(std::size_t row) {
  for (std::size_t i = 0; i < columns_.size(); ++i) run_[i] = input_.column(columns_[i].from)[row];
  run_times_ = times_[row];
}

void CountRunsOperator::end_run(Batch& out) {
  const TermId times = inline_codec::encode_integer(run_times_);
  if (!times) fail_count();
  const std::size_t at = out.size();
  for (std::size_t i = 0; i < columns_.size(); ++i) out.column(columns_[i].to)[at] = run_[i];
  out.column(times_column_)[at] = times;
  out.resize(at + 1);
}

bool CountRunsOperator::do_next(Batch& out) {
  for (;;) {
    for (; at_ < input_.size(); ++at_) {
      if (run_times_ != 0 && is_of_run(at_)) {
        if (__builtin_add_overflow(run_times_, times_[at_], &run_times_)) fail_count();
        continue;
      }
      if (run_times_ != 0) {
        if (out.full()) return true;
        end_run(out);
      }
      start_run(at_);
    }
    if (next_input()) continue;
    if (run_times_ == 0) return !out.empty();
    if (out.full()) return true;
    end_run(out);
    run_times_ = 0;
    return true;
  }
}

}  // namespace dossier

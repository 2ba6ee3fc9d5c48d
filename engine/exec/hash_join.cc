// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/hash_join.h"

#include <algorithm>
#include <numeric>

namespace dossier {

HashJoinOperator::HashJoinOperator(QueryState& state, Layout layout, const plan::HashJoin& join,
                                   OperatorPtr left, OperatorPtr right,
                                   std::shared_ptr<BuildSide> build, Layout joined,
                                   std::vector<CompiledExpression> conditions)
    : Operator(state, std::move(layout)),
      left_(std::move(left)),
      right_(std::move(right)),
      optional_(join.optional),
      conditions_(std::move(conditions)),
      columns_(joined, left_->layout(), build->layout(), join.keys, join.uncertain),
      build_(std::move(build)),
      input_(left_->layout()),
      candidates_(std::move(joined)),
      candidates_charge_(state.memory()) {}

void HashJoinOperator::do_open() {
  if (right_) build_->read(*right_, columns_);
  left_->open();
  input_.clear();
  row_ = unmatched_at_ = 0;
  row_started_ = false;
}

void HashJoinOperator::do_close() {
  left_->close();
  if (right_) build_->clear();
}

bool HashJoinOperator::next_input() {
  if (build_->size() == 0 && !optional_) return false;
  if (!left_->next(input_)) {
    input_.clear();
    row_ = unmatched_at_ = 0;
    return false;
  }
  row_ = unmatched_at_ = 0;
  row_started_ = false;
  matched_.assign(input_.size(), false);
  return true;
}

void HashJoinOperator::start_row() {
  hash_ = columns_.hash_left(input_, row_);
  candidate_ = build_->first(hash_);
  row_started_ = true;
}

// Gathers candidates until their batch is full or the input's rows are used up.
bool HashJoinOperator::probe() {
  if (candidates_full_ || candidates_.capacity() == 0) candidates_.grow();
  candidates_charge_.set(candidates_.bytes());
  candidates_.clear();
  left_rows_.clear();
  std::size_t at = 0;
  for (; row_ < input_.size(); ++row_, row_started_ = false) {
    if (!row_started_) start_row();
    for (; candidate_ != HashIndex::kEnd; candidate_ = build_->next(candidate_)) {
      state().work(1);  // one row may have as many candidates as there are rows on the right
      if (!build_->has_hash(candidate_, hash_)) continue;
      const TermId* right = (*build_)[candidate_];
      if (!columns_.equal_keys(input_, row_, right)) continue;
      if (!columns_.compatible(input_, row_, right)) continue;
      if (at == candidates_.capacity()) {
        candidates_.resize(at);
        candidates_full_ = true;
        return true;
      }
      columns_.write(candidates_, at++, input_, row_, right);
      left_rows_.push_back(static_cast<std::uint32_t>(row_));
    }
  }
  candidates_.resize(at);
  candidates_full_ = candidates_.full();
  return at != 0;
}

void HashJoinOperator::keep_holding() {
  for (const CompiledExpression& condition : conditions_) {
    condition.select(candidates_, kept_);
    for (std::size_t i = 0; i < kept_.size(); ++i) left_rows_[i] = left_rows_[kept_[i]];
    left_rows_.resize(kept_.size());
    candidates_.select(kept_);
  }
  if (!optional_) return;
  for (std::uint32_t row : left_rows_) matched_[row] = true;
}

// The output's columns come first among the candidates'.
void HashJoinOperator::deliver(Batch& out) {
  out.make_room(candidates_.size());
  for (std::size_t i = 0; i < out.width(); ++i)
    std::copy_n(candidates_.column(i), candidates_.size(), out.column(i));
  out.resize(candidates_.size());
}

bool HashJoinOperator::deliver_unmatched(Batch& out) {
  out.make_room(input_.size());
  std::size_t at = 0;
  for (; unmatched_at_ < input_.size(); ++unmatched_at_) {
    if (matched_[unmatched_at_]) continue;
    for (std::size_t i = 0; i < out.width(); ++i) {
      const std::size_t from = columns_.sources[i].left;
      out.column(i)[at] = from == kNoColumn ? TermId::none() : input_.column(from)[unmatched_at_];
    }
    ++at;
  }
  out.resize(at);
  return at != 0;
}

bool HashJoinOperator::do_next(Batch& out) {
  if (row_ < input_.size()) {
    if (probe()) {
      keep_holding();
      deliver(out);
      return true;
    }
  }
  if (optional_ && unmatched_at_ < input_.size() && deliver_unmatched(out)) return true;
  return next_input();
}

}  // namespace dossier

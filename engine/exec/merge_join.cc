// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/merge_join.h"

#include <algorithm>

namespace dossier {

MergeJoinOperator::MergeJoinOperator(QueryState& state, Layout layout, const plan::MergeJoin& join,
                                     OperatorPtr left, OperatorPtr right)
    : Operator(state, std::move(layout)),
      left_(std::move(left)),
      right_(std::move(right)),
      columns_(this->layout(), left_->layout(), right_->layout(), join.others, {}),
      left_key_(column_of(left_->layout(), join.key)),
      right_key_(column_of(right_->layout(), join.key)),
      left_batch_(left_->layout()),
      right_batch_(right_->layout()),
      run_(right_->layout().size(), state.memory()) {}

void MergeJoinOperator::do_open() {
  left_->open();
  right_->open();
  left_batch_.clear();
  right_batch_.clear();
  left_at_ = right_at_ = match_ = 0;
  right_ended_ = false;
  run_.reuse();
  run_key_ = TermId::none();
}

void MergeJoinOperator::do_close() {
  left_->close();
  right_->close();
  run_.clear();
}

bool MergeJoinOperator::next_left() {
  left_at_ = match_ = 0;
  // Nothing can match any more once the right side has ended before the left one's key.
  if (right_ended_ && run_.empty()) return false;
  if (left_->next(left_batch_)) return true;
  left_batch_.clear();
  return false;
}

bool MergeJoinOperator::skip_right_to(TermId key) {
  for (;;) {
    const TermId* keys = right_batch_.column(right_key_);
    const TermId* end = keys + right_batch_.size();
    right_at_ = static_cast<std::size_t>(std::lower_bound(keys + right_at_, end, key) - keys);
    if (right_at_ < right_batch_.size()) return true;
    right_at_ = 0;
    if (right_ended_ || !right_->next(right_batch_)) {
      right_batch_.clear();
      right_ended_ = true;
      return false;
    }
  }
}

void MergeJoinOperator::load_run(TermId key) {
  run_key_ = key;
  run_.reuse();
  while (skip_right_to(key)) {
    const TermId* keys = right_batch_.column(right_key_);
    for (; right_at_ < right_batch_.size() && keys[right_at_] == key; ++right_at_) {
      TermId* values = run_.add();
      for (std::size_t i = 0; i < right_batch_.width(); ++i)
        values[i] = right_batch_.column(i)[right_at_];
    }
    if (right_at_ < right_batch_.size()) return;
  }
}

std::size_t MergeJoinOperator::join_row(Batch& out, std::size_t at) {
  if (columns_.keys.empty()) {
    const std::size_t count = std::min(run_.size() - match_, out.capacity() - at);
    state().work(count);
    columns_.write(out, at, left_batch_, left_at_, run_, match_, count);
    match_ += count;
    return at + count;
  }
  for (; match_ < run_.size() && at < out.capacity(); ++match_) {
    state().work(1);
    if (columns_.equal_keys(left_batch_, left_at_, run_[match_]))
      columns_.write(out, at++, left_batch_, left_at_, run_[match_]);
  }
  return at;
}

bool MergeJoinOperator::do_next(Batch& out) {
  std::size_t at = 0;
  for (;;) {
    if (left_at_ == left_batch_.size() && (at != 0 || !next_left())) break;
    const TermId* keys = left_batch_.column(left_key_);
    for (; left_at_ < left_batch_.size(); ++left_at_, match_ = 0) {
      if (keys[left_at_] != run_key_) load_run(keys[left_at_]);
      at = join_row(out, at);
      if (match_ == run_.size()) continue;
      out.resize(at);
      return true;
    }
  }
  out.resize(at);
  return at != 0;
}

}  // namespace dossier

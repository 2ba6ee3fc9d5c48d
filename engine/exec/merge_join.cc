// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/merge_join.h"

#include <algorithm>

namespace dossier {

MergeJoinOperator::MergeJoinOperator(QueryState& state, Layout layout, const plan::MergeJoin& join,
                                     OperatorPtr left, OperatorPtr right,
                                     const std::vector<Slot>& right_order)
    : Operator(state, std::move(layout)),
      left_(std::move(left)),
      right_(std::move(right)),
      columns_(this->layout(), left_->layout(), right_->layout(), join.others, {}),
      left_key_(column_of(left_->layout(), join.key)),
      right_key_(column_of(right_->layout(), join.key)),
      left_batch_(left_->layout()),
      right_batch_(right_->layout()),
      run_(right_->layout().size(), state.memory()) {
  if (right_order.size() < 2) return;
  const Slot second = right_order[1];
  if (std::find(join.others.begin(), join.others.end(), second) == join.others.end()) return;
  second_ = {column_of(left_->layout(), second), column_of(right_->layout(), second)};
}

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
  sought_ = TermId::none();
  found_ = 0;
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
  return join_equals(out, at);
}

// Of a run that ascends by a second variable, too, only rows with the left row's value are looked
// at: where many rows of both sides have one key, comparing each with each would take forever.
std::size_t MergeJoinOperator::join_equals(Batch& out, std::size_t at) {
  const TermId value = second_ ? left_batch_.column(second_->left)[left_at_] : TermId::none();
  if (second_ && match_ == 0) match_ = seek(value);
  const std::size_t first = match_;
  for (; match_ < run_.size() && at < out.capacity(); ++match_) {
    const TermId* const right = run_[match_];
    if (second_ && right[second_->right] != value) {
      match_ = run_.size();
      state().work(1);
      return at;
    }
    if (columns_.equal_keys(left_batch_, left_at_, right))
      columns_.write(out, at++, left_batch_, left_at_, right);
  }
  state().work(match_ - first + 1);
  return at;
}

// From the row found last by steps that double, then by halving.
std::size_t MergeJoinOperator::seek(TermId value) {
  if (value < sought_) found_ = 0;
  sought_ = value;
  const auto is_below = [&](std::size_t row) { return run_[row][second_->right] < value; };
  std::size_t end = run_.size();
  for (std::size_t step = 1; found_ + step < end; step *= 2) {
    if (!is_below(found_ + step)) {
      end = found_ + step;
      break;
    }
    found_ += step;
  }
  while (found_ < end) {
    const std::size_t middle = found_ + (end - found_) / 2;
    if (is_below(middle))
      found_ = middle + 1;
    else
      end = middle;
  }
  return found_;
}

std::size_t MergeJoinOperator::count_equals() {
  std::size_t row = second_ ? seek(left_batch_.column(second_->left)[left_at_]) : 0;
  const std::size_t first = row;
  std::size_t found = 0;
  for (; row < run_.size(); ++row) {
    const TermId* const right = run_[row];
    if (second_ && right[second_->right] != left_batch_.column(second_->left)[left_at_]) break;
    found += columns_.equal_keys(left_batch_, left_at_, right) ? 1 : 0;
  }
  state().work(row - first);
  return found;
}

bool MergeJoinOperator::count(Batch& out) {
  if (!next_left()) return false;
  const TermId* keys = left_batch_.column(left_key_);
  std::size_t found = 0;
  for (; left_at_ < left_batch_.size(); ++left_at_) {
    if (keys[left_at_] != run_key_) load_run(keys[left_at_]);
    found += columns_.keys.empty() ? run_.size() : count_equals();
  }
  state().work(left_at_);
  out.resize(found);
  return true;
}

bool MergeJoinOperator::do_next(Batch& out) {
  if (counts_) return count(out);
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

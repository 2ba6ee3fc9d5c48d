// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/distinct.h"

#include <algorithm>

namespace dossier {

std::pair<std::uint32_t, bool> RowSet::insert(const TermId* values) {
  const std::size_t width = rows_.width();
  KeyHash key;
  for (std::size_t i = 0; i < width; ++i) key.add(values[i]);
  for (std::uint32_t row = index_.first(key.value()); row != HashIndex::kEnd;
       row = index_.next(row)) {
    if (index_.hash(row) == key.value() && std::equal(values, values + width, rows_[row]))
      return {row, false};
  }
  index_.add(key.value());
  std::copy_n(values, width, rows_.add());
  return {static_cast<std::uint32_t>(rows_.size() - 1), true};
}

std::uint32_t RowSet::append(const TermId* values) {
  std::copy_n(values, rows_.width(), rows_.add());
  return static_cast<std::uint32_t>(rows_.size() - 1);
}

DistinctOperator::DistinctOperator(QueryState& state, const plan::Distinct& distinct,
                                   OperatorPtr child)
    : Operator(state, child->layout()),
      child_(std::move(child)),
      in_runs_(distinct.in_runs),
      seen_(layout().size(), state.memory()),
      row_(layout().size()) {}

void DistinctOperator::do_open() {
  seen_.clear();
  has_row_ = false;
  child_->open();
}

void DistinctOperator::do_close() {
  child_->close();
  seen_.clear();
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
    if (is_new(out, row)) kept_.push_back(static_cast<std::uint32_t>(row));
  }
  out.select(kept_);
  return true;
}

}  // namespace dossier

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

DistinctOperator::DistinctOperator(QueryState& state, OperatorPtr child)
    : Operator(state, child->layout()),
      child_(std::move(child)),
      seen_(layout().size(), state.memory()),
      row_(layout().size()) {}

void DistinctOperator::do_open() {
  seen_.clear();
  child_->open();
}

void DistinctOperator::do_close() {
  child_->close();
  seen_.clear();
}

bool DistinctOperator::do_next(Batch& out) {
  if (!child_->next(out)) return false;
  kept_.clear();
  for (std::size_t row = 0; row < out.size(); ++row) {
    for (std::size_t i = 0; i < row_.size(); ++i) row_[i] = out.column(i)[row];
    if (seen_.insert(row_.data()).second) kept_.push_back(static_cast<std::uint32_t>(row));
  }
  out.select(kept_);
  return true;
}

}  // namespace dossier

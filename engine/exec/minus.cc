// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/minus.h"

#include <algorithm>

namespace dossier {

MinusOperator::MinusOperator(QueryState& state, const plan::Minus& minus, OperatorPtr left,
                             OperatorPtr right, std::shared_ptr<BuildSide> build)
    : Operator(state, left->layout()),
      left_(std::move(left)),
      right_(std::move(right)),
      columns_(left_->layout(), left_->layout(), build->layout(), minus.keys, minus.uncertain),
      build_(std::move(build)) {}

void MinusOperator::do_open() {
  if (right_) build_->read(*right_, columns_);
  left_->open();
}

void MinusOperator::do_close() {
  left_->close();
  if (right_) build_->clear();
}

bool MinusOperator::shares(const Batch& batch, std::size_t row, const TermId* right) const {
  if (!columns_.keys.empty()) return true;
  return std::any_of(columns_.uncertain.begin(), columns_.uncertain.end(), [&](const auto& pair) {
    return batch.column(pair.left)[row] && right[pair.right];
  });
}

bool MinusOperator::is_dropped(const Batch& batch, std::size_t row) {
  const std::uint64_t hash = columns_.hash_left(batch, row);
  for (std::uint32_t i = build_->first(hash); i != HashIndex::kEnd; i = build_->next(i)) {
    state().work(1);
    if (build_->has_hash(i, hash) && columns_.equal_keys(batch, row, (*build_)[i]) &&
        columns_.compatible(batch, row, (*build_)[i]) && shares(batch, row, (*build_)[i]))
      return true;
  }
  return false;
}

bool MinusOperator::do_next(Batch& out) {
  if (!left_->next(out)) return false;
  kept_.clear();
  for (std::size_t row = 0; row < out.size(); ++row) {
    if (!is_dropped(out, row)) kept_.push_back(static_cast<std::uint32_t>(row));
  }
  out.select(kept_);
  return true;
}

}  // namespace dossier

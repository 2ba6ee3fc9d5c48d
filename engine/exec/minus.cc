// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/minus.h"

#include <algorithm>

namespace dossier {

MinusOperator::MinusOperator(QueryState& state, const plan::Minus& minus, OperatorPtr left,
                             std::unique_ptr<BuildInput> input, std::shared_ptr<BuildSide> build)
    : Operator(state, left->layout()),
      left_(std::move(left)),
      build_input_(std::move(input)),
      columns_(left_->layout(), left_->layout(), build->layout(), minus.keys, minus.uncertain),
      build_(std::move(build)) {}

void MinusOperator::do_open() {
  if (build_input_) build_input_->read(*build_, columns_);
  left_->open();
}

void MinusOperator::do_close() {
  left_->close();
  if (!build_input_) return;
  build_->clear();
  build_input_->close();
}

bool MinusOperator::shares(const Batch& batch, std::size_t row, const TermId* right) const {
  if (!columns_.keys.empty()) return true;
  return std::any_of(columns_.uncertain.begin(), columns_.uncertain.end(), [&](const auto& pair) {
    return batch.column(pair.left)[row] && right[pair.right];
  });
}

bool MinusOperator::is_dropped(const Batch& batch, std::size_t row, BuildSide::Found found) {
  state().work(found.end - found.begin);
  for (std::uint32_t place = found.begin; place != found.end; ++place) {
    const TermId* right = (*build_)[place];
    if (columns_.equal_keys(batch, row, right) && columns_.compatible(batch, row, right) &&
        shares(batch, row, right))
      return true;
  }
  return false;
}

bool MinusOperator::do_next(Batch& out) {
  if (!left_->next(out)) return false;
  kept_.clear();
  found_.resize(out.size());
  for (std::size_t row = 0; row < out.size(); ++row)
    found_[row] = build_->candidates(columns_, out, row);
  for (std::size_t row = 0; row < out.size(); ++row) {
    if (!is_dropped(out, row, found_[row].own) && !is_dropped(out, row, found_[row].unbound))
      kept_.push_back(static_cast<std::uint32_t>(row));
  }
  out.select(kept_);
  return true;
}

}  // namespace dossier

// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/project.h"

#include <algorithm>

namespace dossier {

void copy_columns(const Batch& input, Batch& out) {
  out.resize(input.size());
  for (std::size_t i = 0; i < out.width(); ++i) {
    const TermId* from = input.find(out.layout()[i]);
    if (from != nullptr)
      std::copy_n(from, input.size(), out.column(i));
    else
      std::fill_n(out.column(i), input.size(), TermId::none());
  }
}

ProjectOperator::ProjectOperator(QueryState& state, Layout layout, OperatorPtr child)
    : Operator(state, std::move(layout)), child_(std::move(child)), input_(child_->layout()) {}

bool ProjectOperator::do_next(Batch& out) {
  if (!child_->next(input_)) return false;
  copy_columns(input_, out);
  return true;
}

}  // namespace dossier

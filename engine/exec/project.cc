// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/project.h"

#include <algorithm>

namespace dossier {

ColumnCopy::ColumnCopy(const Layout& from, const Layout& to) {
  const ColumnFinder in_input(from);
  sources_.reserve(to.size());
  for (Slot slot : to) sources_.push_back(in_input(slot));
}

void ColumnCopy::operator()(const Batch& input, Batch& out) const {
  out.make_room(input.size());
  out.resize(input.size());
  for (std::size_t i = 0; i < out.width(); ++i) {
    if (sources_[i] != kNoColumn)
      std::copy_n(input.column(sources_[i]), input.size(), out.column(i));
    else
      std::fill_n(out.column(i), input.size(), TermId::none());
  }
}

ProjectOperator::ProjectOperator(QueryState& state, Layout layout, OperatorPtr child)
    : Operator(state, std::move(layout)),
      child_(std::move(child)),
      input_(child_->layout()),
      copy_(child_->layout(), this->layout()) {}

bool ProjectOperator::do_next(Batch& out) {
  if (!child_->next(input_)) return false;
  copy_(input_, out);
  return true;
}

}  // namespace dossier

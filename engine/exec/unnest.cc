// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/unnest.h"

namespace dossier {

UnnestOperator::UnnestOperator(QueryState& state, Layout layout, const plan::Unnest& unnest,
                               OperatorPtr child)
    : Operator(state, std::move(layout)),
      child_(std::move(child)),
      find_(unnest.way == plan::Unnest::Way::find),
      input_(child_->layout()),
      copy_(child_->layout(), this->layout()),
      term_input_(column_of(child_->layout(), unnest.term)),
      term_output_(column_of(this->layout(), unnest.term)),
      parts_(triple_parts(unnest, child_->layout(), this->layout())) {}

void UnnestOperator::read_parts() {
  const std::span<const TermId> terms(input_.column(term_input_), input_.size());
  std::vector<TermId> ids;
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < terms.size(); ++row) {
    if (!terms[row].is_triple()) continue;
    ids.push_back(terms[row]);
    rows.push_back(row);
  }
  std::vector<std::array<TermId, 3>> parts(ids.size());
  state().terms().triples(ids, parts);
  values_.resize(terms.size());
  for (std::size_t i = 0; i < rows.size(); ++i) values_[rows[i]] = parts[i];
}

bool UnnestOperator::take_apart(std::size_t row, Batch& out) {
  if (!input_.column(term_input_)[row].is_triple()) return false;
  const std::array<TermId, 3>& values = values_[row];
  if (!agree(parts_, values)) return false;
  for (std::size_t i = 0; i < 3; ++i) {
    const TriplePart& part = parts_[i];
    // An unbound value (UNDEF, OPTIONAL) is compatible with every part and takes it over.
    const TermId given = part.input != kNoColumn ? input_.column(part.input)[row] : TermId::none();
    if (given && given != values[i]) return false;
    if (part.output != kNoColumn) out.column(part.output)[row] = values[i];
  }
  return true;
}

bool UnnestOperator::find(std::size_t row, Batch& out) {
  std::array<TermId, 3> values;
  for (std::size_t i = 0; i < 3; ++i) {
    const TriplePart& part = parts_[i];
    values[i] = part.constant ? part.constant : input_.column(part.input)[row];
  }
  const TermId term = state().terms().intern_triple(values);
  if (term_output_ != kNoColumn) out.column(term_output_)[row] = term;
  return true;
}

bool UnnestOperator::do_next(Batch& out) {
  if (!child_->next(input_)) return false;
  copy_(input_, out);
  kept_.clear();
  if (!find_) read_parts();
  for (std::size_t row = 0; row < input_.size(); ++row) {
    if (find_ ? find(row, out) : take_apart(row, out))
      kept_.push_back(static_cast<std::uint32_t>(row));
  }
  out.select(kept_);
  return true;
}

}  // namespace dossier

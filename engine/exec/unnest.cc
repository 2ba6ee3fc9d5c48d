// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/unnest.h"

namespace dossier {

UnnestOperator::UnnestOperator(QueryState& state, Layout layout, const plan::Unnest& unnest,
                               OperatorPtr child)
    : Operator(state, std::move(layout)),
      child_(std::move(child)),
      find_(unnest.way == plan::Unnest::Way::find),
      input_(child_->layout()),
      copy_(child_->layout(), this->layout()) {
  term_ = part(plan::Item{unnest.term});
  const std::array<const plan::Item*, 3> items = {&unnest.subject, &unnest.predicate,
                                                  &unnest.object};
  for (std::size_t i = 0; i < 3; ++i) {
    parts_[i] = part(*items[i]);
    for (std::size_t j = 0; j < i; ++j) {
      const auto* slot = std::get_if<Slot>(items[i]);
      if (slot != nullptr && *items[j] == *items[i]) parts_[i].same_as = j;
    }
  }
}

UnnestOperator::Part UnnestOperator::part(const plan::Item& item) const {
  Part part;
  if (const auto* id = std::get_if<TermId>(&item)) {
    part.constant = *id;
  } else {
    part.input = column_of(child_->layout(), std::get<Slot>(item));
    part.output = column_of(layout(), std::get<Slot>(item));
  }
  return part;
}

void UnnestOperator::read_parts() {
  const std::span<const TermId> terms(input_.column(term_.input), input_.size());
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
  if (!input_.column(term_.input)[row].is_triple()) return false;
  const std::array<TermId, 3>& values = values_[row];
  for (std::size_t i = 0; i < 3; ++i) {
    const Part& part = parts_[i];
    if (part.constant && part.constant != values[i]) return false;
    // An unbound value (UNDEF, OPTIONAL) is compatible with every part and takes it over.
    const TermId given = part.input != kNoColumn ? input_.column(part.input)[row] : TermId::none();
    if (given && given != values[i]) return false;
    if (part.same_as != kNoColumn && values[part.same_as] != values[i]) return false;
    if (part.output != kNoColumn) out.column(part.output)[row] = values[i];
  }
  return true;
}

bool UnnestOperator::find(std::size_t row, Batch& out) {
  std::array<TermId, 3> values;
  for (std::size_t i = 0; i < 3; ++i) {
    const Part& part = parts_[i];
    values[i] = part.constant ? part.constant : input_.column(part.input)[row];
  }
  const TermId term = state().terms().intern_triple(values);
  if (term_.output != kNoColumn) out.column(term_.output)[row] = term;
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

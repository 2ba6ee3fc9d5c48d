// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/substitute.h"

#include <map>

#include "engine/algebra/substitute.h"
#include "engine/exec/exists.h"

namespace dossier {

SubstituteOperator::SubstituteOperator(QueryState& state, Layout layout,
                                       plan::Substitute substitute, const VariableTable& variables,
                                       MakeSubplan make, OperatorPtr child)
    : Operator(state, std::move(layout)),
      substitute_(std::move(substitute)),
      variables_(variables),
      make_(std::move(make)),
      child_(std::move(child)),
      input_(child_->layout()),
      copy_(child_->layout(), this->layout()),
      asked_(substitute_.variables.size(), state.memory()),
      values_(substitute_.variables.size()) {}

bool SubstituteOperator::ask(const TermId* values) {
  state().check();
  std::map<Slot, Term> terms;
  for (std::size_t i = 0; i < substitute_.variables.size(); ++i) {
    if (values[i]) terms.emplace(substitute_.variables[i], state().terms().term(values[i]));
  }
  const algebra::Node pattern = algebra::substitute(*substitute_.pattern, terms, variables_);
  const OperatorPtr inner = make_(pattern, substitute_.graph, {});
  inner->open();
  Batch batch = inner->make_batch();
  const bool found = inner->next(batch);
  inner->close();
  return found;
}

bool SubstituteOperator::do_next(Batch& out) {
  if (!child_->next(input_)) return false;
  copy_(input_, out);
  const TermId yes = boolean_id(true);
  const TermId no = boolean_id(false);
  TermId* result = out.find(substitute_.result);
  for (std::size_t row = 0; row < input_.size(); ++row) {
    for (std::size_t i = 0; i < values_.size(); ++i)
      values_[i] = input_.find(substitute_.variables[i])[row];
    const auto [number, is_new] = asked_.insert(values_.data());
    if (is_new) answers_.push_back(ask(values_.data()));
    result[row] = answers_[number] ? yes : no;
  }
  return true;
}

}  // namespace dossier

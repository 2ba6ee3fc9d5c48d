// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/service_answers.h"

#include <algorithm>
#include <utility>

#include "dossier/error.h"

namespace dossier {

ServiceAnswers::ServiceAnswers(QueryState& state, const VariableTable& variables,
                               const std::vector<Slot>& asked, Take take)
    : state_(state), names_(variables), asked_(asked), take_(std::move(take)) {}

void ServiceAnswers::begin(const std::vector<std::string>& variables) {
  for (const Slot slot : asked_) {
    const auto found = std::find(variables.begin(), variables.end(), name_in_text(names_, slot));
    columns_.push_back(static_cast<std::size_t>(found - variables.begin()));
  }
}

void ServiceAnswers::row(Solution values) {
  std::vector<TermId> ids(asked_.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (columns_[i] < values.size() && values[columns_[i]]) ids[i] = id(*values[columns_[i]]);
  }
  take_(ids);
}

void ServiceAnswers::boolean(bool) {
  throw Error(ErrorCode::input, "SERVICE: a truth value came where rows were asked for");
}

TermId ServiceAnswers::id(const Term& term) {
  if (term.is_blank_node()) {
    const auto [it, is_new] = nodes_.try_emplace(term.value());
    if (is_new) it->second = state_.terms().new_blank_node();
    return it->second;
  }
  if (!term.is_triple()) return state_.terms().intern(term);
  const Triple& t = term.as_triple();
  return state_.terms().intern_triple({id(t.subject), id(t.predicate), id(t.object)});
}

}  // namespace dossier

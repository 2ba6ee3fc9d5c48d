// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/plan_constants.h"

namespace dossier {

TermId PlanConstants::bound(TermId id) const {
  for (const auto& [in_plan, in_run] : few_) {
    if (in_plan == id) return in_run;
  }
  if (many_.empty()) return id;
  const auto found = many_.find(id.bits());
  return found == many_.end() ? id : found->second;
}

plan::Item PlanConstants::bound(const plan::Item& item) const {
  const auto* id = std::get_if<TermId>(&item);
  return id == nullptr ? item : plan::Item{bound(*id)};
}

plan::QuadPattern PlanConstants::bound(plan::QuadPattern pattern) const {
  for (plan::Item* item : {&pattern.subject, &pattern.predicate, &pattern.object})
    *item = bound(*item);
  return pattern;
}

std::vector<std::vector<TermId>> PlanConstants::bound(std::vector<std::vector<TermId>> rows) const {
  if (empty()) return rows;
  for (auto& row : rows) {
    for (TermId& id : row) id = bound(id);
  }
  return rows;
}

ast::Expression PlanConstants::bound(const ast::Expression& expression) const {
  const auto* term = std::get_if<Term>(&expression.node);
  for (const auto& [placeholder, value] : terms_) {
    if (term != nullptr && *term == placeholder) return {value, expression.offset};
  }
  return expression;
}

}  // namespace dossier

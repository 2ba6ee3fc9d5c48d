// SPDX-License-Identifier: Apache-2.0
// The constants of a plan that was made in another run: their ids in this run.
#pragma once

#include <boost/container/small_vector.hpp>
#include <vector>

#include "engine/plan/physical.h"
#include "model/term_id.h"

namespace dossier {

/// Constants that every store state knows keep their ids; the others are told here.
class PlanConstants {
 public:
  void add(TermId in_plan, TermId in_run) { pairs_.emplace_back(in_plan, in_run); }
  /// What stands for a parameter in expressions, and the parameter's value.
  void add(Term placeholder, const Term& value) {
    terms_.emplace_back(std::move(placeholder), value);
  }

  TermId bound(TermId id) const;
  plan::Item bound(const plan::Item& item) const;
  plan::QuadPattern bound(plan::QuadPattern pattern) const;
  std::vector<std::vector<TermId>> bound(std::vector<std::vector<TermId>> rows) const;
  /// Only an expression that is a placeholder itself changes.
  ast::Expression bound(const ast::Expression& expression) const;
  bool empty() const noexcept { return pairs_.empty(); }

 private:
  boost::container::small_vector<std::pair<TermId, TermId>, 8> pairs_;
  std::vector<std::pair<Term, Term>> terms_;
};

}  // namespace dossier

// SPDX-License-Identifier: Apache-2.0
// The constants of a plan that was made in another run: their ids in this run.
#pragma once

#include <boost/container/small_vector.hpp>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/plan/physical.h"
#include "model/term_id.h"

namespace dossier {

/// Constants that every store state knows keep their ids; the others are told here.
class PlanConstants {
 public:
  void add(TermId in_plan, TermId in_run) {
    if (few_.size() < kFew)
      few_.emplace_back(in_plan, in_run);
    else
      many_.emplace(in_plan.bits(), in_run);
  }
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
  bool empty() const noexcept { return few_.empty(); }

 private:
  static constexpr std::size_t kFew = 8;

  boost::container::small_vector<std::pair<TermId, TermId>, kFew> few_;
  std::unordered_map<std::uint64_t, TermId> many_;  ///< the rest, by id
  std::vector<std::pair<Term, Term>> terms_;
};

}  // namespace dossier

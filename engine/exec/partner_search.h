// SPDX-License-Identifier: Apache-2.0
// Looks for one partner of each row that meets conditions over both: EXISTS with a FILTER that
// reads the row outside. A row's candidates are tried few at first, then more and more, those of
// all rows together: most rows find one soon, and the conditions are computed for many pairs at a
// time.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/exec/build_side.h"
#include "engine/exec/join_columns.h"
#include "engine/exec/query_state.h"
#include "engine/functions/expression.h"
#include "engine/plan/physical.h"

namespace dossier {

class PartnerSearch {
 public:
  /// `left` is the layout of the rows that look, `build` has the others. The state and the build
  /// side must outlive it.
  PartnerSearch(QueryState& state, const Layout& left, const BuildSide& build,
                const plan::SemiJoin& join, std::vector<CompiledExpression> conditions);

  /// By row of the batch: 1 where there is a partner, else 0.
  void find(const Batch& batch, std::vector<std::uint32_t>& answers);

 private:
  /// A row that has found none yet, and the candidates that it has not tried.
  struct Open {
    std::uint32_t row;
    BuildSide::Candidates rest;
  };

  void open_rows(const Batch& batch);
  void try_some(const Batch& batch, Open& open, std::size_t most,
                std::vector<std::uint32_t>& answers);
  void test(std::vector<std::uint32_t>& answers);

  QueryState& state_;
  const BuildSide& build_;
  std::vector<CompiledExpression> conditions_;
  JoinColumns columns_;
  Batch pairs_;
  std::vector<std::uint32_t> rows_;  ///< of the pairs
  std::vector<std::uint32_t> kept_;
  std::vector<Open> open_;
  MemoryCharge charge_;
};

}  // namespace dossier

// SPDX-License-Identifier: Apache-2.0
// DISTINCT: passes each different row on the first time it comes. Where equal rows come one behind
// the other it remembers nothing but the last.
#pragma once

#include <optional>
#include <vector>

#include "engine/exec/few_nodes.h"
#include "engine/exec/operator.h"
#include "engine/exec/row_set.h"
#include "engine/plan/physical.h"

namespace dossier {

class DistinctOperator : public Operator {
 public:
  DistinctOperator(QueryState& state, const plan::Distinct& distinct, OperatorPtr child);

 protected:
  void do_open() override;
  bool do_next(Batch& out) override;
  void do_close() override;

 private:
  bool is_new(const Batch& batch, std::size_t row);
  bool is_wanted(const Batch& batch, std::size_t row) {
    return few_ && few_->is_about(batch, row) ? few_->take(batch, row) : is_new(batch, row);
  }

  OperatorPtr child_;
  bool in_runs_;
  RowSet seen_;
  std::vector<TermId> row_;  ///< the last one
  bool has_row_ = false;
  std::optional<FewNodes> few_;
  std::vector<std::uint32_t> kept_;
};

}  // namespace dossier

// SPDX-License-Identifier: Apache-2.0
// GROUP BY with its aggregates (SPARQL 1.1, section 18.5.1), in one thread.
#pragma once

#include <optional>

#include "engine/exec/group_table.h"
#include "engine/exec/operator.h"
#include "engine/plan/physical.h"

namespace dossier {

class AggregateOperator : public Operator {
 public:
  /// The layout holds keys and results.
  AggregateOperator(QueryState& state, Layout layout, const plan::Aggregate& aggregate,
                    OperatorPtr child, AggregateArguments arguments);

 protected:
  void do_open() override;
  bool do_next(Batch& out) override;
  void do_close() override;

 private:
  OperatorPtr child_;
  plan::Aggregate aggregate_;
  AggregateArguments arguments_;
  std::optional<GroupTable> groups_;
  std::size_t at_ = 0;
};

}  // namespace dossier

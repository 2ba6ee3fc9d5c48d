// SPDX-License-Identifier: Apache-2.0
// GROUP BY with its aggregates (SPARQL 1.1, section 18.5.1): groups numbered by a hash table of
// their keys, aggregates fed a batch at a time.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "engine/exec/distinct.h"
#include "engine/exec/operator.h"
#include "engine/functions/aggregate.h"
#include "engine/functions/expression.h"
#include "engine/plan/physical.h"

namespace dossier {

class AggregateOperator : public Operator {
 public:
  /// `arguments[i]` is compiled from the argument of aggregation i; none for COUNT(*). The layout
  /// holds keys and results.
  AggregateOperator(QueryState& state, Layout layout, const plan::Aggregate& aggregate,
                    OperatorPtr child, std::vector<std::optional<CompiledExpression>> arguments);

 protected:
  void do_open() override;
  bool do_next(Batch& out) override;
  void do_close() override;

 private:
  void add(const Batch& batch);
  void number_groups(const Batch& batch);
  void number_rows(const Batch& batch);

  OperatorPtr child_;
  plan::Aggregate aggregate_;
  std::vector<std::optional<CompiledExpression>> arguments_;
  std::vector<std::unique_ptr<Aggregator>> aggregators_;
  RowSet groups_;
  RowSet whole_rows_;  ///< for COUNT(DISTINCT *)
  std::vector<std::uint32_t> group_of_;
  std::vector<TermId> values_;
  std::vector<TermId> row_;
  std::size_t group_count_ = 0;
  std::size_t at_ = 0;
};

}  // namespace dossier

// SPDX-License-Identifier: Apache-2.0
// COUNT over the matches of one pattern, from what the source knows without reading them.
#pragma once

#include <optional>
#include <vector>

#include "engine/exec/operator.h"
#include "engine/exec/plan_constants.h"
#include "engine/plan/pattern_columns.h"
#include "engine/plan/physical.h"

namespace dossier {

/// What an aggregate asks that a source may know: counts of rows, or of the different terms of a
/// variable, over the matches of one pattern, all of them or for each term of one variable.
struct CountQuestion {
  struct Count {
    Slot result = 0;
    std::optional<Slot> different;  ///< count the different terms of this variable, not rows
  };
  plan::QuadPattern pattern;
  std::optional<Slot> key;
  std::vector<Count> counts;
};

/// None for an aggregate that asks anything else. Constants of the pattern are as in the plan.
std::optional<CountQuestion> count_question(const plan::Node& node, const plan::Aggregate& op,
                                            const VariableTable& variables);

/// `reading`, an operator of the aggregate, or one that spares it the reading where it can.
OperatorPtr with_known_counts(QueryState& state, const plan::Node& node, const plan::Aggregate& op,
                              const VariableTable& variables, const PlanConstants& constants,
                              OperatorPtr reading);

/// Answers when the source knows all counts exactly and reading would take longer; else `otherwise`
/// does, which computes the same.
class KnownCountsOperator : public Operator {
 public:
  KnownCountsOperator(QueryState& state, CountQuestion question, OperatorPtr otherwise);

 protected:
  void do_open() override;
  bool do_next(Batch& out) override;
  void do_close() override;

 private:
  using Row = std::vector<TermId>;  ///< the key, if there is one, then the counts

  bool answer();
  bool answer_by_key();
  std::optional<TermId> count(const CountQuestion::Count& count, std::optional<TermId> key);
  std::optional<storage::ScanRequest> request_for(const plan::QuadPattern& pattern,
                                                  std::optional<Slot> next) const;

  CountQuestion question_;
  OperatorPtr otherwise_;
  bool known_ = false;
  std::vector<Row> rows_;
  std::size_t at_ = 0;
  MemoryCharge charge_;
};

}  // namespace dossier

// SPDX-License-Identifier: Apache-2.0
// GROUP BY and DISTINCT by several threads: each groups the rows of the parts it reads; then the
// groups are merged, each thread those of one class of keys.
#pragma once

#include <memory>
#include <vector>

#include "engine/exec/crew.h"
#include "engine/exec/group_table.h"
#include "engine/exec/operator.h"
#include "engine/plan/physical.h"

namespace dossier {

class ParallelAggregateOperator : public Operator {
 public:
  /// `arguments` by member of the crew. The layout holds keys and results.
  ParallelAggregateOperator(QueryState& state, Layout layout, plan::Aggregate aggregate,
                            std::unique_ptr<Crew> crew, std::vector<AggregateArguments> arguments);

 protected:
  void do_open() override;
  bool do_next(Batch& out) override;
  void do_close() override;

 private:
  /// Groups, and the member of the crew whose ids they have.
  struct Piece {
    std::size_t member;
    std::unique_ptr<GroupTable> groups;
  };
  using Pieces = std::vector<Piece>;

  std::unique_ptr<GroupTable> make_groups(std::size_t member);
  void merge(Pieces& parts);
  void merge_into_first(Pieces& parts);
  void merge_by_class(Pieces& parts);
  void make_ids_ours(Batch& out, std::size_t member);

  plan::Aggregate aggregate_;
  std::unique_ptr<Crew> crew_;
  std::vector<AggregateArguments> arguments_;
  Pieces results_;
  std::size_t piece_ = 0;
  std::size_t at_ = 0;
};

}  // namespace dossier

// SPDX-License-Identifier: Apache-2.0
// GROUP BY and DISTINCT by several threads: each groups the rows of the parts it reads; then the
// groups are merged, each thread those of some classes of keys. Where nearly every row is a group
// of its own, that would group most of them twice; so rows are only divided into classes then.
#pragma once

#include <memory>
#include <vector>

#include "engine/exec/crew.h"
#include "engine/exec/group_table.h"
#include "engine/exec/operator.h"
#include "engine/exec/row_classes.h"
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
  /// What a member makes of its rows: groups, until most of its rows have been the first of theirs;
  /// then rows by the class of their keys, which are grouped class by class at the end.
  struct Share {
    Share(std::unique_ptr<GroupTable> table, RowClasses classes)
        : groups(std::move(table)), rows(std::move(classes)) {}

    std::unique_ptr<GroupTable> groups;
    RowClasses rows;
    std::size_t grouped = 0;  ///< rows
  };
  using Shares = std::vector<Share>;

  std::unique_ptr<GroupTable> make_groups(std::size_t member);
  Shares make_shares();
  void add(Share& share, const Batch& batch) const;
  bool keeps_rows(const Share& share, const Batch& batch) const;
  void merge(Shares& shares);
  void merge_into_first(Shares& shares);
  void merge_by_class(Shares& shares, std::size_t pieces);
  /// Groups the rows of a class, of all members.
  void group_rows(GroupTable& groups, std::size_t member, std::size_t number, const Shares& shares);
  void make_ids_ours(Batch& out, std::size_t member);

  plan::Aggregate aggregate_;
  std::unique_ptr<Crew> crew_;
  std::vector<AggregateArguments> arguments_;
  Pieces results_;
  std::size_t piece_ = 0;
  std::size_t at_ = 0;
};

}  // namespace dossier

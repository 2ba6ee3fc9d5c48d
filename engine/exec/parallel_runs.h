// SPDX-License-Identifier: Apache-2.0
// GROUP BY and DISTINCT by several threads where rows with equal keys come one behind the other.
// Then no thread hashes a key, and only the first and the last group of a part can go on in another
// one's: those few are merged.
#pragma once

#include <memory>
#include <vector>

#include "engine/exec/crew.h"
#include "engine/exec/group_table.h"
#include "engine/exec/operator.h"
#include "engine/plan/physical.h"

namespace dossier {

class ParallelRunsOperator : public Operator {
 public:
  /// As ParallelAggregateOperator.
  ParallelRunsOperator(QueryState& state, Layout layout, plan::Aggregate aggregate,
                       std::unique_ptr<Crew> crew, std::vector<AggregateArguments> arguments);

 protected:
  void do_open() override;
  bool do_next(Batch& out) override;
  void do_close() override;

 private:
  static constexpr std::size_t kNoPart = ~std::size_t{0};
  /// What a member of the crew makes of its rows.
  struct Share {
    std::unique_ptr<GroupTable> groups;
    std::size_t part = kNoPart;        ///< of the last row
    std::vector<std::uint32_t> edges;  ///< groups that stand first or last in a part, ascending
  };

  std::unique_ptr<GroupTable> make_groups(std::size_t member);
  static void add(Share& share, std::size_t part, const Batch& batch);
  static void end_part(Share& share);
  /// Puts the groups at the edges together, in a share of their own.
  void merge_edges();
  bool skip_edges();
  void make_ids_ours(Batch& out, std::size_t member);

  plan::Aggregate aggregate_;
  std::unique_ptr<Crew> crew_;
  std::vector<AggregateArguments> arguments_;
  std::vector<Share> shares_;  ///< by member; then the edges', with the first member's ids
  std::size_t share_ = 0;      ///< what is delivered next: of this
  std::size_t edge_ = 0;       ///< behind this edge
  std::size_t at_ = 0;         ///< this group
};

}  // namespace dossier

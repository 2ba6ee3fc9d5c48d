// SPDX-License-Identifier: Apache-2.0
// Physical plans become operators.
#pragma once

#include <functional>
#include <memory>
#include <unordered_map>
#include <utility>

#include "engine/exec/build_input.h"
#include "engine/exec/each_graph.h"
#include "engine/exec/group_table.h"
#include "engine/exec/operator.h"
#include "engine/exec/plan_constants.h"
#include "engine/exec/seed.h"
#include "engine/exec/sort_conditions.h"
#include "engine/plan/physical.h"
#include "engine/plan/planner.h"

namespace dossier {

class Crew;
class HelperThreads;
class ScanOperator;

class OperatorBuilder {
 public:
  /// All must outlive the operators, some of which plan parts of the query while it runs.
  /// `planner` may be null for a plan without such operators; see plans_while_running().
  OperatorBuilder(QueryState& state, const VariableTable& variables, plan::Planner* planner)
      : state_(state), variables_(variables), planner_(planner) {}

  /// Threads that operators may let work; without, each makes its own.
  void use(std::shared_ptr<HelperThreads> helpers) { helpers_ = std::move(helpers); }

  /// For a plan made in another run.
  PlanConstants& constants() noexcept { return constants_; }

  /// Nodes that `is_empty` says have no rows are built as no rows. For plans made for other
  /// sources.
  void leave_out(std::function<bool(const plan::Node&)> is_empty) {
    is_empty_ = std::move(is_empty);
  }

  /// The plan itself is not needed afterwards. Throws Error(unsupported) for unknown functions.
  OperatorPtr build(const plan::Node& node);
  /// For counters_of(): without, operators are not remembered.
  void remember() noexcept { remembers_ = true; }
  /// What the operators made of a plan's node have counted, those of all threads together; none for
  /// one not built here. Valid while the operators live.
  std::optional<OperatorCounters> counters_of(const plan::Node& node) const;

 private:
  OperatorPtr make(const plan::Node& node);
  OperatorPtr make(const plan::Node& node, const plan::Empty& op);
  OperatorPtr make(const plan::Node& node, const plan::Unit& op);
  OperatorPtr make(const plan::Node& node, const plan::Values& op);
  OperatorPtr make(const plan::Node& node, const plan::Scan& op);
  OperatorPtr make(const plan::Node& node, const plan::Seed& op);
  OperatorPtr make(const plan::Node& node, const plan::Path& op);
  OperatorPtr make(const plan::Node& node, const plan::TextMatch& op);
  OperatorPtr make(const plan::Node& node, const plan::IndexJoin& op);
  OperatorPtr make(const plan::Node& node, const plan::Unnest& op);
  OperatorPtr make(const plan::Node& node, const plan::Service& op);
  OperatorPtr make(const plan::Node& node, const plan::Filter& op);
  OperatorPtr make(const plan::Node& node, const plan::Extend& op);
  OperatorPtr make(const plan::Node& node, const plan::Aggregate& op);
  OperatorPtr make(const plan::Node& node, const plan::Sort& op);
  OperatorPtr make(const plan::Node& node, const plan::Distinct& op);
  OperatorPtr make(const plan::Node& node, const plan::CountRuns& op);
  OperatorPtr make(const plan::Node& node, const plan::Slice& op);
  OperatorPtr make(const plan::Node& node, const plan::Project& op);
  OperatorPtr make(const plan::Node& node, const plan::Parallel& op);
  OperatorPtr make(const plan::Node& node, const plan::Unify& op);
  OperatorPtr make(const plan::Node& node, const plan::Substitute& op);
  OperatorPtr make(const plan::Node& node, const plan::EachGraph& op);
  OperatorPtr make(const plan::Node& node, const plan::MergeJoin& op);
  OperatorPtr make(const plan::Node& node, const plan::HashJoin& op);
  OperatorPtr make(const plan::Node& node, const plan::BindJoin& op);
  OperatorPtr make(const plan::Node& node, const plan::Exists& op);
  OperatorPtr make(const plan::Node& node, const plan::SemiJoin& op);
  OperatorPtr make(const plan::Node& node, const plan::Union& op);
  OperatorPtr make(const plan::Node& node, const plan::TrieJoin& op);
  OperatorPtr child(const plan::Node& node, std::size_t index = 0);
  /// A join whose rows are only counted.
  template <typename Join>
  OperatorPtr maybe_counted(const plan::Node& node, FlatPtr<Join> join) const {
    if (&node == counted_) join->count_only();
    return join;
  }
  struct Build {
    std::shared_ptr<BuildSide> side;
    std::unique_ptr<BuildInput> input;  ///< null when the crew of the join reads it
  };
  /// The rows of a join's second child.
  Build build_side(const plan::Node& node, const std::vector<Slot>& keys,
                   const std::vector<Slot>& uncertain);
  std::unique_ptr<BuildInput> build_input(const plan::Node& node);
  AggregateArguments arguments(const plan::Aggregate& op);
  SortConditions sort_conditions(const plan::Sort& op);
  OperatorPtr sort(const plan::Node& node, const plan::Sort& op);

  // build_parallel.cc
  /// The threads that run the child of a plan::Parallel, with their operators; null when `node` is
  /// none or when one thread does it as well. `more` is called with the builder of each.
  std::unique_ptr<Crew> make_crew(const plan::Node& node,
                                  const std::function<void(OperatorBuilder&)>& more);
  /// Confines a scan that the threads of a crew share.
  void share(const plan::Node& node, ScanOperator& scan) const;
  /// Null when one thread is to do it.
  OperatorPtr parallel_aggregate(const plan::Node& node, const plan::Aggregate& op);

  /// Plans and builds for operators that do so while they run.
  MakeSubplan subplans();
  std::vector<CompiledExpression> compiled(const std::vector<ast::Expression>& expressions);

  QueryState& state_;
  const VariableTable& variables_;
  plan::Planner* planner_;
  PlanConstants constants_;
  std::shared_ptr<HelperThreads> helpers_;
  std::unordered_map<std::uint32_t, std::shared_ptr<SeedRows>> seeds_;
  std::unordered_map<const plan::Node*, std::vector<const Operator*>> made_;
  struct CrewPart;
  const plan::Node* counted_ = nullptr;  ///< only the number of its rows is asked for
  const CrewPart* part_ = nullptr;       ///< what is built is one thread's copy
  std::function<bool(const plan::Node&)> is_empty_;
  bool remembers_ = false;
  bool is_running_ = false;  ///< plans made while the query runs are gone before anybody asks
};

/// Whether operators of the plan plan parts of the query while it runs.
bool plans_while_running(const plan::Node& node);

}  // namespace dossier

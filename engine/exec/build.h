// Physical plans become operators.
#pragma once

#include <memory>
#include <unordered_map>

#include "engine/exec/operator.h"
#include "engine/exec/seed.h"
#include "engine/plan/physical.h"
#include "engine/plan/planner.h"

namespace dossier {

class OperatorBuilder {
 public:
  /// All must outlive the operators, some of which plan parts of the query while it runs.
  OperatorBuilder(QueryState& state, const VariableTable& variables, plan::Planner& planner)
      : state_(state), variables_(variables), planner_(planner) {}

  /// The plan itself is not needed afterwards. Throws Error(unsupported) for unknown functions.
  OperatorPtr build(const plan::Node& node);
  /// The operator made of a plan's node, for its counters; null for one not built here. Valid while
  /// the operators live.
  const Operator* made_of(const plan::Node& node) const;

 private:
  OperatorPtr make(const plan::Node& node);
  OperatorPtr child(const plan::Node& node, std::size_t index = 0);
  OperatorPtr extend(const plan::Node& node, const plan::Extend& op);
  OperatorPtr aggregate(const plan::Node& node, const plan::Aggregate& op);
  OperatorPtr sort(const plan::Node& node, const plan::Sort& op);
  OperatorPtr hash_join(const plan::Node& node, const plan::HashJoin& op);
  OperatorPtr bind_join(const plan::Node& node, const plan::BindJoin& op);
  OperatorPtr exists(const plan::Node& node, const plan::Exists& op);
  OperatorPtr unite(const plan::Node& node);
  OperatorPtr seed(const plan::Node& node, const plan::Seed& op);
  OperatorPtr subplan(const algebra::Node& pattern, const plan::ActiveGraph& graph,
                      const algebra::SlotSet& required);
  std::vector<CompiledExpression> compiled(const std::vector<ast::Expression>& expressions);

  QueryState& state_;
  const VariableTable& variables_;
  plan::Planner& planner_;
  std::unordered_map<std::uint32_t, std::shared_ptr<SeedRows>> seeds_;
  std::unordered_map<const plan::Node*, const Operator*> made_;
  bool is_running_ = false;  ///< plans made while the query runs are gone before anybody asks
};

}  // namespace dossier

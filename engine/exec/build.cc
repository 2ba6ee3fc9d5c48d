// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/build.h"

#include <algorithm>
#include <utility>

#include "engine/exec/bind_join.h"
#include "engine/exec/each_graph.h"
#include "engine/exec/exists.h"
#include "engine/exec/extend.h"
#include "engine/exec/filter.h"
#include "engine/exec/hash_join.h"
#include "engine/exec/index_join.h"
#include "engine/exec/leaves.h"
#include "engine/exec/merge_join.h"
#include "engine/exec/path.h"
#include "engine/exec/project.h"
#include "engine/exec/scan.h"
#include "engine/exec/semi_join.h"
#include "engine/exec/service.h"
#include "engine/exec/slice.h"
#include "engine/exec/substitute.h"
#include "engine/exec/text_match.h"
#include "engine/exec/triple_search.h"
#include "engine/exec/unify.h"
#include "engine/exec/union.h"
#include "engine/exec/unnest.h"
#include "model/stack.h"

namespace dossier {

OperatorPtr OperatorBuilder::build(const plan::Node& node) {
  OperatorPtr result = with_stack(
      [&] { return is_empty_ && is_empty_(node) ? make(node, plan::Empty{}) : make(node); });
  if (remembers_ && !is_running_) made_[&node].push_back(result.get());
  return result;
}

std::optional<OperatorCounters> OperatorBuilder::counters_of(const plan::Node& node) const {
  auto it = made_.find(&node);
  if (it == made_.end()) return std::nullopt;
  OperatorCounters sum;
  for (const Operator* made : it->second) {
    sum.rows += made->counters().rows;
    sum.batches += made->counters().batches;
    sum.time += made->counters().time;
  }
  return sum;
}

OperatorPtr OperatorBuilder::child(const plan::Node& node, std::size_t index) {
  return build(*node.children[index]);
}

OperatorPtr OperatorBuilder::make(const plan::Node& node) {
  return std::visit([&](const auto& op) { return make(node, op); }, node.op);
}

using Rows = std::vector<std::vector<TermId>>;

OperatorPtr OperatorBuilder::make(const plan::Node& node, const plan::Empty&) {
  return make_flat<ValuesOperator>(state_, node.layout, Rows{});
}

OperatorPtr OperatorBuilder::make(const plan::Node& node, const plan::Unit&) {
  return make_flat<ValuesOperator>(state_, node.layout, Rows{{}});
}

OperatorPtr OperatorBuilder::make(const plan::Node& node, const plan::Values& op) {
  return make_flat<ValuesOperator>(state_, node.layout, constants_.bound(op.rows));
}

OperatorPtr OperatorBuilder::make(const plan::Node& node, const plan::Scan& op) {
  plan::Scan bound = op;
  bound.pattern = constants_.bound(op.pattern);
  auto result = make_flat<ScanOperator>(state_, node.layout, std::move(bound));
  if (part_ != nullptr) share(node, *result);
  return result;
}

OperatorPtr OperatorBuilder::make(const plan::Node& node, const plan::Path& op) {
  plan::Path bound = op;
  bound.subject = constants_.bound(op.subject);
  bound.object = constants_.bound(op.object);
  return make_flat<PathOperator>(state_, node.layout, std::move(bound), child(node));
}

OperatorPtr OperatorBuilder::make(const plan::Node& node, const plan::TextMatch& op) {
  return make_flat<TextMatchOperator>(state_, node.layout, op);
}

OperatorPtr OperatorBuilder::make(const plan::Node& node, const plan::IndexJoin& op) {
  plan::IndexJoin bound = op;
  bound.pattern = constants_.bound(op.pattern);
  return maybe_counted(
      node, make_flat<IndexJoinOperator>(state_, node.layout, std::move(bound), child(node)));
}

OperatorPtr OperatorBuilder::make(const plan::Node& node, const plan::Unnest& op) {
  plan::Unnest bound = op;
  bound.subject = constants_.bound(op.subject);
  bound.predicate = constants_.bound(op.predicate);
  bound.object = constants_.bound(op.object);
  if (op.way == plan::Unnest::Way::search)
    return make_flat<TripleSearchOperator>(state_, node.layout, bound);
  return make_flat<UnnestOperator>(state_, node.layout, std::move(bound), child(node));
}

OperatorPtr OperatorBuilder::make(const plan::Node& node, const plan::Service& op) {
  plan::Service bound = op;
  bound.name = constants_.bound(op.name);
  return make_flat<ServiceOperator>(state_, node.layout, std::move(bound), variables_, child(node));
}

OperatorPtr OperatorBuilder::make(const plan::Node& node, const plan::Filter& op) {
  return make_flat<FilterOperator>(state_, child(node), compiled(op.conditions));
}

OperatorPtr OperatorBuilder::make(const plan::Node& node, const plan::Slice& op) {
  return make_flat<SliceOperator>(state_, op, child(node));
}

OperatorPtr OperatorBuilder::make(const plan::Node& node, const plan::Project&) {
  return make_flat<ProjectOperator>(state_, node.layout, child(node));
}

// Where nothing above makes a crew for it.
OperatorPtr OperatorBuilder::make(const plan::Node& node, const plan::Parallel&) {
  return child(node);
}

OperatorPtr OperatorBuilder::make(const plan::Node& node, const plan::Unify& op) {
  return make_flat<UnifyOperator>(state_, node.layout, op, child(node));
}

OperatorPtr OperatorBuilder::make(const plan::Node& node, const plan::Substitute& op) {
  return make_flat<SubstituteOperator>(state_, node.layout, op, variables_, subplans(),
                                       child(node));
}

OperatorPtr OperatorBuilder::make(const plan::Node& node, const plan::EachGraph& op) {
  return make_flat<EachGraphOperator>(state_, node.layout, op, subplans());
}

OperatorPtr OperatorBuilder::make(const plan::Node& node, const plan::MergeJoin& op) {
  OperatorPtr left = child(node, 0);
  return maybe_counted(node, make_flat<MergeJoinOperator>(state_, node.layout, op, std::move(left),
                                                          child(node, 1), node.children[1]->order));
}

OperatorPtr OperatorBuilder::make(const plan::Node& node, const plan::SemiJoin& op) {
  OperatorPtr left = child(node, 0);
  Build build = build_side(node, op.keys, op.uncertain);
  return make_flat<SemiJoinOperator>(state_, node.layout, op, std::move(left),
                                     std::move(build.input), std::move(build.side),
                                     compiled(op.conditions));
}

std::vector<CompiledExpression> OperatorBuilder::compiled(
    const std::vector<ast::Expression>& expressions) {
  std::vector<CompiledExpression> result;
  for (const ast::Expression& expression : expressions)
    result.push_back(compile(expression, variables_, state_.expressions()));
  return result;
}

OperatorPtr OperatorBuilder::make(const plan::Node& node, const plan::Extend& op) {
  std::vector<ExtendOperator::Value> values;
  for (const auto& [slot, expression] : op.values)
    values.emplace_back(slot,
                        compile(constants_.bound(expression), variables_, state_.expressions()));
  return make_flat<ExtendOperator>(state_, node.layout, child(node), std::move(values));
}

OperatorPtr OperatorBuilder::make(const plan::Node& node, const plan::HashJoin& op) {
  Layout joined = node.layout;
  for (const ast::Expression& condition : op.conditions) {
    for (Slot slot : algebra::reads(condition, variables_)) {
      if (column_of(joined, slot) == kNoColumn) joined.push_back(slot);
    }
  }
  OperatorPtr left = child(node, 0);
  Build build = build_side(node, op.keys, op.uncertain);
  return maybe_counted(node,
                       make_flat<HashJoinOperator>(state_, node.layout, op, std::move(left),
                                                   std::move(build.input), std::move(build.side),
                                                   std::move(joined), compiled(op.conditions)));
}

OperatorPtr OperatorBuilder::make(const plan::Node& node, const plan::BindJoin& op) {
  OperatorPtr outer = child(node, 0);
  auto seeds = std::make_shared<SeedRows>(outer->layout(), state_.memory());
  seeds_[op.seed] = seeds;
  OperatorPtr inner = child(node, 1);
  return make_flat<BindJoinOperator>(state_, node.layout, op, std::move(outer), std::move(inner),
                                     std::move(seeds),
                                     first_seeds(*node.children[0], *node.children[1]));
}

OperatorPtr OperatorBuilder::make(const plan::Node& node, const plan::Exists& op) {
  OperatorPtr outer = child(node, 0);
  auto seeds = std::make_shared<SeedRows>(op.shared, state_.memory());
  seeds_[op.seed] = seeds;
  OperatorPtr inner = child(node, 1);
  return make_flat<ExistsOperator>(state_, node.layout, op, std::move(outer), std::move(inner),
                                   std::move(seeds),
                                   first_seeds(*node.children[0], *node.children[1]));
}

OperatorPtr OperatorBuilder::make(const plan::Node& node, const plan::Union&) {
  std::vector<OperatorPtr> branches;
  for (std::size_t i = 0; i < node.children.size(); ++i) branches.push_back(child(node, i));
  return make_flat<UnionOperator>(state_, node.layout, std::move(branches));
}

OperatorPtr OperatorBuilder::make(const plan::Node& node, const plan::Seed& op) {
  return make_flat<SeedOperator>(state_, node.layout, op.row, seeds_.at(op.number));
}

MakeSubplan OperatorBuilder::subplans() {
  return [this](const algebra::Node& pattern, const plan::ActiveGraph& graph,
                const algebra::SlotSet& required) {
    is_running_ = true;
    constants_ = {};  // of the plan made before; this one is made here
    const plan::NodePtr node = planner_->plan(pattern, graph, required);
    return build(*node);
  };
}

bool plans_while_running(const plan::Node& node) {
  if (std::holds_alternative<plan::Substitute>(node.op) ||
      std::holds_alternative<plan::EachGraph>(node.op))
    return true;
  return std::any_of(node.children.begin(), node.children.end(), [](const plan::NodePtr& child) {
    return with_stack([&] { return plans_while_running(*child); });
  });
}

}  // namespace dossier

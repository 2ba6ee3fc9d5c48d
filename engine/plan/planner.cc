// SPDX-License-Identifier: Apache-2.0
#include "engine/plan/planner.h"
#include "engine/plan/carries_graph.h"

#include <algorithm>
#include <utility>

#include "dossier/error.h"
#include "engine/algebra/overloaded.h"
#include "engine/plan/join_group.h"
#include "model/stack.h"

namespace dossier::plan {

SlotSet set_union(const SlotSet& a, const SlotSet& b) {
  SlotSet result = a;
  result.insert(b.begin(), b.end());
  return result;
}

SlotSet set_intersection(const SlotSet& a, const SlotSet& b) {
  SlotSet result;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(),
                        std::inserter(result, result.end()));
  return result;
}

SlotSet set_difference(const SlotSet& a, const SlotSet& b) {
  SlotSet result;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::inserter(result, result.end()));
  return result;
}

bool is_subset(const SlotSet& a, const SlotSet& b) {
  return std::includes(b.begin(), b.end(), a.begin(), a.end());
}

SlotSet slots_of(const Layout& layout) { return {layout.begin(), layout.end()}; }
Layout layout_of(const SlotSet& slots) { return {slots.begin(), slots.end()}; }

Planner::Planner(const storage::QuadSource& source, TermTable& terms, VariableTable& variables,
                 const PlanOptions& options, Limits& limits)
    : source_(source),
      terms_(terms),
      variables_(variables),
      options_(options),
      dataset_(make_dataset(options, terms)),
      limits_(limits) {}

NodePtr Planner::plan(const algebra::Node& root, const SlotSet& required) {
  return plan(root, {dataset_.default_scope, std::nullopt}, required);
}

NodePtr Planner::plan(const algebra::Node& root, const ActiveGraph& graph,
                      const SlotSet& required) {
  estimates_.clear();  // of other trees, whose nodes may have stood at the same addresses
  return node(root, {graph, required, nullptr});
}

NodePtr Planner::node(const algebra::Node& node, const Context& context) {
  limits_.check();
  return with_stack([&] { return node_of(node, context); });
}

NodePtr Planner::node_of(const algebra::Node& node, const Context& context) {
  if (context.seed != nullptr && !is_seedable(node, context.graph, context.seed->possible)) {
    JoinGroup group(*this, context);
    group.collect(node, context.graph, context.seed->possible);
    group.add_seed(*context.seed);
    return group.plan();
  }
  return std::visit(
      Overloaded{
          [](const algebra::Empty&) { return make_node(Empty{}, {}); },
          [&](const algebra::LeftJoin& n) { return left_join(n, context); },
          [&](const algebra::Filter& n) { return filter(n, context); },
          [&](const algebra::Union& n) { return unite(n, context); },
          [&](const algebra::Minus& n) { return minus(n, context); },
          [&](const algebra::Graph& n) { return graph(n, context); },
          [&](const algebra::Service& n) { return service(n, context); },
          [&](const algebra::Extend& n) { return extend(n, context); },
          [&](const algebra::Exists& n) {
            return filter({}, {{n.result, &*n.pattern}}, *n.child, context);
          },
          [&](const algebra::Values& n) { return values(n); },
          [&](const algebra::Group& n) { return group(n, context); },
          [&](const algebra::OrderBy& n) { return order_by(n, context, std::nullopt); },
          [&](const algebra::Project& n) { return project(n, context, std::nullopt); },
          [&](const algebra::Distinct& n) { return distinct(*n.child, context); },
          [&](const algebra::Reduced& n) { return this->node(*n.child, context); },
          [&](const algebra::Slice& n) { return slice(n, context); },
          [&](const auto&) { return joined(node, context); },
      },
      node.node);
}

NodePtr Planner::joined(const algebra::Node& node, const Context& context) {
  JoinGroup group(*this, context);
  group.collect(node, context.graph, context.seed == nullptr ? SlotSet{} : context.seed->possible);
  if (context.seed != nullptr) group.add_seed(*context.seed);
  return group.plan();
}

NodePtr Planner::filter(const algebra::Filter& filter, const Context& context) {
  std::vector<MarkRef> marks;
  const algebra::Node* base = &*filter.child;
  while (const auto* mark = std::get_if<algebra::Exists>(&base->node)) {
    marks.push_back({mark->result, &*mark->pattern});
    base = &*mark->child;
  }
  return this->filter(filter.conditions, marks, *base, context);
}

namespace {

/// true for `mark`, false for `! mark`, none for anything else.
std::optional<bool> plain_answer(const ast::Expression& condition, const std::string& mark) {
  if (const auto* variable = std::get_if<ast::Variable>(&condition.node))
    return variable->name == mark ? std::optional(true) : std::nullopt;
  const auto* operation = std::get_if<ast::Operation>(&condition.node);
  if (operation == nullptr || operation->op != ast::Operator::logical_not) return std::nullopt;
  const auto* variable = std::get_if<ast::Variable>(&operation->operands.front().node);
  return variable != nullptr && variable->name == mark ? std::optional(false) : std::nullopt;
}

}  // namespace

NodePtr Planner::filter(const std::vector<ast::Expression>& conditions,
                        const std::vector<MarkRef>& marks, const algebra::Node& base,
                        const Context& context) {
  return with_stack([&] { return filter_of(conditions, marks, base, context); });
}

NodePtr Planner::filter_of(const std::vector<ast::Expression>& conditions,
                           const std::vector<MarkRef>& marks, const algebra::Node& base,
                           const Context& context) {
  SlotSet results;
  Context below = context;
  for (const MarkRef& mark : marks) {
    results.insert(mark.result);
    below.required = set_union(below.required, algebra::mentions(*mark.pattern, variables_));
    if (context.graph.variable) below.required.insert(*context.graph.variable);
  }
  std::vector<ast::Expression> late;
  JoinGroup group(*this, below);
  for (const ast::Expression& condition : conditions) {
    const SlotSet own = algebra::reads(condition, variables_);
    if (set_intersection(own, results).empty()) {
      group.add_condition(condition);
    } else {
      late.push_back(condition);
      below.required = set_union(below.required, own);
    }
  }
  group.collect(base, context.graph, context.seed == nullptr ? SlotSet{} : context.seed->possible);
  if (context.seed != nullptr) group.add_seed(*context.seed);
  NodePtr plan = group.plan();
  for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
    std::optional<bool> keep;
    const std::string& name = variables_.name(mark->result);
    for (std::size_t i = 0; i < late.size() && !keep; ++i) {
      keep = plain_answer(late[i], name);
      if (keep) late.erase(late.begin() + static_cast<std::ptrdiff_t>(i));
    }
    // An answer that other conditions read as well must stay a column.
    if (keep && reads(late).contains(mark->result)) {
      ast::Expression answer{ast::Variable{name}, {}};
      if (!*keep) answer = {ast::Operation{ast::Operator::logical_not, {answer}}, {}};
      late.push_back(std::move(answer));
      keep.reset();
    }
    plan = exists(*mark, context, std::move(plan), keep);
  }
  if (!late.empty()) plan = filtered(std::move(plan), std::move(late));
  return plan;
}

NodePtr Planner::extend(const algebra::Extend& extend, const Context& context) {
  Context below = context;
  below.required.erase(extend.variable);
  below.required = set_union(below.required, algebra::reads(extend.expression, variables_));
  NodePtr child = node(*extend.child, below);
  // Neighbours share one operator, and with it the blank nodes of BNODE(label).
  if (auto* own = std::get_if<Extend>(&child->op)) {
    own->values.emplace_back(extend.variable, extend.expression);
    child->layout.push_back(extend.variable);
    if (std::holds_alternative<Term>(extend.expression.node))
      child->certain.insert(extend.variable);
    return child;
  }
  NodePtr result = over(Extend{{{extend.variable, extend.expression}}}, std::move(child));
  result->layout.push_back(extend.variable);
  if (std::holds_alternative<Term>(extend.expression.node)) result->certain.insert(extend.variable);
  result->cost += result->rows;
  return result;
}

NodePtr Planner::unite(const algebra::Union& node, const Context& context) {
  NodePtr result = make_node(Union{}, {});
  SlotSet slots;
  bool first = true;
  for (const algebra::Node& branch : node.branches) {
    NodePtr child = this->node(branch, context);
    slots = set_union(slots, slots_of(child->layout));
    result->certain = first ? child->certain : set_intersection(result->certain, child->certain);
    first = false;
    result->rows += child->rows;
    result->cost += child->cost;
    result->children.push_back(std::move(child));
  }
  result->layout = layout_of(slots);
  return result;
}

NodePtr Planner::values(const algebra::Values& values) {
  Values ids;
  for (const auto& row : values.rows) {
    std::vector<TermId>& to = ids.rows.emplace_back();
    for (const std::optional<Term>& term : row)
      to.push_back(term ? terms_.intern(*term) : TermId::none());
  }
  const auto rows = static_cast<double>(values.rows.size());
  NodePtr node =
      make_node(std::move(ids), Layout(values.variables.begin(), values.variables.end()));
  node->certain = algebra::binds({values}).certain;
  node->rows = node->cost = rows;
  return node;
}

algebra::Binds Planner::binds_in(const algebra::Node& node, const ActiveGraph& graph) const {
  algebra::Binds result = algebra::binds(node);
  if (graph.variable) {
    result.possible.insert(*graph.variable);
    if (carries_graph(node)) result.certain.insert(*graph.variable);
  }
  return result;
}

const Estimate& Planner::estimate(const algebra::Node& node, const Context& context) {
  if (auto known = estimates_.find(&node); known != estimates_.end()) return known->second;
  const NodePtr plan = this->node(node, context);
  Estimate estimate{plan->rows, plan->cost, std::nullopt};
  if (!plan->order.empty()) estimate.order = plan->order.front();
  return estimates_.emplace(&node, estimate).first->second;
}

SeedInput Planner::make_seed(const Node& outer, const SlotSet& wanted, double rows) {
  SeedInput seed;
  seed.number = seeds_++;
  seed.row = variables_.fresh("row");
  seed.possible = set_intersection(slots_of(outer.layout), wanted);
  seed.certain = set_intersection(outer.certain, seed.possible);
  seed.rows = std::max(1.0, rows);
  return seed;
}

NodePtr Planner::seed_node(const SeedInput& seed) const {
  SlotSet slots = seed.possible;
  slots.insert(seed.row);
  NodePtr node = make_node(Seed{seed.number, seed.row}, layout_of(slots));
  node->certain = seed.certain;
  node->certain.insert(seed.row);
  node->rows = node->cost = seed.rows;
  return node;
}

NodePtr Planner::filtered(NodePtr child, std::vector<ast::Expression> conditions) const {
  if (conditions.empty()) return child;
  NodePtr node = over(Filter{std::move(conditions)}, std::move(child));
  node->cost += node->rows;
  node->rows /= 2;
  return node;
}

NodePtr Planner::narrowed(NodePtr child, const SlotSet& required) const {
  const SlotSet kept = set_intersection(slots_of(child->layout), required);
  if (kept.size() == child->layout.size()) return child;
  NodePtr node = over(Project{}, std::move(child));
  node->layout = layout_of(kept);
  node->certain = set_intersection(node->certain, kept);
  auto gone = std::find_if(node->order.begin(), node->order.end(),
                           [&kept](Slot slot) { return !kept.contains(slot); });
  node->order.erase(gone, node->order.end());
  return node;
}

SlotSet Planner::reads(const std::vector<ast::Expression>& conditions) const {
  SlotSet result;
  for (const ast::Expression& condition : conditions)
    result = set_union(result, algebra::reads(condition, variables_));
  return result;
}

}  // namespace dossier::plan

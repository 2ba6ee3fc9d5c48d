// SPDX-License-Identifier: Apache-2.0
#include "engine/plan/planner.h"
#include "engine/plan/carries_graph.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "dossier/error.h"
#include "engine/algebra/overloaded.h"
#include "engine/plan/join_group.h"
#include "model/stack.h"

namespace dossier::plan {

namespace {

/// What the memory blocks of a node take beside their content: its own, those of its sets.
constexpr std::size_t kNodeBlocks = 64;

}  // namespace

Planner::Planner(const storage::QuadSource& source, TermTable& terms, VariableTable& variables,
                 const PlanOptions& options, Limits& limits)
    : source_(source),
      terms_(terms),
      variables_(variables),
      options_(options),
      dataset_(make_dataset(options, terms)),
      limits_(limits),
      work_(limits.worker()),
      made_(terms.memory()),
      known_(terms.memory()) {}

NodePtr Planner::plan(const algebra::Node& root, const SlotSet& required, double wanted) {
  return plan(root, {dataset_.default_scope, std::nullopt}, required, wanted);
}

NodePtr Planner::plan(const algebra::Node& root, const ActiveGraph& graph, const SlotSet& required,
                      double wanted) {
  // Of other trees, whose nodes may have stood at the same addresses.
  estimates_.clear();
  binds_.clear();
  known_.clear();
  return node(root, {graph, required, nullptr, wanted});
}

NodePtr Planner::node(const algebra::Node& node, const Context& context) {
  limits_.check();
  MemoryCharge held(terms_.memory());
  held.add(context.required.size() * sizeof(Slot));
  NodePtr result = with_stack([&] { return node_of(node, context); });
  count(*result);
  return result;
}

void Planner::count(const Node& node) {
  made_.add(sizeof(Node) + sizeof(NodePtr) + kNodeBlocks +
            (node.layout.capacity() + node.certain.capacity() + node.order.capacity()) *
                sizeof(Slot));
}

NodePtr Planner::node_of(const algebra::Node& node, const Context& context) {
  const auto handed_in = [&](Slot slot) { return context.seed->possible.contains(slot); };
  if (context.seed != nullptr && !is_seedable(node, context.graph, handed_in)) {
    JoinGroup group(*this, context);
    group.collect(node, context.graph, context.seed->possible);
    group.add_seed(*context.seed);
    return group.plan();
  }
  return std::visit(
      Overloaded{
          [](const algebra::Empty&) { return make_node(Empty{}, {}); },
          [&](const algebra::LeftJoin&) { return left_chain(node, context); },
          [&](const algebra::Filter& n) { return filter(n, context); },
          [&](const algebra::Union& n) { return unite(n, context); },
          [&](const algebra::Minus&) { return left_chain(node, context); },
          [&](const algebra::Graph& n) { return graph(n, context); },
          [&](const algebra::Service& n) { return service(n, context); },
          [&](const algebra::Extend& n) { return extend(n, context); },
          [&](const algebra::Exists& n) {
            return filter({}, {{n.result, &*n.pattern}}, *n.child, context);
          },
          [&](const algebra::Values& n) { return values(n); },
          [&](const algebra::TextMatch& n) { return text_match(n, context); },
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

// Neighbours share one operator, and with it the blank nodes of BNODE(label).
NodePtr Planner::extend(const algebra::Extend& extend, const Context& context) {
  std::vector<const algebra::Extend*> chain{&extend};
  Context below = context;
  for (const auto* at = &extend; at != nullptr;) {
    below.required.erase(at->variable);
    add_all(below.required, algebra::reads(at->expression, variables_));
    at = std::get_if<algebra::Extend>(&at->child->node);
    if (at != nullptr) chain.push_back(at);
  }
  NodePtr result = node(*chain.back()->child, below);
  if (!std::holds_alternative<Extend>(result->op)) {
    result = over(Extend{}, std::move(result));
    result->cost += result->rows;
  }
  auto& values = std::get<Extend>(result->op).values;
  for (auto at = chain.rbegin(); at != chain.rend(); ++at) {
    count((*at)->expression);
    values.emplace_back((*at)->variable, (*at)->expression);
    result->layout.push_back((*at)->variable);
    if (std::holds_alternative<Term>((*at)->expression.node))
      result->certain.insert((*at)->variable);
  }
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
    made_.add(sizeof(row) + row.size() * sizeof(TermId));
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

const algebra::Binds& Planner::binds_of(const algebra::Node& node) {
  if (const auto known = binds_.find(&node); known != binds_.end()) return known->second;
  algebra::Binds made = algebra::binds(node, work_);
  known_.add(sizeof(made) + kEntry + (made.certain.size() + made.possible.size()) * sizeof(Slot));
  return binds_.emplace(&node, std::move(made)).first->second;
}

bool Planner::binds_certainly(const algebra::Node& child, const ActiveGraph& graph,
                              Slot slot) const {
  return algebra::binds_certainly(child, slot, work_) ||
         (graph.variable == slot && carries_graph(child));
}

algebra::Binds Planner::binds_in(const algebra::Node& node, const ActiveGraph& graph) {
  algebra::Binds result = binds_of(node);
  if (graph.variable) {
    result.possible.insert(*graph.variable);
    if (carries_graph(node)) result.certain.insert(*graph.variable);
  }
  return result;
}

const Estimate& Planner::estimate(const algebra::Node& node, const Context& context) {
  if (auto known = estimates_.find(&node); known != estimates_.end()) return known->second.estimate;
  NodePtr plan = this->node(node, context);
  Estimated result{{plan->rows, plan->cost, std::nullopt}, context.required, nullptr};
  if (!plan->order.empty()) result.estimate.order = plan->order.front();
  result.plan = std::move(plan);
  known_.add(sizeof(result) + kEntry + result.required.size() * sizeof(Slot));
  return estimates_.emplace(&node, std::move(result)).first->second.estimate;
}

NodePtr Planner::estimated(const algebra::Node& node, const Context& context) {
  const auto known = estimates_.find(&node);
  const bool fits = known != estimates_.end() && known->second.plan != nullptr &&
                    known->second.required == context.required;
  return fits ? std::move(known->second.plan) : this->node(node, context);
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

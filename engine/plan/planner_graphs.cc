// SPDX-License-Identifier: Apache-2.0
// Datasets (SPARQL 1.1, section 13) and GRAPH.
#include <algorithm>
#include <utility>

#include "engine/algebra/overloaded.h"
#include "engine/plan/carries_graph.h"
#include "engine/plan/planner.h"

namespace dossier::plan {

namespace {

storage::GraphScope list_of(const std::vector<Term>& graphs, TermTable& terms) {
  storage::GraphScope scope;
  scope.kind = storage::GraphScope::Kind::list;
  for (const Term& graph : graphs) {
    const TermId id = terms.intern(graph);
    if (!id.is_local()) scope.graphs.push_back(id);
  }
  std::sort(scope.graphs.begin(), scope.graphs.end());
  scope.graphs.erase(std::unique(scope.graphs.begin(), scope.graphs.end()), scope.graphs.end());
  return scope;
}

}  // namespace

Dataset make_dataset(const PlanOptions& options, TermTable& terms) {
  Dataset result;
  if (!options.dataset.empty()) {
    result.default_scope = list_of(options.dataset.default_graphs, terms);
    result.named_scope = list_of(options.dataset.named_graphs, terms);
  } else {
    result.named_scope.kind = storage::GraphScope::Kind::named;
    if (options.with) {
      result.default_scope = list_of({*options.with}, terms);
    } else if (options.default_graph == DefaultGraph::strict) {
      result.default_scope.kind = storage::GraphScope::Kind::list;
      result.default_scope.graphs = {TermId::default_graph()};
    }
  }
  const bool one = result.default_scope.kind == storage::GraphScope::Kind::list &&
                   result.default_scope.graphs.size() == 1;
  result.default_scope.distinct = !one;
  result.named_scope.distinct = false;
  return result;
}

ActiveGraph Planner::constant_graph(const Term& name) {
  ActiveGraph active;
  active.scope.kind = storage::GraphScope::Kind::list;
  active.scope.distinct = false;
  const TermId id = terms_.intern(name);
  if (!id.is_local() && dataset_.named_scope.contains(id)) active.scope.graphs = {id};
  return active;
}

std::optional<ActiveGraph> Planner::simple_graph(const algebra::Graph& graph) {
  if (const auto* name = std::get_if<Term>(&graph.name)) {
    if (!needs_quad(*graph.child)) return std::nullopt;
    return constant_graph(*name);
  }
  const Slot slot = std::get<Slot>(graph.name);
  if (!carries_graph(*graph.child)) return std::nullopt;
  if (mentions(*graph.child).contains(slot)) return std::nullopt;
  return ActiveGraph{dataset_.named_scope, slot};
}

NodePtr Planner::graph(const algebra::Graph& graph, const Context& context) {
  if (std::optional<ActiveGraph> simple = simple_graph(graph)) {
    Context below = context;
    below.graph = *simple;
    return node(*graph.child, below);
  }
  if (const auto* slot = std::get_if<Slot>(&graph.name)) return each_graph(graph, *slot, context);
  const ActiveGraph active = constant_graph(std::get<Term>(graph.name));
  const std::vector<TermId> names = source_.named_graphs();
  const bool exists = !active.scope.graphs.empty() &&
                      std::binary_search(names.begin(), names.end(), active.scope.graphs.front());
  if (!exists) return make_node(Empty{}, {});
  Context below = context;
  below.graph = active;
  return node(*graph.child, below);
}

NodePtr Planner::each_graph(const algebra::Graph& graph, Slot name, const Context& context) {
  const SlotSet inner = binds_of(*graph.child).possible;
  const bool clashes = mentions(*graph.child).contains(name);
  const Slot variable = clashes ? variables_.fresh("graph") : name;
  EachGraph op;
  op.pattern = std::make_shared<const algebra::Node>(*graph.child);
  op.scope = dataset_.named_scope;
  op.variable = variable;
  SlotSet slots = inner;
  if (prunes() && !clashes) slots = set_intersection(inner, context.required);
  slots.insert(variable);
  NodePtr node = make_node(std::move(op), layout_of(slots));
  node->certain = set_intersection(binds_of(*graph.child).certain, slots);
  node->certain.insert(variable);
  node->rows = 1000;
  node->cost = 100000;
  if (!clashes) return node;
  slots.erase(variable);
  slots.insert(name);
  SlotSet certain = node->certain;
  certain.erase(variable);
  certain.insert(name);
  NodePtr result = over(Unify{variable, name}, std::move(node));
  result->layout = layout_of(slots);
  result->certain = std::move(certain);
  result->order.clear();
  return result;
}

}  // namespace dossier::plan

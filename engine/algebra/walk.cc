// SPDX-License-Identifier: Apache-2.0
#include "engine/algebra/walk.h"

#include <algorithm>
#include <utility>

#include "engine/algebra/overloaded.h"

namespace dossier::algebra {

namespace {

void add(SlotSet& set, const Item& item) {
  if (const auto* slot = std::get_if<Slot>(&item)) set.insert(*slot);
}

void add(SlotSet& set, const SlotSet& more) { set.insert(more.begin(), more.end()); }

SlotSet common(const SlotSet& a, const SlotSet& b) {
  SlotSet result;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(),
                        std::inserter(result, result.end()));
  return result;
}

Binds of_items(std::initializer_list<Item> items) {
  Binds result;
  for (const Item& item : items) add(result.certain, item);
  result.possible = result.certain;
  return result;
}

Binds of_bgp(const Bgp& bgp) {
  Binds result;
  for (const TriplePattern& t : bgp.triples) {
    add(result.certain, t.subject);
    add(result.certain, t.predicate);
    add(result.certain, t.object);
  }
  for (const TripleTermPattern& t : bgp.triple_terms) {
    result.certain.insert(t.term);
    add(result.certain, t.subject);
    add(result.certain, t.predicate);
    add(result.certain, t.object);
  }
  result.possible = result.certain;
  return result;
}

Binds of_union(const Union& node) {
  Binds result;
  bool first = true;
  for (const Node& branch : node.branches) {
    Binds one = binds(branch);
    add(result.possible, one.possible);
    result.certain = first ? std::move(one.certain) : common(result.certain, one.certain);
    first = false;
  }
  return result;
}

Binds of_values(const Values& values) {
  Binds result;
  for (std::size_t i = 0; i < values.variables.size(); ++i) {
    result.possible.insert(values.variables[i]);
    const bool always = std::all_of(values.rows.begin(), values.rows.end(),
                                    [i](const auto& row) { return row[i].has_value(); });
    if (always) result.certain.insert(values.variables[i]);
  }
  return result;
}

Binds of_project(const Project& project) {
  const Binds inner = binds(*project.child);
  const SlotSet kept(project.variables.begin(), project.variables.end());
  return {common(inner.certain, kept), common(inner.possible, kept)};
}

Binds of_group(const Group& group) {
  const Binds inner = binds(*group.child);
  Binds result;
  for (Slot key : group.keys) {
    if (inner.certain.contains(key)) result.certain.insert(key);
    result.possible.insert(key);
  }
  for (const Aggregation& aggregation : group.aggregations) {
    result.possible.insert(aggregation.result);
    if (aggregation.aggregate.function == ast::AggregateFunction::count)
      result.certain.insert(aggregation.result);
  }
  return result;
}

}  // namespace

Binds binds(const Node& node) {
  return std::visit(Overloaded{
                        [](const Unit&) { return Binds{}; },
                        [](const Empty&) { return Binds{}; },
                        [](const Service& n) {
                          Binds result;
                          result.possible.insert(n.variables.begin(), n.variables.end());
                          add(result.certain, n.name);
                          add(result.possible, n.name);
                          return result;
                        },
                        [](const Bgp& n) { return of_bgp(n); },
                        [](const PathPattern& n) {
                          return of_items({n.subject, n.object});
                        },
                        [](const Join& n) {
                          Binds result = binds(*n.left);
                          const Binds right = binds(*n.right);
                          add(result.certain, right.certain);
                          add(result.possible, right.possible);
                          return result;
                        },
                        [](const LeftJoin& n) {
                          Binds result = binds(*n.left);
                          add(result.possible, binds(*n.right).possible);
                          return result;
                        },
                        [](const Filter& n) { return binds(*n.child); },
                        [](const Union& n) { return of_union(n); },
                        [](const Minus& n) { return binds(*n.left); },
                        [](const Graph& n) {
                          Binds result = binds(*n.child);
                          add(result.certain, n.name);
                          add(result.possible, n.name);
                          return result;
                        },
                        [](const Extend& n) {
                          Binds result = binds(*n.child);
                          result.possible.insert(n.variable);
                          if (std::holds_alternative<Term>(n.expression.node))
                            result.certain.insert(n.variable);
                          return result;
                        },
                        [](const Exists& n) {
                          Binds result = binds(*n.child);
                          result.certain.insert(n.result);
                          result.possible.insert(n.result);
                          return result;
                        },
                        [](const Values& n) { return of_values(n); },
                        [](const Group& n) { return of_group(n); },
                        [](const Project& n) { return of_project(n); },
                        [](const auto& n) { return binds(*n.child); },
                    },
                    node.node);
}

std::vector<Slot> visible_variables(const Node& node, const VariableTable& variables) {
  // Slots are given out in the order names are met.
  std::vector<Slot> result;
  for (Slot slot : binds(node).possible) {
    if (!is_hidden_variable(variables.name(slot))) result.push_back(slot);
  }
  return result;
}

void each_part(ast::Expression& expression, const std::function<void(ast::Expression&)>& visit) {
  const auto all = [&visit](std::vector<ast::Expression>& parts) {
    for (ast::Expression& part : parts) visit(part);
  };
  std::visit(Overloaded{
                 [&](ast::Operation& node) { all(node.operands); },
                 [&](ast::BuiltinCall& node) { all(node.arguments); },
                 [&](ast::FunctionCall& node) { all(node.arguments); },
                 [&](ast::Aggregate& node) {
                   if (node.argument) visit(**node.argument);
                 },
                 [&](ast::TripleExpression& node) {
                   visit(*node.subject);
                   visit(*node.predicate);
                   visit(*node.object);
                 },
                 [](auto&) {},
             },
             expression.node);
}

void each_expression(const ast::Expression& expression,
                     const std::function<void(const ast::Expression&)>& visit) {
  visit(expression);
  each_part(const_cast<ast::Expression&>(expression),
            [&visit](ast::Expression& part) { each_expression(part, visit); });
}

bool contains_aggregate(const ast::Expression& expression) {
  bool found = false;
  each_expression(expression, [&found](const ast::Expression& part) {
    found = found || std::holds_alternative<ast::Aggregate>(part.node);
  });
  return found;
}

SlotSet reads(const ast::Expression& expression, const VariableTable& variables) {
  SlotSet result;
  each_expression(expression, [&](const ast::Expression& part) {
    if (const auto* variable = std::get_if<ast::Variable>(&part.node)) {
      if (std::optional<Slot> slot = variables.find(variable->name)) result.insert(*slot);
    }
  });
  return result;
}

SlotSet mentions(const Node& node, const VariableTable& variables) {
  SlotSet result = binds(node).possible;
  each_own_expression(const_cast<Node&>(node), [&](ast::Expression& expression) {
    add(result, reads(expression, variables));
  });
  each_child(node, [&](const Node& child) { add(result, mentions(child, variables)); });
  return result;
}

void replace_unit(Node& node, Node replacement) {
  Node* at = &node;
  while (!std::holds_alternative<Unit>(at->node)) {
    at = std::visit(
        [](auto& n) -> Node* {
          if constexpr (requires { *n.child; })
            return &*n.child;
          else if constexpr (requires { *n.left; })
            return &*n.left;
          else
            return nullptr;
        },
        at->node);
  }
  *at = std::move(replacement);
}

void each_child(Node& node, const std::function<void(Node&)>& visit) {
  std::visit(
      [&visit](auto& n) {
        if constexpr (requires { n.branches; }) {
          for (Node& branch : n.branches) visit(branch);
        }
        if constexpr (requires { n.left; }) {
          visit(*n.left);
          visit(*n.right);
        }
        if constexpr (requires { n.marks; }) {
          for (Mark& mark : n.marks) visit(*mark.pattern);
        }
        if constexpr (requires { n.child; }) visit(*n.child);
        if constexpr (requires { n.pattern; }) visit(*n.pattern);
      },
      node.node);
}

void each_child(const Node& node, const std::function<void(const Node&)>& visit) {
  each_child(const_cast<Node&>(node), [&visit](Node& child) { visit(child); });
}

void each_own_expression(Node& node, const std::function<void(ast::Expression&)>& visit) {
  std::visit(
      [&visit](auto& n) {
        if constexpr (requires { n.expression; }) visit(n.expression);
        if constexpr (requires { n.aggregations; }) {
          for (Aggregation& a : n.aggregations) {
            if (a.aggregate.argument) visit(**a.aggregate.argument);
          }
        }
        if constexpr (std::is_same_v<std::decay_t<decltype(n)>, OrderBy>) {
          for (ast::OrderCondition& condition : n.conditions) visit(condition.expression);
        } else if constexpr (requires { n.conditions; }) {
          for (ast::Expression& condition : n.conditions) visit(condition);
        }
      },
      node.node);
}

}  // namespace dossier::algebra

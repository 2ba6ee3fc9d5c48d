// SPDX-License-Identifier: Apache-2.0
#include "engine/algebra/walk.h"

#include <utility>

#include "engine/algebra/overloaded.h"
#include "model/stack.h"

namespace dossier::algebra {

const Node* base_of(const Node& node) {
  return std::visit(
      [](const auto& n) -> const Node* {
        if constexpr (requires { n.child; })
          return &*n.child;
        else if constexpr (requires { n.left; })
          return &*n.left;
        else
          return nullptr;
      },
      node.node);
}

void each_part(ast::Expression& expression, const std::function<void(ast::Expression&)>& visit) {
  const auto all = [&visit](std::vector<ast::Expression>& parts) {
    with_stack([&] {
      for (ast::Expression& part : parts) visit(part);
    });
  };
  std::visit(Overloaded{
                 [&](ast::Operation& node) { all(node.operands); },
                 [&](ast::BuiltinCall& node) { all(node.arguments); },
                 [&](ast::FunctionCall& node) { all(node.arguments); },
                 [&](ast::Aggregate& node) {
                   if (node.argument) visit(**node.argument);
                 },
                 [&](ast::TripleExpression& node) {
                   with_stack([&] {
                     visit(*node.subject);
                     visit(*node.predicate);
                     visit(*node.object);
                   });
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

void replace_unit(Node& node, Node replacement) {
  Node* at = &node;
  while (!std::holds_alternative<Unit>(at->node)) {
    at = const_cast<Node*>(base_of(*at));
  }
  *at = std::move(replacement);
}

namespace {

void visit_children(Node& node, const std::function<void(Node&)>& visit) {
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

}  // namespace

void each_child(Node& node, const std::function<void(Node&)>& visit) {
  with_stack([&] { visit_children(node, visit); });
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

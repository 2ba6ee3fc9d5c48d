// SPDX-License-Identifier: Apache-2.0
#include "engine/plan/parallel_work.h"

#include <algorithm>

#include "engine/algebra/overloaded.h"
#include "model/stack.h"

namespace dossier::plan {
namespace {

/// What rows cost beside being touched, in rows touched: a call of a function, being put into a
/// hash table, being sorted.
constexpr double kCall = 16;
constexpr double kHashed = 2;
constexpr double kSorted = 16;

bool has_call(const ast::Expression& expression) {
  bool found = false;
  algebra::each_expression(expression, [&](const ast::Expression& part) {
    found = found || std::holds_alternative<ast::BuiltinCall>(part.node) ||
            std::holds_alternative<ast::FunctionCall>(part.node);
  });
  return found;
}

}  // namespace

double row_cost(const Node& node) {
  return std::visit(
      Overloaded{
          [](const Filter& op) {
            return std::any_of(op.conditions.begin(), op.conditions.end(), has_call) ? kCall : 0;
          },
          [](const Extend& op) {
            return std::any_of(op.values.begin(), op.values.end(),
                               [](const auto& value) { return has_call(value.second); })
                       ? kCall
                       : 0;
          },
          [](const Aggregate& op) { return op.keys.empty() || op.in_runs ? 0 : kHashed; },
          [](const Distinct& op) { return op.in_runs ? 0 : kHashed; },
          [](const Sort&) { return kSorted; },
          [](const auto&) { return 0.0; },
      },
      node.op);
}

double work_of(const Node& node) {
  if (node.children.empty()) return node.cost;
  const Node& child = *node.children[0];
  return row_cost(node) * child.rows + std::max(0.0, node.cost - child.cost) +
         with_stack([&] { return work_of(child); });
}

}  // namespace dossier::plan

// SPDX-License-Identifier: Apache-2.0
#include "engine/plan/early_distinct.h"

#include <algorithm>
#include <utility>

#include "engine/algebra/overloaded.h"
#include "engine/plan/parallel_parts.h"
#include "engine/plan/pattern.h"
#include "engine/plan/planner.h"
#include "model/stack.h"

namespace dossier::plan {
namespace {

bool are_free(const std::vector<ast::Expression>& expressions) {
  return std::all_of(expressions.begin(), expressions.end(), is_free);
}

bool ignores_equal_rows(const algebra::Aggregation& aggregation) {
  const ast::Aggregate& aggregate = aggregation.aggregate;
  using enum ast::AggregateFunction;
  if (!aggregate.argument || !is_free(**aggregate.argument)) return false;
  return aggregate.function == min || aggregate.function == max ||
         (aggregate.function == count && aggregate.distinct);
}

/// Rows that agree in the columns follow each other, and there may be some that do: of a scan, when
/// it leaves out a variable.
bool has_equal_neighbours(const Node& node) {
  const SlotSet slots = slots_of(node.layout);
  if (std::holds_alternative<Distinct>(node.op)) return false;
  if (slots.empty() || !come_together(node.order, slots)) return false;
  const auto* scan = std::get_if<Scan>(&node.op);
  return scan == nullptr || slots_of(scan->pattern).size() > slots.size();
}

/// What reads the rows makes the same of them without those that equal others.
void thin(Node& node);

void thin_child(Node& node, std::size_t number) {
  NodePtr& child = node.children[number];
  with_stack([&] { thin(*child); });
  if (has_equal_neighbours(*child)) child = over(Distinct{true}, std::move(child));
}

void thin(Node& node) {
  const auto below = [&node] { with_stack([&] { thin(*node.children[0]); }); };
  std::visit(Overloaded{
                 [&](const Project&) { below(); },
                 [&](const Parallel&) { below(); },
                 [&](const Filter& op) {
                   if (are_free(op.conditions)) below();
                 },
                 [&](const IndexJoin&) { thin_child(node, 0); },
                 [&](const SemiJoin&) { thin_child(node, 0); },
                 [&](const MergeJoin&) {
                   thin_child(node, 0);
                   thin_child(node, 1);
                 },
                 [&](const HashJoin& op) {
                   if (!are_free(op.conditions)) return;
                   thin_child(node, 0);
                   thin_child(node, 1);
                 },
                 [](const auto&) {},
             },
             node.op);
}

}  // namespace

void drop_equal_rows(Node& root) {
  for (const NodePtr& child : root.children) with_stack([&] { drop_equal_rows(*child); });
  std::visit(
      Overloaded{
          [&](const Distinct&) { thin(*root.children[0]); },
          [&](const SemiJoin&) { thin(*root.children[1]); },
          [&](const Aggregate& op) {
            if (std::all_of(op.aggregations.begin(), op.aggregations.end(), ignores_equal_rows))
              thin(*root.children[0]);
          },
          [](const auto&) {},
      },
      root.op);
}

}  // namespace dossier::plan

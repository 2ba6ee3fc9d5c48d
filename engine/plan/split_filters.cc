// SPDX-License-Identifier: Apache-2.0
// Filter splitting: a conjunction becomes several conditions, which can go different ways. Right
// because a filter drops a row alike for false and for an error.
#include <utility>
#include <vector>

#include "engine/algebra/walk.h"
#include "engine/plan/passes.h"
#include "model/stack.h"

namespace dossier::plan {

namespace {

void split(ast::Expression expression, std::vector<ast::Expression>& conditions) {
  auto* operation = std::get_if<ast::Operation>(&expression.node);
  if (operation == nullptr || operation->op != ast::Operator::logical_and) {
    conditions.push_back(std::move(expression));
    return;
  }
  std::vector<ast::Expression> operands = std::move(operation->operands);
  with_stack([&] {
    for (ast::Expression& operand : operands) split(std::move(operand), conditions);
  });
}

void split_all(std::vector<ast::Expression>& conditions) {
  std::vector<ast::Expression> result;
  for (ast::Expression& condition : conditions) split(std::move(condition), result);
  conditions = std::move(result);
}

}  // namespace

void split_filters(algebra::Node& root, const PassContext& context) {
  if (auto* filter = std::get_if<algebra::Filter>(&root.node)) split_all(filter->conditions);
  if (auto* join = std::get_if<algebra::LeftJoin>(&root.node)) split_all(join->conditions);
  algebra::each_child(root, [&context](algebra::Node& child) { split_filters(child, context); });
}

}  // namespace dossier::plan

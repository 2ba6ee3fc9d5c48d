// SPDX-License-Identifier: Apache-2.0
// Constant folding: what reads no variable is computed once.
#include <algorithm>
#include <array>

#include "engine/algebra/walk.h"
#include "engine/functions/function.h"
#include "engine/plan/passes.h"
#include "engine/runtime/batch.h"

namespace dossier::plan {

namespace {

/// Functions whose value may differ from call to call: those of the application, too.
bool is_volatile(const ast::Expression& expression) {
  if (const auto* by_iri = std::get_if<ast::FunctionCall>(&expression.node))
    return functions::find_iri_function(by_iri->function.value()) == nullptr;
  const auto* call = std::get_if<ast::BuiltinCall>(&expression.node);
  if (call == nullptr) return false;
  constexpr std::array kVolatile = {ast::Builtin::rand, ast::Builtin::bnode, ast::Builtin::uuid,
                                    ast::Builtin::struuid};
  return std::find(kVolatile.begin(), kVolatile.end(), call->function) != kVolatile.end();
}

bool is_constant(const ast::Expression& expression) {
  bool constant = true;
  algebra::each_expression(expression, [&constant](const ast::Expression& part) {
    constant = constant && !is_volatile(part) &&
               !std::holds_alternative<ast::Variable>(part.node) &&
               !std::holds_alternative<ast::Aggregate>(part.node);
  });
  return constant;
}

void fold(ast::Expression& expression, const PassContext& context) {
  if (std::holds_alternative<Term>(expression.node) ||
      std::holds_alternative<ast::Variable>(expression.node))
    return;
  if (!is_constant(expression)) {
    algebra::each_part(expression, [&context](ast::Expression& part) { fold(part, context); });
    return;
  }
  Batch batch{Layout{}};
  batch.resize(1);
  std::array<TermId, 1> value{};
  compile(expression, context.variables, context.expressions).evaluate(batch, value);
  // An error stays an expression: it has no term.
  if (value[0]) expression.node = context.expressions.terms().term(value[0]);
}

void visit(algebra::Node& node, const PassContext& context) {
  algebra::each_own_expression(node, [&context](ast::Expression& e) { fold(e, context); });
  algebra::each_child(node, [&context](algebra::Node& child) { visit(child, context); });
}

}  // namespace

void fold_constants(algebra::Node& root, const PassContext& context) { visit(root, context); }

}  // namespace dossier::plan

// SPDX-License-Identifier: Apache-2.0
#include "parser/sparql/ungrouped.h"

#include <fmt/format.h>

#include <vector>

#include "model/stack.h"

namespace dossier::sparql {
namespace {

const VariableSet kNone;

/// Visits the kinds of expression; patterns of EXISTS have a scope of their own.
class GroupedCheck {
 public:
  GroupedCheck(const Context& context, const VariableSet& keys, const VariableSet& aliases)
      : context_(context), keys_(keys), aliases_(aliases) {}

  void check(const ast::Expression& expression) {
    if (const auto* variable = std::get_if<ast::Variable>(&expression.node)) {
      if (keys_.contains(variable->name) || context_.parameters.contains(variable->name)) return;
      if (aliases_.contains(variable->name)) fail_alias(variable->name, expression.offset.bytes);
      fail_ungrouped(context_, variable->name, expression.offset.bytes);
    }
    with_stack([&] { std::visit([this](const auto& node) { parts(node); }, expression.node); });
  }

 private:
  void parts(const std::vector<ast::Expression>& expressions) {
    for (const ast::Expression& expression : expressions) check(expression);
  }
  void parts(const ast::Operation& operation) { parts(operation.operands); }
  void parts(const ast::BuiltinCall& call) { parts(call.arguments); }
  void parts(const ast::FunctionCall& call) { parts(call.arguments); }
  void parts(const ast::TripleExpression& triple) {
    check(*triple.subject);
    check(*triple.predicate);
    check(*triple.object);
  }
  void parts(const ast::Variable&) {}
  void parts(const Term&) {}
  void parts(const ast::Exists&) {}
  void parts(const ast::Aggregate&) {}

  [[noreturn]] void fail_alias(const std::string& variable, std::uint32_t offset) const {
    context_.fail(offset,
                  fmt::format("the variable ?{} is computed by SELECT, after HAVING: repeat "
                              "its expression here",
                              variable));
  }

  const Context& context_;
  const VariableSet& keys_;
  const VariableSet& aliases_;  ///< known by name, but only later
};

}  // namespace

void check_grouped(const Context& context, const ast::Expression& expression,
                   const VariableSet& keys) {
  GroupedCheck(context, keys, kNone).check(expression);
}

void check_having(const Context& context, const ast::SolutionModifier& modifier,
                  const VariableSet& keys, const VariableSet& aliases) {
  for (const ast::Expression& condition : modifier.having)
    GroupedCheck(context, keys, aliases).check(condition);
}

void check_order(const Context& context, const ast::SolutionModifier& modifier,
                 const VariableSet& keys, const VariableSet& aliases) {
  VariableSet known = keys;
  known.insert(aliases.begin(), aliases.end());
  for (const ast::OrderCondition& condition : modifier.order_by)
    GroupedCheck(context, known, kNone).check(condition.expression);
}

void fail_ungrouped(const Context& context, const std::string& variable, std::uint32_t offset) {
  context.fail(
      offset,
      fmt::format("the variable ?{} is neither in GROUP BY nor inside an aggregate", variable));
}

}  // namespace dossier::sparql

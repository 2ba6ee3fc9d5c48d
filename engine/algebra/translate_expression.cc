// SPDX-License-Identifier: Apache-2.0
// Expressions: variables renamed to their scope, parameters put in, EXISTS and aggregates (section
// 18.2.4.1) taken out into variables.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "dossier/error.h"
#include "engine/algebra/overloaded.h"
#include "engine/algebra/translator.h"
#include "model/stack.h"

namespace dossier::algebra {

ast::Expression Translator::variable_of(Slot slot, ast::Offset offset) const {
  return {ast::Variable{variables_.name(slot)}, offset};
}

ast::Expression Translator::expression(const ast::Expression& expression, Marks& marks,
                                       Grouping* grouping) {
  work(kPatternWork);
  made(sizeof(ast::Expression));
  if (grouping != nullptr) {
    work(grouping->keys.size());
    for (const auto& [key, slot] : grouping->keys) {
      if (key == expression) return variable_of(slot, expression.offset);
    }
  }
  return std::visit(
      Overloaded{
          [&](const ast::Variable& name) { return variable(name, expression.offset, grouping); },
          [&](const ast::Exists& node) { return exists(node, expression.offset, marks); },
          [&](const ast::Aggregate& node) {
            if (grouping == nullptr)
              throw Error(ErrorCode::syntax, "an aggregate cannot stand here");
            return aggregate(node, expression.offset, *grouping);
          },
          [&](const auto&) {
            return with_stack([&] { return children(expression, marks, grouping); });
          },
      },
      expression.node);
}

ast::Expression Translator::variable(const ast::Variable& variable, ast::Offset offset,
                                     Grouping* grouping) {
  if (const Term* term = parameter(variable.name)) return {*term, offset};
  const Slot own = slot(variable.name);
  if (grouping == nullptr) return variable_of(own, offset);
  const bool computed =
      std::any_of(grouping->keys.begin(), grouping->keys.end(),
                  [own](const auto& key) { return key.second == own; }) ||
      std::find(grouping->aliases.begin(), grouping->aliases.end(), own) != grouping->aliases.end();
  if (computed) return variable_of(own, offset);
  ast::Aggregate sample;
  sample.function = ast::AggregateFunction::sample;
  sample.argument = Box<ast::Expression>(variable_of(own, offset));
  return variable_of(aggregation(std::move(sample), *grouping), offset);
}

ast::Expression Translator::exists(const ast::Exists& exists, ast::Offset offset, Marks& marks) {
  const Slot result = variables_.fresh("exists");
  const bool outside = std::exchange(in_exists_, true);
  marks.emplace_back(result, group(*exists.pattern));
  in_exists_ = outside;
  ast::Expression found = variable_of(result, offset);
  if (!exists.negated) return found;
  return {ast::Operation{ast::Operator::logical_not, {std::move(found)}}, offset};
}

ast::Expression Translator::aggregate(const ast::Aggregate& aggregate, ast::Offset offset,
                                      Grouping& grouping) {
  ast::Aggregate inner = aggregate;
  if (aggregate.argument)
    inner.argument = Box<ast::Expression>(expression(**aggregate.argument, grouping.marks));
  return variable_of(aggregation(std::move(inner), grouping), offset);
}

Slot Translator::aggregation(ast::Aggregate aggregate, Grouping& grouping) {
  work(grouping.aggregations.size());
  for (const Aggregation& known : grouping.aggregations) {
    if (known.aggregate == aggregate) return known.result;
  }
  const Slot result = variables_.fresh("aggregate");
  grouping.aggregations.push_back({result, std::move(aggregate)});
  return result;
}

ast::Expression Translator::children(const ast::Expression& expression, Marks& marks,
                                     Grouping* grouping) {
  const auto all = [&](const std::vector<ast::Expression>& parts) {
    Parts<ast::Expression> result;
    result.reserve(parts.size());
    for (const ast::Expression& part : parts)
      result.push_back(this->expression(part, marks, grouping));
    return result;
  };
  const auto one = [&](const Box<ast::Expression>& part) {
    return Box<ast::Expression>(this->expression(*part, marks, grouping));
  };
  return std::visit(
      Overloaded{
          [&](const ast::Operation& node) -> ast::Expression {
            return {ast::Operation{node.op, all(node.operands)}, expression.offset};
          },
          [&](const ast::BuiltinCall& node) -> ast::Expression {
            ast::BuiltinCall call{node.function, all(node.arguments)};
            // BOUND wants a variable; one the caller has bound is bound.
            if (node.function == ast::Builtin::bound &&
                std::holds_alternative<Term>(call.arguments.front().node))
              return {Term::boolean(true), expression.offset};
            return {std::move(call), expression.offset};
          },
          [&](const ast::FunctionCall& node) -> ast::Expression {
            return {ast::FunctionCall{node.function, node.distinct, all(node.arguments)},
                    expression.offset};
          },
          [&](const ast::TripleExpression& node) -> ast::Expression {
            return {ast::TripleExpression{one(node.subject), one(node.predicate), one(node.object)},
                    expression.offset};
          },
          [&](const auto&) -> ast::Expression { return expression; },
      },
      expression.node);
}

}  // namespace dossier::algebra

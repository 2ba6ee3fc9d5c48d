// SPDX-License-Identifier: Apache-2.0
#include "parser/sparql/expressions.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <utility>
#include <vector>

#include "dossier/error.h"
#include "model/stack.h"
#include "parser/sparql/calls.h"
#include "parser/sparql/patterns.h"
#include "parser/sparql/terms.h"

namespace dossier::sparql {
namespace {

using ast::Expression;
using ast::Operator;

Expression operation(Operator op, std::vector<Expression> operands, Syntax at) {
  return {ast::Operation{op, std::move(operands)}, {at.offset()}};
}

Expression binary(Operator op, Expression left, Expression right, Syntax at) {
  std::vector<Expression> operands;
  operands.push_back(std::move(left));
  operands.push_back(std::move(right));
  return operation(op, std::move(operands), at);
}

/// || and && may be grouped at will (their truth tables are associative, errors included).
Expression balanced(Operator op, std::span<Expression> operands, Syntax at) {
  if (operands.size() == 1) return std::move(operands[0]);
  const std::size_t left = (operands.size() + 1) / 2;
  return binary(op, balanced(op, operands.first(left), at),
                balanced(op, operands.subspan(left), at), at);
}

Expression to_logical(Context& context, Operator op, Syntax node) {
  std::vector<Expression> operands = to_expressions(context, node);
  return balanced(op, operands, node);
}

Operator to_operator(Syntax node) {
  static constexpr std::array<std::pair<std::string_view, Operator>, 10> kOperators = {{
      {"=", Operator::equal},
      {"!=", Operator::not_equal},
      {"<=", Operator::less_equal},
      {">=", Operator::greater_equal},
      {"<", Operator::less},
      {">", Operator::greater},
      {"+", Operator::add},
      {"-", Operator::subtract},
      {"*", Operator::multiply},
      {"/", Operator::divide},
  }};
  const auto starts = [&](const auto& entry) { return node.text().starts_with(entry.first); };
  return std::find_if(kOperators.begin(), kOperators.end(), starts)->second;
}

Expression to_relational(Context& context, Syntax node) {
  auto child = node.begin();
  Expression left = to_expression(context, *child);
  const Syntax next = *++child;
  if (next.is(Kind::RelationalOperator)) {
    return binary(to_operator(next), std::move(left), to_expression(context, *++child), node);
  }
  const Operator op = next.is(Kind::InList) ? Operator::in : Operator::not_in;
  std::vector<Expression> operands = to_expressions(context, next.child());
  operands.insert(operands.begin(), std::move(left));
  return operation(op, std::move(operands), node);
}

void check_chain(const Context& context, std::size_t length, Syntax at) {
  if (length <= context.max_nesting) return;
  throw Error::in_text(
      ErrorCode::limit,
      fmt::format("more than {} arithmetic operators in a row", context.max_nesting), context.text,
      at.offset());
}

/// "?x -1 * 2" is ?x - (1 * 2): the sign of the number is the operator.
Expression to_signed_operand(Context& context, Syntax node, Operator& op);

/// Operand, then operator and operand any number of times, leaning to the left.
Expression to_chain(Context& context, Syntax node) {
  auto child = node.begin();
  Expression result = to_expression(context, *child);
  std::size_t length = 0;
  for (++child; child != node.end(); ++child) {
    check_chain(context, ++length, *child);
    Operator op = Operator::add;
    if ((*child).is(Kind::SignedOperand)) {
      Expression right = to_signed_operand(context, *child, op);
      result = binary(op, std::move(result), std::move(right), node);
    } else {
      op = to_operator(*child);
      result = binary(op, std::move(result), to_expression(context, *++child), node);
    }
  }
  return result;
}

Expression to_signed_operand(Context& context, Syntax node, Operator& op) {
  auto child = node.begin();
  const Term number = to_literal(context, *child);
  op = number.value()[0] == '-' ? Operator::subtract : Operator::add;
  Expression result{Term::typed(number.value().substr(1), std::string(number.datatype())),
                    {node.offset()}};
  std::size_t length = 0;
  for (++child; child != node.end(); ++child) {
    check_chain(context, ++length, *child);
    const Operator inner = to_operator(*child);
    result = binary(inner, std::move(result), to_expression(context, *++child), node);
  }
  return result;
}

Expression to_unary(Context& context, Operator op, Syntax node) {
  std::vector<Expression> operands;
  operands.push_back(to_expression(context, node.child()));
  return operation(op, std::move(operands), node);
}

Expression to_exists(Context& context, Syntax node, bool negated) {
  return {ast::Exists{negated, to_group(context, node.child()).pattern}, {node.offset()}};
}

Expression node_expression(ast::Node node, Syntax at) {
  if (auto* variable = std::get_if<ast::Variable>(&node))
    return {std::move(*variable), {at.offset()}};
  if (auto* term = std::get_if<Term>(&node)) return {std::move(*term), {at.offset()}};
  auto& triple = *std::get<Box<ast::TripleTermPattern>>(node);
  return with_stack([&]() -> Expression {
    return {ast::TripleExpression{node_expression(std::move(triple.subject), at),
                                  node_expression(std::move(triple.predicate), at),
                                  node_expression(std::move(triple.object), at)},
            {at.offset()}};
  });
}

Expression expression_of(Context& context, Syntax node) {
  switch (node.kind()) {
    case Kind::Or:
      return to_logical(context, Operator::logical_or, node);
    case Kind::And:
      return to_logical(context, Operator::logical_and, node);
    case Kind::Relational:
      return to_relational(context, node);
    case Kind::Additive:
    case Kind::Multiplicative:
      return to_chain(context, node);
    case Kind::UnaryNot:
      return to_unary(context, Operator::logical_not, node);
    case Kind::UnaryPlus:
      return to_unary(context, Operator::unary_plus, node);
    case Kind::UnaryMinus:
      return to_unary(context, Operator::unary_minus, node);
    case Kind::FunctionCall:
      return to_function_call(context, node);
    case Kind::BuiltInCall:
      return to_builtin_call(context, node);
    case Kind::Aggregate:
      return to_aggregate(context, node);
    case Kind::Exists:
      return to_exists(context, node, false);
    case Kind::NotExists:
      return to_exists(context, node, true);
    default:
      return node_expression(to_node(context, node), node);
  }
}

}  // namespace

std::vector<ast::Expression> to_expressions(Context& context, Syntax parent) {
  std::vector<Expression> expressions;
  for (const Syntax child : parent) {
    const bool argument = !child.is(Kind::Distinct) && !child.is(Kind::Nil);
    if (argument) expressions.push_back(to_expression(context, child));
  }
  return expressions;
}

Expression to_expression(Context& context, Syntax node) {
  context.made(sizeof(Expression));
  return with_stack([&] { return expression_of(context, node); });
}

}  // namespace dossier::sparql

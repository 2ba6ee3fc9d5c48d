// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "tests/differential/generator.h"

namespace dossier::naive {

using ast::Builtin;
using ast::Operator;

namespace {

const std::vector<std::string> kVariables = {"x", "y", "z", "w", "v"};

}  // namespace

ast::Variable ExpressionGenerator::variable() {
  return {kVariables[below(is_focused() ? 3 : kVariables.size())]};
}

ast::Expression ExpressionGenerator::operation(Operator op, std::vector<ast::Expression> operands) {
  return of(ast::Operation{op, std::move(operands)});
}

ast::Expression ExpressionGenerator::call(Builtin function,
                                          std::vector<ast::Expression> arguments) {
  return of(ast::BuiltinCall{function, std::move(arguments)});
}

ast::Expression ExpressionGenerator::expression(int depth) {
  if (depth == 0) return chance(65) ? of(variable()) : of(chance(70) ? literal() : node_iri());
  switch (below(11)) {
    case 0:
      return operation(
          static_cast<Operator>(static_cast<int>(Operator::add) + static_cast<int>(below(4))),
          {expression(depth - 1), expression(depth - 1)});
    case 1:
      return call(pick<Builtin>({Builtin::str, Builtin::datatype, Builtin::lang}),
                  {expression(depth - 1)});
    case 2:
      return call(Builtin::coalesce, {expression(depth - 1), expression(depth - 1)});
    case 3:
      return call(Builtin::if_,
                  {condition(depth - 1), expression(depth - 1), expression(depth - 1)});
    case 4:
      return condition(depth);
    case 5:
      return operation(chance(50) ? Operator::unary_minus : Operator::unary_plus, {of(variable())});
    case 6:
      return regular_expression();
    case 8:
      return call(pick<Builtin>({Builtin::concat, Builtin::contains}),
                  {expression(depth - 1), expression(depth - 1)});
    case 9:
      return call(pick<Builtin>({Builtin::strlen, Builtin::ucase}), {expression(depth - 1)});
    default:
      return expression(0);
  }
}

ast::Expression ExpressionGenerator::condition(int depth) {
  if (depth > 0) {
    switch (below(7)) {
      case 0:
        return operation(chance(50) ? Operator::logical_or : Operator::logical_and,
                         {condition(depth - 1), condition(depth - 1)});
      case 1:
        return operation(Operator::logical_not, {condition(depth - 1)});
      case 2:
      case 3:
        return exists(depth);
      default:
        break;
    }
  }
  return simple_condition(depth);
}

ast::Expression ExpressionGenerator::simple_condition(int depth) {
  switch (below(8)) {
    case 0:
      return call(Builtin::bound, {of(variable())});
    case 1:
      return operation(chance(70) ? Operator::in : Operator::not_in,
                       {of(variable()), expression(0), expression(0)});
    case 2:
      return call(
          pick<Builtin>({Builtin::isiri, Builtin::isblank, Builtin::isliteral, Builtin::isnumeric}),
          {of(variable())});
    case 3:
    case 4:
      return equality();
    case 5:
      return regular_expression();
    default:
      return operation(
          static_cast<Operator>(static_cast<int>(Operator::equal) + static_cast<int>(below(6))),
          {expression(depth > 0 ? depth - 1 : 0), expression(0)});
  }
}

ast::Expression ExpressionGenerator::equality() {
  std::vector<ast::Expression> sides;
  sides.push_back(of(!near_.empty() && chance(75) ? pick(near_) : variable()));
  if (chance(15)) {
    sides.push_back(of(variable()));
  } else if (!known_.empty() && chance(60)) {
    sides.push_back(of(pick(known_)));
  } else {
    sides.push_back(of(chance(75) ? node_iri() : literal()));
  }
  if (chance(30)) std::swap(sides[0], sides[1]);
  if (chance(30)) return call(Builtin::sameterm, std::move(sides));
  return operation(Operator::equal, std::move(sides));
}

ast::Expression ExpressionGenerator::regular_expression() {
  const auto text = [this](const std::vector<const char*>& from) {
    return of(Term::string(pick(from)));
  };
  std::vector<ast::Expression> arguments;
  arguments.push_back(chance(60) ? of(variable()) : call(Builtin::str, {of(variable())}));
  arguments.push_back(chance(80) ? text({"a", "^a", "A", "[0-9]", "n.$", "r n", "a+", "[z-a]", "(a",
                                         "a{2,1}", "*", "a\\", "[a"})
                                 : expression(0));
  const bool replaces = chance(30);
  if (replaces) arguments.push_back(text({"b", "", "$0$0", "$"}));
  if (chance(40)) arguments.push_back(text({"", "i", "x", "q", "y", "ig"}));
  return call(replaces ? Builtin::replace : Builtin::regex, std::move(arguments));
}

ast::Expression ExpressionGenerator::exists(int depth) {
  return of(ast::Exists{chance(40), exists_pattern(depth)});
}

ast::Expression ExpressionGenerator::aggregate() {
  if (chance(20)) {
    ast::Aggregate extreme;
    extreme.function = chance(50) ? ast::AggregateFunction::min : ast::AggregateFunction::max;
    extreme.argument = call(Builtin::str, {of(variable())});
    return of(std::move(extreme));
  }
  ast::Aggregate aggregate;
  aggregate.function = pick<ast::AggregateFunction>(
      {ast::AggregateFunction::count, ast::AggregateFunction::sum, ast::AggregateFunction::avg});
  aggregate.distinct = chance(40);
  if (aggregate.function != ast::AggregateFunction::count || chance(60))
    aggregate.argument = expression(chance(70) ? 0 : 1);
  return of(std::move(aggregate));
}

}  // namespace dossier::naive

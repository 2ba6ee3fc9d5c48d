// SPDX-License-Identifier: Apache-2.0
#include "engine/sql/expression.h"

#include <fmt/format.h>

#include "dossier/error.h"
#include "engine/algebra/overloaded.h"
#include "engine/functions/function.h"
#include "engine/sql/compare.h"
#include "model/stack.h"

namespace dossier::sql {

using fmt::format;

void refuse(const std::string& what) {
  throw Error(ErrorCode::unsupported, "not possible in SQL: " + what);
}

namespace {

/// A part of a value that grows beyond this would double a few more times and fill the memory.
constexpr std::size_t kLargestValue = std::size_t{1} << 20;

Value checked(Value value) {
  std::size_t bytes = value.kind_sql.size();
  for (const std::string* part : {&value.lexical, &value.datatype, &value.language, &value.rank,
                                  &value.exact, &value.approx, &value.truth, &value.day})
    bytes += part->size();
  if (bytes > kLargestValue)
    throw Error(ErrorCode::limit,
                format("an expression takes more than {} bytes of SQL: compute its parts by BIND",
                       kLargestValue));
  return value;
}

}  // namespace

Value ExpressionCompiler::compile(const ast::Expression& expression) {
  return checked(with_stack([&] {
    return std::visit(
        Overloaded{
            [&](const ast::Variable& node) { return variable(node); },
            [&](const Term& term) { return values_.constant(term); },
            [&](const ast::Operation& node) { return operation(node); },
            [&](const ast::BuiltinCall& node) { return call(node); },
            [&](const ast::FunctionCall& node) { return call(node); },
            [&](const ast::TripleExpression& node) {
              return triple(*node.subject, *node.predicate, *node.object);
            },
            [&](const ast::Exists&) -> Value { refuse("EXISTS at this place"); },
            [&](const ast::Aggregate&) -> Value { refuse("an aggregate at this place"); },
        },
        expression.node);
  }));
}

std::string ExpressionCompiler::condition(const ast::Expression& expression) {
  return values_.truth(compile(expression));
}

Value ExpressionCompiler::variable(const ast::Variable& variable) const {
  const auto slot = variables_.find(variable.name);
  return slot ? lookup_(*slot) : Values::error();
}

Value ExpressionCompiler::logical(const ast::Operation& operation, std::string_view word) {
  const std::string left = condition(operation.operands[0]);
  return values_.boolean(format("({} {} {})", left, word, condition(operation.operands[1])));
}

Value ExpressionCompiler::membership(const ast::Operation& operation, bool negated) {
  const Value needle = compile(operation.operands[0]);
  std::string any;
  for (std::size_t i = 1; i < operation.operands.size(); ++i)
    any += (any.empty() ? "" : " OR ") + equal(values_, needle, compile(operation.operands[i]));
  if (any.empty()) any = "FALSE";
  return values_.boolean(negated ? format("(NOT ({}))", any) : format("({})", any));
}

Value ExpressionCompiler::operation(const ast::Operation& operation) {
  using enum ast::Operator;
  const auto operand = [&](std::size_t i) { return compile(operation.operands[i]); };
  const auto compared = [&](std::string_view op) {
    const Value a = operand(0);
    return values_.boolean(ordered(values_, a, op, operand(1)));
  };
  switch (operation.op) {
    case logical_or:
      return logical(operation, "OR");
    case logical_and:
      return logical(operation, "AND");
    case logical_not:
      return values_.boolean(format("(NOT {})", condition(operation.operands[0])));
    case equal:
    case not_equal: {
      const Value a = operand(0);
      const std::string same = sql::equal(values_, a, operand(1));
      return values_.boolean(operation.op == equal ? same : format("(NOT {})", same));
    }
    case less:
      return compared("<");
    case greater:
      return compared(">");
    case less_equal:
      return compared("<=");
    case greater_equal:
      return compared(">=");
    case in:
      return membership(operation, false);
    case not_in:
      return membership(operation, true);
    case unary_plus:
      return arithmetic(values_, add, values_.constant(Term::integer(0)), operand(0));
    case unary_minus:
      return arithmetic(values_, subtract, values_.constant(Term::integer(0)), operand(0));
    default:
      break;
  }
  const Value a = operand(0);
  return arithmetic(values_, operation.op, a, operand(1));
}

Value ExpressionCompiler::coalesce(const Arguments& arguments) const {
  if (arguments.empty()) return Values::error();
  Value result = arguments.back();
  for (std::size_t i = arguments.size() - 1; i-- > 0;)
    result = values_.choice(is_bound(arguments[i]), arguments[i], result);
  return result;
}

Value ExpressionCompiler::call(const ast::BuiltinCall& call) {
  using enum ast::Builtin;
  if (call.function == regex || call.function == replace) return regular(call);
  if (call.function == subject || call.function == predicate || call.function == object)
    return part_of_triple(call);
  if (call.function == ast::Builtin::triple)
    return this->triple(call.arguments[0], call.arguments[1], call.arguments[2]);
  Arguments arguments;
  for (const ast::Expression& argument : call.arguments) arguments.push_back(compile(argument));
  if (call.function == ast::Builtin::coalesce) return this->coalesce(arguments);
  if (call.function == if_) {
    const std::string condition = values_.truth(arguments[0]);
    // An error of the condition is one of the whole.
    const Value chosen = values_.choice(condition, arguments[1], arguments[2]);
    return values_.choice(format("({} IS NOT NULL)", condition), chosen, Values::error());
  }
  bool known = true;
  Value value = made_term(call.function, arguments, known);
  if (!known && !arguments.empty()) value = term_test(call.function, arguments, known = true);
  if (!known && !arguments.empty()) value = term_part(call.function, arguments, known = true);
  if (!known) value = text_function(call.function, arguments, known = true);
  if (!known) value = number_function(call.function, arguments, known = true);
  if (!known) value = time_function(call.function, arguments, known = true);
  if (known) return value;
  const functions::Function* function = functions::find_function(call.function);
  refuse(format("the function {}", function != nullptr ? function->name : "of this name"));
}

Value ExpressionCompiler::triple(const ast::Expression& subject, const ast::Expression& predicate,
                                 const ast::Expression& object) {
  const Value s = compile(subject);
  const Value p = compile(predicate);
  const Value o = compile(object);
  Value value;
  value.kind = Value::Kind::triple;
  value.kind_sql =
      format("CASE WHEN {} IN ('iri', 'blank') AND {} = 'iri' AND {} IS NOT NULL THEN 'triple' END",
             s.kind_sql, p.kind_sql, o.kind_sql);
  value.lexical = format("'<<( ' || {} || ' ' || {} || ' ' || {} || ' )>>'", values_.ntriples(s),
                         values_.ntriples(p), values_.ntriples(o));
  return value;
}

namespace {

/// Doubles divided by zero are infinite, decimals are an error; engines differ about both.
Value quotient(const Values& values, const Value& a, const Value& b) {
  const std::string rank =
      format("CASE WHEN {0} <> 0 OR greatest({1}, {2}) > 2 THEN greatest({1}, {2}, 2) END",
             b.approx, a.rank, b.rank);
  const std::string approx = format(
      "CASE WHEN {1} <> 0 THEN {0} / {1} WHEN {1} IS NULL THEN NULL WHEN {0} = 0 OR isnan({0}) "
      "THEN "
      "CAST('NaN' AS DOUBLE) WHEN {0} > 0 THEN CAST('Infinity' AS DOUBLE) WHEN {0} < 0 THEN "
      "CAST('-Infinity' AS DOUBLE) END",
      a.approx, b.approx);
  const bool exact = !a.exact.empty() && !b.exact.empty();
  return values.number(rank, exact ? values.dialect().quotient(a.exact, b.exact) : "", approx);
}

}  // namespace

// Each part is made of the same parts of the operands, once each, so that sums stay short. The rank
// alone doesn't say that there is a number: greatest() leaves NULL out. The double does.
Value arithmetic(const Values& values, ast::Operator op, const Value& a, const Value& b) {
  if (a.rank.empty() || b.rank.empty()) return Values::error();
  if (op == ast::Operator::divide) return quotient(values, a, b);
  const char* sign = op == ast::Operator::add ? "+" : op == ast::Operator::subtract ? "-" : "*";
  std::string exact;
  if (!a.exact.empty() && !b.exact.empty())
    exact = op == ast::Operator::multiply
                ? values.dialect().product(a.exact, b.exact)
                : format("TRY_CAST({} {} {} AS DECIMAL(38, 18))", a.exact, sign, b.exact);
  return values.number(format("greatest({}, {})", a.rank, b.rank), exact,
                       format("({} {} {})", a.approx, sign, b.approx));
}

}  // namespace dossier::sql

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>
#include <set>
#include <stdexcept>

#include "model/vocabulary.h"
#include "model/xsd/decimal.h"
#include "tests/differential/naive_expression.h"

namespace dossier::naive {

bool is_string(const Term& t) { return t.is_literal() && t.datatype() == vocabulary::xsd::kString; }

bool is_text(const Term& term) { return is_string(term) || !term.language().empty(); }

Term with_text(const Term& like, const std::string& text) {
  if (like.language().empty()) return Term::string(text);
  return Term::lang(text, std::string(like.language()));
}

namespace {

using ast::Operator;
using xsd::Decimal;
namespace voc = vocabulary::xsd;

std::optional<Decimal> number(const Term& term) {
  if (!term.is_literal()) return std::nullopt;
  if (term.datatype() != voc::kInteger && term.datatype() != voc::kDecimal) return std::nullopt;
  return Decimal::parse(term.value());
}

Value numeric(const Decimal& value, bool integer) {
  return Term::typed(value.to_string(), std::string(integer ? voc::kInteger : voc::kDecimal));
}

bool is_integer(const Term& term) { return term.datatype() == voc::kInteger; }
bool is_boolean(const Term& t) { return t.is_literal() && t.datatype() == voc::kBoolean; }

Value arithmetic(Operator op, const Term& a, const Term& b) {
  const auto x = number(a), y = number(b);
  if (!x || !y) return std::nullopt;
  const bool integers = is_integer(a) && is_integer(b);
  switch (op) {
    case Operator::add:
      return numeric(*x + *y, integers);
    case Operator::subtract:
      return numeric(*x - *y, integers);
    case Operator::multiply:
      return numeric(*x * *y, integers);
    default:
      break;
  }
  const auto quotient = divide(*x, *y);
  return quotient ? numeric(*quotient, false) : std::nullopt;
}

/// RDFterm-equal (section 17.4.1.7): unequal literals of types it does not know are an error.
std::optional<bool> equal(const Term& a, const Term& b) {
  if (const auto x = number(a), y = number(b); x && y) return *x == *y;
  if (a == b) return true;
  if (!a.is_literal() || !b.is_literal()) return false;
  const auto known = [](const Term& t) {
    return number(t) || is_string(t) || is_boolean(t) || !t.language().empty();
  };
  if (known(a) && known(b)) return false;
  return std::nullopt;
}

std::optional<int> order(const Term& a, const Term& b) {
  const auto sign = [](auto comparison) { return comparison < 0 ? -1 : comparison > 0 ? 1 : 0; };
  if (const auto x = number(a), y = number(b); x && y) return sign(*x <=> *y);
  if (is_string(a) && is_string(b)) return sign(a.value() <=> b.value());
  if (is_boolean(a) && is_boolean(b)) return sign(a.value() <=> b.value());
  return std::nullopt;
}

Value boolean(std::optional<bool> value) {
  return value ? Value(Term::boolean(*value)) : std::nullopt;
}

Value compare(Operator op, const Term& a, const Term& b) {
  if (op == Operator::equal) return boolean(equal(a, b));
  if (op == Operator::not_equal) {
    const auto same = equal(a, b);
    return boolean(same ? std::optional(!*same) : std::nullopt);
  }
  const auto sign = order(a, b);
  if (!sign) return std::nullopt;
  switch (op) {
    case Operator::less:
      return Term::boolean(*sign < 0);
    case Operator::greater:
      return Term::boolean(*sign > 0);
    case Operator::less_equal:
      return Term::boolean(*sign <= 0);
    default:
      return Term::boolean(*sign >= 0);
  }
}

Value aggregate(const ast::Aggregate& call, const Scope& scope) {
  if (scope.group == nullptr) throw std::logic_error("aggregate outside of a group");
  if (!call.argument) {
    std::set<Solution> different(scope.group->begin(), scope.group->end());
    const std::size_t rows = call.distinct ? different.size() : scope.group->size();
    return Term::integer(static_cast<std::int64_t>(rows));
  }
  std::vector<Term> values;
  bool failed = false;
  for (const Solution& row : *scope.group) {
    const Value value = evaluate(**call.argument, {row, scope.graph, scope.dataset});
    failed |= !value;
    if (value) values.push_back(*value);
  }
  if (call.distinct) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
  }
  if (call.function == ast::AggregateFunction::count)
    return Term::integer(static_cast<std::int64_t>(values.size()));
  if (failed) return std::nullopt;
  const bool largest = call.function == ast::AggregateFunction::max;
  if (largest || call.function == ast::AggregateFunction::min) {  // of plain strings only
    const auto by_text = [](const Term& a, const Term& b) { return a.value() < b.value(); };
    if (values.empty()) return std::nullopt;
    return largest ? *std::max_element(values.begin(), values.end(), by_text)
                   : *std::min_element(values.begin(), values.end(), by_text);
  }
  Value sum = Term::integer(0);
  for (const Term& value : values)
    sum = sum ? arithmetic(Operator::add, *sum, value) : std::nullopt;
  if (call.function == ast::AggregateFunction::sum) return sum;
  if (call.function != ast::AggregateFunction::avg)
    throw std::logic_error("an aggregate that is not generated");
  if (!sum || values.empty()) return sum;
  return arithmetic(Operator::divide, *sum,
                    Term::integer(static_cast<std::int64_t>(values.size())));
}

std::string upper(std::string text) {
  for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

struct ExpressionEvaluator {
  const Scope& scope;

  Value value(const ast::Expression& expression) const { return evaluate(expression, scope); }
  std::vector<Value> values(const std::vector<ast::Expression>& expressions) const {
    std::vector<Value> out;
    for (const ast::Expression& e : expressions) out.push_back(value(e));
    return out;
  }
  std::optional<bool> truth(const ast::Expression& e) const {
    return effective_boolean_value(value(e));
  }

  Value operator()(const ast::Variable& variable) const {
    const auto found = scope.solution.find(variable.name);
    return found == scope.solution.end() ? std::nullopt : Value(found->second);
  }
  Value operator()(const Term& term) const { return term; }
  Value operator()(const ast::Aggregate& call) const { return aggregate(call, scope); }
  Value operator()(const ast::FunctionCall&) const { throw std::logic_error("not generated"); }
  Value operator()(const ast::TripleExpression&) const { throw std::logic_error("not generated"); }
  Value operator()(const ast::Exists& exists) const {
    const auto pattern = substitute(*exists.pattern, scope.solution);
    return Term::boolean(evaluate(pattern, scope.graph, scope.dataset).empty() == exists.negated);
  }

  Value operator()(const ast::Operation& operation) const {
    const auto& operands = operation.operands;
    switch (operation.op) {
      case Operator::logical_or:
      case Operator::logical_and:
        return logical(operation);
      case Operator::in:
        return boolean(among(operands));
      case Operator::not_in: {
        const auto found = among(operands);
        return boolean(found ? std::optional(!*found) : std::nullopt);
      }
      case Operator::logical_not: {
        const auto operand = truth(operands[0]);
        return boolean(operand ? std::optional(!*operand) : std::nullopt);
      }
      case Operator::unary_minus:
      case Operator::unary_plus:
        return signed_value(operation);
      default:
        break;
    }
    const Value a = value(operands[0]), b = value(operands[1]);
    if (!a || !b) return std::nullopt;
    return operation.op >= Operator::add ? arithmetic(operation.op, *a, *b)
                                         : compare(operation.op, *a, *b);
  }

  /// Section 17.2: the logical connectives over errors.
  Value logical(const ast::Operation& operation) const {
    const auto a = truth(operation.operands[0]), b = truth(operation.operands[1]);
    const bool decisive = operation.op == Operator::logical_or;
    if (a == decisive || b == decisive) return Term::boolean(decisive);
    return a && b ? Value(Term::boolean(!decisive)) : std::nullopt;
  }

  Value signed_value(const ast::Operation& operation) const {
    const Value a = value(operation.operands[0]);
    if (!a || !number(*a)) return std::nullopt;
    const bool minus = operation.op == Operator::unary_minus;
    return arithmetic(minus ? Operator::subtract : Operator::add, Term::integer(0), *a);
  }

  std::optional<bool> among(const std::vector<ast::Expression>& operands) const {
    const Value needle = value(operands[0]);
    if (!needle) return std::nullopt;
    bool failed = false;
    for (std::size_t i = 1; i < operands.size(); ++i) {
      const Value candidate = value(operands[i]);
      const auto same = candidate ? equal(*needle, *candidate) : std::nullopt;
      if (same == true) return true;
      failed |= !same;
    }
    return failed ? std::nullopt : std::optional(false);
  }

  Value operator()(const ast::BuiltinCall& call) const {
    using ast::Builtin;
    const auto& arguments = call.arguments;
    switch (call.function) {
      case Builtin::bound:
        return Term::boolean(value(arguments[0]).has_value());
      case Builtin::if_: {
        const auto condition = truth(arguments[0]);
        return condition ? value(arguments[*condition ? 1 : 2]) : std::nullopt;
      }
      case Builtin::coalesce:
        for (const ast::Expression& argument : arguments)
          if (Value found = value(argument)) return found;
        return std::nullopt;
      case Builtin::regex:
        return regex(values(arguments));
      case Builtin::replace:
        return replace(values(arguments));
      default:
        return strict(call);
    }
  }

  /// A function that an error of its first argument makes an error.
  Value strict(const ast::BuiltinCall& call) const {
    using ast::Builtin;
    const auto& arguments = call.arguments;
    const Value a = value(arguments[0]);
    if (!a) return std::nullopt;
    switch (call.function) {
      case Builtin::isiri:
        return Term::boolean(a->is_iri());
      case Builtin::isblank:
        return Term::boolean(a->is_blank_node());
      case Builtin::isliteral:
        return Term::boolean(a->is_literal());
      case Builtin::isnumeric:
        return Term::boolean(number(*a).has_value());
      case Builtin::strlen:
        if (!is_text(*a)) return std::nullopt;
        return Term::integer(static_cast<std::int64_t>(a->value().size()));  // ASCII is generated
      case Builtin::ucase:
        return is_text(*a) ? Value(with_text(*a, upper(a->value()))) : std::nullopt;
      case Builtin::concat: {
        const Value b = value(arguments[1]);
        if (!b || !is_text(*a) || !is_text(*b)) return std::nullopt;
        const std::string both = a->value() + b->value();
        return a->language() == b->language() ? with_text(*a, both) : Term::string(both);
      }
      case Builtin::contains: {
        const Value b = value(arguments[1]);
        if (!b || !is_text(*a) || !is_text(*b)) return std::nullopt;
        if (!b->language().empty() && a->language() != b->language()) return std::nullopt;
        return Term::boolean(a->value().find(b->value()) != std::string::npos);
      }
      case Builtin::str:
        return a->is_literal() || a->is_iri() ? Value(Term::string(a->value())) : std::nullopt;
      case Builtin::datatype:
        return a->is_literal() ? Value(Term::iri(std::string(a->datatype()))) : std::nullopt;
      case Builtin::lang:
        return a->is_literal() ? Value(Term::string(std::string(a->language()))) : std::nullopt;
      case Builtin::sameterm: {
        const Value b = value(arguments[1]);
        return b ? Value(Term::boolean(*a == *b)) : std::nullopt;
      }
      default:
        throw std::logic_error("a function that is not generated");
    }
  }
};

}  // namespace

Value evaluate(const ast::Expression& expression, const Scope& scope) {
  return std::visit(ExpressionEvaluator{scope}, expression.node);
}

std::optional<bool> effective_boolean_value(const Value& value) {
  if (!value || !value->is_literal()) return std::nullopt;
  if (is_boolean(*value)) return value->value() == "true" || value->value() == "1";
  if (const auto n = number(*value)) return n->sign() != 0;
  if (is_string(*value)) return !value->value().empty();
  return std::nullopt;
}

}  // namespace dossier::naive

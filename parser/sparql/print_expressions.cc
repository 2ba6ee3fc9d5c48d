// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <span>
#include <string_view>

#include "model/stack.h"
#include "parser/sparql/builtins.h"
#include "parser/sparql/printer.h"

namespace dossier::sparql {
namespace {

using ast::Operator;

constexpr std::array<std::string_view, 17> kOperators = {
    " || ",     " && ", " = ", " != ", " < ", " > ", " <= ", " >= ", " IN ",
    " NOT IN ", " + ",  " - ", " * ",  " / ", "!",   "+",    "-"};
constexpr std::array<std::string_view, 7> kAggregates = {"COUNT", "SUM",    "MIN",         "MAX",
                                                         "AVG",   "SAMPLE", "GROUP_CONCAT"};

std::string_view symbol(Operator op) { return kOperators[static_cast<std::size_t>(op)]; }

bool is_unary(Operator op) { return op >= Operator::logical_not; }
bool is_sum(Operator op) { return op == Operator::add || op == Operator::subtract; }
bool is_product(Operator op) { return op == Operator::multiply || op == Operator::divide; }

/// Chains of arithmetic lean to the left by themselves: parentheses around their left part would
/// only nest the text deeply.
bool needs_no_parentheses(Operator outer, const ast::Expression& left) {
  const auto* inner = std::get_if<ast::Operation>(&left.node);
  if (inner == nullptr) return true;
  return (is_sum(outer) && is_sum(inner->op)) || (is_product(outer) && is_product(inner->op));
}

}  // namespace

void Printer::operand(const ast::Expression& expression) {
  if (!std::holds_alternative<ast::Operation>(expression.node)) {
    this->expression(expression);
    return;
  }
  write("(");
  this->expression(expression);
  write(")");
}

void Printer::operation(const ast::Operation& operation) {
  const auto& operands = operation.operands;
  if (is_unary(operation.op)) {
    // Always with parentheses: the sign of "-2" would become part of the number.
    write(symbol(operation.op));
    write("(");
    expression(operands[0]);
    write(")");
    return;
  }
  if (needs_no_parentheses(operation.op, operands[0])) {
    expression(operands[0]);
  } else {
    operand(operands[0]);
  }
  write(symbol(operation.op));
  if (operation.op == Operator::in || operation.op == Operator::not_in) {
    arguments(std::span(operands).subspan(1));
  } else {
    operand(operands[1]);
  }
}

void Printer::arguments(std::span<const ast::Expression> expressions, std::string_view opening) {
  write(opening);
  for (std::size_t i = 0; i < expressions.size(); ++i) {
    if (i > 0) write(", ");
    expression(expressions[i]);
  }
  write(")");
}

void Printer::builtin_call(const ast::BuiltinCall& call) {
  if (call.function == ast::Builtin::bound) {
    const auto* name = std::get_if<ast::Variable>(&call.arguments.front().node);
    if (name != nullptr && values_.find(name->name) != nullptr) return write("true");
  }
  write(builtin_name(call.function));
  arguments(call.arguments);
}

// A blank node of here is none there: it is equal to nothing.
void Printer::value_of(const ast::Variable& variable) {
  const Term* term = values_.find(variable.name);
  if (term == nullptr) return this->variable(variable);
  if (has_blank_node(*term)) return write("BNODE()");
  this->term(*term);
}

void Printer::aggregate(const ast::Aggregate& aggregate) {
  if (aggregate.function == ast::AggregateFunction::custom) {
    term(Term::iri(aggregate.iri));
  } else {
    write(kAggregates[static_cast<std::size_t>(aggregate.function)]);
  }
  write(aggregate.distinct ? "(DISTINCT " : "(");
  if (aggregate.argument) {
    expression(**aggregate.argument);
  } else {
    write("*");
  }
  if (aggregate.function == ast::AggregateFunction::group_concat) {
    write("; SEPARATOR = ");
    write(Term::string(aggregate.separator).to_string());
  }
  write(")");
}

void Printer::expression(const ast::Expression& expression) {
  if (const auto* name = std::get_if<ast::Variable>(&expression.node)) {
    value_of(*name);
  } else if (const auto* constant = std::get_if<Term>(&expression.node)) {
    term(*constant);
  } else {
    with_stack([&] { compound(expression); });
  }
}

void Printer::compound(const ast::Expression& expression) {
  if (const auto* op = std::get_if<ast::Operation>(&expression.node)) {
    operation(*op);
  } else if (const auto* builtin = std::get_if<ast::BuiltinCall>(&expression.node)) {
    builtin_call(*builtin);
  } else if (const auto* call = std::get_if<ast::FunctionCall>(&expression.node)) {
    term(call->function);
    arguments(call->arguments, call->distinct ? "(DISTINCT " : "(");
  } else if (const auto* exists = std::get_if<ast::Exists>(&expression.node)) {
    write(exists->negated ? "NOT EXISTS " : "EXISTS ");
    group(*exists->pattern);
  } else if (const auto* function = std::get_if<ast::Aggregate>(&expression.node)) {
    aggregate(*function);
  } else {
    const auto& triple = std::get<ast::TripleExpression>(expression.node);
    write("<<( ");
    this->expression(*triple.subject);
    write(" ");
    this->expression(*triple.predicate);
    write(" ");
    this->expression(*triple.object);
    write(" )>>");
  }
}

}  // namespace dossier::sparql

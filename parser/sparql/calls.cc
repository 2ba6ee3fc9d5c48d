// SPDX-License-Identifier: Apache-2.0
#include "parser/sparql/calls.h"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "parser/grammar/text.h"
#include "parser/sparql/builtins.h"
#include "parser/sparql/expressions.h"
#include "parser/sparql/suggest.h"
#include "parser/sparql/terms.h"

namespace dossier::sparql {

using ast::Expression;

namespace {

[[noreturn]] void fail_unknown_function(const Context& context, Syntax name) {
  std::string message = fmt::format("there is no function {}", name.text());
  if (const auto meant = meant_function(name.text())) {
    message += fmt::format("; did you mean {}?", *meant);
  }
  context.fail(name, message);
}

std::string number_of_arguments(const BuiltinSignature& builtin) {
  if (builtin.least == builtin.most) {
    return builtin.least == 1 ? "1 argument" : fmt::format("{} arguments", builtin.least);
  }
  return fmt::format("{} or {} arguments", builtin.least, builtin.most);
}

ast::AggregateFunction to_aggregate_function(Syntax node) {
  using Function = ast::AggregateFunction;
  const auto letter = [&](std::size_t i) { return static_cast<char>(node.text()[i] & ~0x20); };
  switch (letter(0)) {
    case 'C':
      return Function::count;
    case 'A':
      return Function::avg;
    case 'G':
      return Function::group_concat;
    case 'S':
      return letter(1) == 'U' ? Function::sum : Function::sample;
    default:
      return letter(1) == 'I' ? Function::min : Function::max;
  }
}

void check_aggregate_place(Context& context, Syntax node) {
  if (context.aggregates == Aggregates::nested) {
    context.fail(node, "an aggregate cannot be inside another aggregate");
  }
  if (context.aggregates == Aggregates::nowhere) {
    context.fail(node, "aggregates are allowed only in SELECT, HAVING and ORDER BY");
  }
  context.saw_aggregate = true;
}

Expression to_custom_aggregate(Context& context, Syntax node, const Term& function,
                               Syntax arguments) {
  check_aggregate_place(context, node);
  const Within nested(context.aggregates, Aggregates::nested);
  std::vector<Expression> values = to_expressions(context, arguments);
  if (values.size() != 1)
    context.fail(node, fmt::format("the aggregate <{}> takes 1 argument, not {}", function.value(),
                                   values.size()));
  ast::Aggregate aggregate;
  aggregate.function = ast::AggregateFunction::custom;
  aggregate.iri = function.value();
  aggregate.distinct = arguments.has(Kind::Distinct);
  aggregate.argument = std::move(values.front());
  return {std::move(aggregate), {node.offset()}};
}

}  // namespace

Expression to_function_call(Context& context, Syntax node) {
  auto child = node.begin();
  Term function = to_iri(context, *child);
  const Syntax arguments = *++child;
  if (context.is_aggregate && context.is_aggregate(function.value()))
    return to_custom_aggregate(context, node, function, arguments);
  return {ast::FunctionCall{std::move(function), arguments.has(Kind::Distinct),
                            to_expressions(context, arguments)},
          {node.offset()}};
}

Expression to_builtin_call(Context& context, Syntax node) {
  auto child = node.begin();
  const Syntax name = *child;
  const BuiltinSignature* builtin = find_builtin(name.text());
  if (builtin == nullptr) fail_unknown_function(context, name);
  std::vector<Expression> arguments = to_expressions(context, *++child);
  const bool too_many = builtin->most != kAnyNumber && arguments.size() > builtin->most;
  if (arguments.size() < builtin->least || too_many) {
    context.fail(name, fmt::format("{} takes {}, not {}", builtin->name,
                                   number_of_arguments(*builtin), arguments.size()));
  }
  if (builtin->function == ast::Builtin::bound &&
      !std::holds_alternative<ast::Variable>(arguments[0].node)) {
    context.fail(arguments[0].offset.bytes, "BOUND takes a variable");
  }
  return {ast::BuiltinCall{builtin->function, std::move(arguments)}, {node.offset()}};
}

Expression to_aggregate(Context& context, Syntax node) {
  check_aggregate_place(context, node);
  const Within nested(context.aggregates, Aggregates::nested);
  ast::Aggregate aggregate;
  aggregate.function = to_aggregate_function(node);
  for (const Syntax child : node) {
    switch (child.kind()) {
      case Kind::Distinct:
        aggregate.distinct = true;
        break;
      case Kind::CountAll:
        if (aggregate.function != ast::AggregateFunction::count) {
          context.fail(child, "only COUNT takes '*'");
        }
        break;
      case Kind::Separator:
        if (aggregate.function != ast::AggregateFunction::group_concat) {
          context.fail(child, "only GROUP_CONCAT takes a SEPARATOR");
        }
        aggregate.separator = grammar::string_value(child.child().text(), context.text);
        break;
      default:
        aggregate.argument = to_expression(context, child);
    }
  }
  return {std::move(aggregate), {node.offset()}};
}

}  // namespace dossier::sparql

// SPDX-License-Identifier: Apache-2.0
// FILTER, BIND and the solution modifiers.
#include <fmt/format.h>

#include "engine/algebra/overloaded.h"
#include "engine/sql/compare.h"
#include "engine/sql/compiler.h"
#include "model/stack.h"

namespace dossier::sql {

using fmt::format;

Relation Compiler::compile(const algebra::Node& node, const Context& context) {
  const auto inner = [&](const algebra::Node& child) { return compile(child, context); };
  return with_stack([&] {
    return std::visit(
        Overloaded{
            [&](const algebra::Unit&) { return unit(context); },
            [&](const algebra::Empty&) { return empty(context); },
            [&](const algebra::Bgp& n) { return bgp(n, context); },
            [&](const algebra::PathPattern& n) { return path(n, context); },
            [&](const algebra::TextMatch&) -> Relation { refuse("a text search (k:matches)"); },
            [&](const algebra::Join& n) { return join(inner(*n.left), inner(*n.right), context); },
            [&](const algebra::LeftJoin& n) { return left_join(n, context); },
            [&](const algebra::Filter& n) { return filter(n, context); },
            [&](const algebra::Union& n) { return unions(n, context); },
            [&](const algebra::Minus& n) { return minus(n, context); },
            [&](const algebra::Graph& n) { return graph(n, context); },
            [&](const algebra::Service&) -> Relation { refuse("SERVICE"); },
            [&](const algebra::Extend& n) { return extend(n, context); },
            [&](const algebra::Exists& n) { return exists(n, context); },
            [&](const algebra::Values& n) { return values(n, context); },
            [&](const algebra::Group& n) { return group(n, context); },
            [&](const algebra::OrderBy& n) { return order(n, context); },
            [&](const algebra::Project& n) { return project(n, context); },
            [&](const algebra::Distinct& n) { return distinct(n, context); },
            [&](const algebra::Reduced& n) { return inner(*n.child); },
            [&](const algebra::Slice& n) { return slice(n, context); },
        },
        node.node);
  });
}

Relation Compiler::filter(const algebra::Filter& node, const Context& context) {
  const Relation child = compile(*node.child, context);
  Scope scope(values_, context);
  scope.add(child, "r");
  ExpressionCompiler expressions = this->expressions(scope);
  std::vector<std::string> conditions;
  for (const ast::Expression& condition : node.conditions)
    conditions.push_back(expressions.condition(condition));
  const std::string where = all_of(conditions);
  return defined(format("SELECT {} FROM {} r{} WHERE {}", column_list("r", child.columns),
                        child.name, scope.joins("r", where), where),
                 child.columns, expressions.is_volatile());
}

Relation Compiler::extend(const algebra::Extend& node, const Context& context) {
  const Relation child = compile(*node.child, context);
  if (context.outer.contains(node.variable)) refuse("BIND inside EXISTS to a variable of the row");
  std::map<Slot, Column> columns = child.columns;
  if (const auto* term = std::get_if<Term>(&node.expression.node)) {
    statement_.show_constants();
    columns[node.variable] = {ColumnType::id, true};
    return defined(
        format("SELECT {} FROM {} r",
               column_list("r", columns, {{node.variable, statement_.id_of(*term)}}), child.name),
        columns);
  }
  if (const auto* variable = std::get_if<ast::Variable>(&node.expression.node)) {
    const auto slot = variables_.find(variable->name);
    if (slot && child.has(*slot) &&
        (child.columns.at(*slot).certain || !context.outer.contains(*slot))) {
      columns[node.variable] = child.columns.at(*slot);
      return defined(
          format("SELECT {} FROM {} r",
                 column_list("r", columns, {{node.variable, column_of("r", *slot)}}), child.name),
          columns);
    }
  }
  Scope scope(values_, context);
  scope.add(child, "r");
  ExpressionCompiler expressions = this->expressions(scope);
  const std::string code = values_.code(expressions.compile(node.expression));
  columns[node.variable] = {ColumnType::code, false};
  return defined(format("SELECT {} FROM {} r{}", column_list("r", columns, {{node.variable, code}}),
                        child.name, scope.joins("r", code)),
                 columns, expressions.is_volatile());
}

Relation Compiler::order(const algebra::OrderBy& node, const Context& context) {
  const Relation child = compile(*node.child, context);
  Scope scope(values_, context);
  scope.add(child, "r");
  ExpressionCompiler expressions = this->expressions(scope);
  std::string keys;
  std::vector<SortKey> order;
  for (const ast::OrderCondition& condition : node.conditions) {
    for (const std::string& key : order_keys(values_, expressions.compile(condition.expression))) {
      order.push_back({format("o{}", order.size() + 1), condition.descending});
      keys += format(", {} AS {}", key, order.back().column);
    }
  }
  Relation result = defined(format("SELECT {}{} FROM {} r{}", column_list("r", child.columns), keys,
                                   child.name, scope.joins("r", keys)),
                            child.columns, expressions.is_volatile());
  result.order = std::move(order);
  return result;
}

Relation Compiler::project(const algebra::Project& node, const Context& context) {
  const Relation child = compile(*node.child, context);
  std::map<Slot, Column> columns;
  for (const Slot slot : node.variables)
    if (child.has(slot)) columns[slot] = child.columns.at(slot);
  for (const auto& [slot, column] : child.columns)
    if (context.carries(slot)) columns[slot] = column;
  std::string keys;
  for (const SortKey& key : child.order) keys += ", r." + key.column;
  Relation result = defined(
      format("SELECT {}{} FROM {} r", column_list("r", columns), keys, child.name), columns);
  result.order = child.order;
  return result;
}

// Equal rows sort as the first of them.
Relation Compiler::distinct(const algebra::Distinct& node, const Context& context) {
  const Relation child = compile(*node.child, context);
  std::string keys;
  std::string group;
  for (const SortKey& key : child.order)
    keys += format(", {0}(r.{1}) AS {1}", key.descending ? "MAX" : "MIN", key.column);
  for (const auto& [slot, column] : child.columns)
    group += (group.empty() ? " GROUP BY " : ", ") + column_of("r", slot);
  std::string sql =
      format("SELECT DISTINCT {} FROM {} r", column_list("r", child.columns), child.name);
  if (!keys.empty() && !group.empty())
    sql =
        format("SELECT {}{} FROM {} r{}", column_list("r", child.columns), keys, child.name, group);
  Relation result = defined(sql, child.columns);
  if (!group.empty()) result.order = child.order;
  return result;
}

Relation Compiler::slice(const algebra::Slice& node, const Context& context) {
  if (context.seed) refuse("LIMIT or OFFSET inside GRAPH ?g or EXISTS");
  const Relation child = compile(*node.child, context);
  std::string sql = format("SELECT * FROM {} r{}", child.name, order_by(child));
  if (node.limit) sql += format(" LIMIT {}", *node.limit);
  if (node.offset > 0) sql += format(" OFFSET {}", node.offset);
  // Without an order, each look at it might cut other rows.
  Relation result = defined(sql, child.columns, true);
  result.order = child.order;
  return result;
}

}  // namespace dossier::sql

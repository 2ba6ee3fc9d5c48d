// SPDX-License-Identifier: Apache-2.0
#include "parser/sparql/select.h"

#include <fmt/format.h>

#include <charconv>
#include <utility>

#include "parser/sparql/expressions.h"
#include "parser/sparql/terms.h"
#include "parser/sparql/ungrouped.h"

namespace dossier::sparql {
namespace {

ast::Count to_count(Context& context, Syntax clause) {
  if (clause.has(Kind::Var)) return to_variable(context, clause.child());
  const Syntax number = clause.child();
  std::uint64_t value = 0;
  const std::string_view digits = number.text();
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (result.ec != std::errc()) context.fail(number, fmt::format("{} is too large", digits));
  return value;
}

ast::GroupCondition to_group_condition(Context& context, Syntax node, const VariableSet& pattern) {
  if (!node.is(Kind::GroupExpression)) return {to_expression(context, node), std::nullopt};
  auto child = node.begin();
  ast::GroupCondition condition{to_expression(context, *child), std::nullopt};
  if (++child != node.end()) {
    condition.variable = to_variable(context, *child);
    if (pattern.contains(condition.variable->name)) {
      context.fail(*child,
                   fmt::format("the variable ?{} is already bound in WHERE: GROUP BY ... AS "
                               "needs a new one",
                               condition.variable->name));
    }
  }
  return condition;
}

void add_order(Context& context, Syntax clause, ast::SolutionModifier& modifier) {
  for (const Syntax child : clause) {
    const bool wrapped = child.is(Kind::Ascending) || child.is(Kind::Descending);
    modifier.order_by.push_back(
        {to_expression(context, wrapped ? child.child() : child), child.is(Kind::Descending)});
  }
}

/// The variables that are the same throughout a group.
VariableSet group_keys(const ast::SolutionModifier& modifier) {
  VariableSet keys;
  for (const ast::GroupCondition& condition : modifier.group_by) {
    if (condition.variable) keys.insert(condition.variable->name);
    if (const auto* variable = std::get_if<ast::Variable>(&condition.expression.node)) {
      keys.insert(variable->name);
    }
  }
  return keys;
}

struct Item {
  ast::Projection projection;
  Syntax name;
};

std::vector<Item> to_items(Context& context, Syntax clause) {
  const Within allowed(context.aggregates, Aggregates::allowed);
  std::vector<Item> items;
  for (const Syntax child : clause) {
    if (child.is(Kind::Var)) items.push_back({{to_variable(context, child), std::nullopt}, child});
    if (child.is(Kind::ExpressionAs)) {
      auto part = child.begin();
      ast::Expression expression = to_expression(context, *part);
      const Syntax name = *++part;
      items.push_back({{to_variable(context, name), std::move(expression)}, name});
    }
  }
  return items;
}

/// Checks the items of a SELECT clause from left to right: an expression may use the variables made
/// by those before it.
void check_items(const Context& context, const std::vector<Item>& items, const VariableSet& pattern,
                 const std::optional<VariableSet>& keys) {
  VariableSet known = keys ? *keys : pattern;
  VariableSet projected;
  for (const auto& [projection, name] : items) {
    const std::string& variable = projection.variable.name;
    if (projection.expression) {
      if (keys) check_grouped(context, *projection.expression, known);
      if (known.contains(variable) || projected.contains(variable)) {
        context.fail(name,
                     fmt::format("the variable ?{} already exists: AS needs a new one", variable));
      }
      known.insert(variable);
    } else if (keys && !known.contains(variable) && !context.parameters.contains(variable)) {
      fail_ungrouped(context, variable, name.offset());
    }
    projected.insert(variable);
  }
}

bool is_grouped(const Context& context, const ast::SolutionModifier& modifier) {
  return !modifier.group_by.empty() || !modifier.having.empty() || context.saw_aggregate;
}

VariableSet aliases_of(const std::vector<Item>& items) {
  VariableSet aliases;
  for (const Item& item : items) {
    if (item.projection.expression) aliases.insert(item.projection.variable.name);
  }
  return aliases;
}

}  // namespace

ast::SolutionModifier to_checked_modifier(Context& context, Syntax form,
                                          const VariableSet& pattern) {
  const Within outer(context.saw_aggregate, false);
  ast::SolutionModifier modifier = to_modifier(context, form, pattern);
  if (!is_grouped(context, modifier)) return modifier;
  const VariableSet keys = group_keys(modifier);
  check_having(context, modifier, keys, {});
  check_order(context, modifier, keys, {});
  return modifier;
}

ast::SolutionModifier to_modifier(Context& context, Syntax form, const VariableSet& pattern) {
  ast::SolutionModifier modifier;
  for (const Syntax clause : form) {
    const bool group = clause.is(Kind::GroupClause);
    const Within aggregates(context.aggregates, group ? Aggregates::nowhere : Aggregates::allowed);
    switch (clause.kind()) {
      case Kind::GroupClause:
        for (const Syntax child : clause) {
          modifier.group_by.push_back(to_group_condition(context, child, pattern));
        }
        break;
      case Kind::HavingClause:
        for (const Syntax child : clause) modifier.having.push_back(to_expression(context, child));
        break;
      case Kind::OrderClause:
        add_order(context, clause, modifier);
        break;
      case Kind::LimitClause:
        modifier.limit = to_count(context, clause);
        break;
      case Kind::OffsetClause:
        modifier.offset = to_count(context, clause);
        break;
      default:
        break;
    }
  }
  return modifier;
}

Select to_select(Context& context, Syntax select, std::optional<Syntax> values) {
  const Within outer(context.saw_aggregate, false);
  Select result;
  ast::SelectQuery& query = result.query;
  const Syntax clause = *select.find(Kind::SelectClause);
  if (clause.has(Kind::Distinct)) query.duplicates = ast::Duplicates::distinct;
  if (clause.has(Kind::Reduced)) query.duplicates = ast::Duplicates::reduced;
  const auto all = clause.find(Kind::All);
  query.star = all.has_value();

  Group where = to_group(context, *select.find(Kind::GroupGraphPattern));
  query.where = std::move(where.pattern);
  query.modifier = to_modifier(context, select, where.visible);
  if (!values) values = select.find(Kind::Values);
  if (values) query.values = to_inline_data(context, *values);
  const std::vector<Item> items = to_items(context, clause);

  const bool grouped = is_grouped(context, query.modifier);
  if (grouped && all) context.fail(*all, "SELECT * can't be used with GROUP BY or aggregates");
  const std::optional keys = grouped ? std::optional(group_keys(query.modifier)) : std::nullopt;
  check_items(context, items, where.visible, keys);
  if (keys) {
    check_having(context, query.modifier, *keys, aliases_of(items));
    check_order(context, query.modifier, *keys, aliases_of(items));
  }
  for (const Item& item : items) {
    query.projection.push_back(item.projection);
    result.visible.insert(item.projection.variable.name);
  }
  if (query.star) {
    result.visible = std::move(where.visible);
    if (query.values) {
      for (const ast::Variable& variable : query.values->variables) {
        result.visible.insert(variable.name);
      }
    }
  }
  return result;
}

}  // namespace dossier::sparql

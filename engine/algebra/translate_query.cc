// SPDX-License-Identifier: Apache-2.0
// Queries: grouping, projection and solution modifiers (SPARQL 1.1, sections 18.2.4 and 18.2.5).
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "dossier/error.h"
#include "engine/algebra/overloaded.h"
#include "engine/algebra/translator.h"
#include "engine/algebra/walk.h"

namespace dossier::algebra {

namespace {

Node make(auto node) { return Node{std::move(node)}; }

bool is_grouped(const ast::SelectQuery& query) {
  const auto holds = [](const ast::Expression& e) { return contains_aggregate(e); };
  const ast::SolutionModifier& modifier = query.modifier;
  return !modifier.group_by.empty() || !modifier.having.empty() ||
         std::any_of(query.projection.begin(), query.projection.end(),
                     [&](const auto& p) { return p.expression && holds(*p.expression); }) ||
         std::any_of(modifier.order_by.begin(), modifier.order_by.end(),
                     [&](const auto& o) { return holds(o.expression); });
}

}  // namespace

std::string Translator::resolve(std::string_view name) {
  for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
    if (scope->shares_all || scope->shared.contains(name)) continue;
    auto it = scope->renamed.find(name);
    if (it == scope->renamed.end()) {
      // A name no text can say, yet not that of a helper: inside its SELECT, * and COUNT(DISTINCT
      // *) mean this variable as any other; outside, nothing gives it.
      std::string hidden = fmt::format("{}:{}", name, variables_.size());
      it = scope->renamed.emplace(std::string(name), std::move(hidden)).first;
    }
    return it->second;
  }
  return std::string(name);
}

const Term* Translator::parameter(std::string_view name) {
  auto it = parameters_.find(std::string(name));
  if (it == parameters_.end()) return nullptr;
  met_.insert(it->first);
  if (placeholders_ != nullptr) placeholders_->fixed.insert(it->first);
  return &it->second;
}

const Term* Translator::any_parameter(std::string_view name) {
  auto it = parameters_.find(std::string(name));
  if (it == parameters_.end()) return nullptr;
  if (placeholders_ == nullptr || by_value_) return parameter(name);
  auto placeholder = placeholders_->terms.find(name);
  if (placeholder == placeholders_->terms.end()) return parameter(name);
  met_.insert(it->first);
  return &placeholder->second;
}

Slot Translator::target(const ast::Variable& variable) {
  if (parameter(variable.name) != nullptr)
    throw Error(ErrorCode::usage,
                fmt::format("the parameter ${0} cannot be bound: the query itself computes ?{0}",
                            variable.name));
  return slot(variable.name);
}

void Translator::check_all_parameters_used() const {
  for (const auto& [name, term] : parameters_) {
    if (!met_.contains(name))
      throw Error(ErrorCode::usage, fmt::format("the query has no parameter ${}", name));
  }
}

Node Translator::extended(Node node, Slot variable, const ast::Expression& expression,
                          Grouping* grouping) {
  Marks marks;
  ast::Expression value = this->expression(expression, marks, grouping);
  return make(Extend{variable, std::move(value), marked(std::move(node), std::move(marks))});
}

Node Translator::select(const ast::SelectQuery& query, std::vector<Slot>& columns,
                        std::vector<std::string>& names) {
  made(4 * sizeof(Node));  // projection, slice and the like
  Node node = group(query.where);
  if (!is_grouped(query)) {
    if (query.values) node = joined(std::move(node), values(*query.values));
    return projected(std::move(node), query, columns, names, nullptr);
  }
  Grouping grouping;
  for (const ast::GroupCondition& condition : query.modifier.group_by) {
    const auto* plain = std::get_if<ast::Variable>(&condition.expression.node);
    if (plain != nullptr && !condition.variable && parameter(plain->name) == nullptr) {
      grouping.keys.emplace_back(condition.expression, slot(plain->name));
      continue;
    }
    const Slot key = condition.variable ? target(*condition.variable) : variables_.fresh("key");
    node = extended(std::move(node), key, condition.expression, nullptr);
    grouping.keys.emplace_back(condition.expression, key);
  }
  return grouped(std::move(node), query, columns, names, grouping);
}

// Expressions above the grouping are rewritten first: they say which aggregates it computes.
Node Translator::grouped(Node node, const ast::SelectQuery& query, std::vector<Slot>& columns,
                         std::vector<std::string>& names, Grouping& grouping) {
  Node above = having(Node{Unit{}}, query.modifier.having, &grouping);
  if (query.values) above = make(Join{std::move(above), values(*query.values)});
  above = projected(std::move(above), query, columns, names, &grouping);
  Group group;
  for (const auto& key : grouping.keys) group.keys.push_back(key.second);
  group.aggregations = std::move(grouping.aggregations);
  group.child = marked(std::move(node), std::move(grouping.marks));
  replace_unit(above, make(std::move(group)));
  return above;
}

Node Translator::having(Node node, const std::vector<ast::Expression>& conditions,
                        Grouping* grouping) {
  if (conditions.empty()) return node;
  Marks marks;
  Filter filter;
  for (const ast::Expression& condition : conditions)
    filter.conditions.push_back(expression(condition, marks, grouping));
  filter.child = marked(std::move(node), std::move(marks));
  return make(std::move(filter));
}

Node Translator::projected(Node node, const ast::SelectQuery& query, std::vector<Slot>& columns,
                           std::vector<std::string>& names, Grouping* grouping) {
  if (query.star) {
    columns = visible_variables(node, variables_, work_);
    for (Slot column : columns) names.push_back(variables_.name(column));
    for (const std::string& name : scopes_.back().parameters) {
      columns.push_back(slot(name));
      names.push_back(name);
      node = make(Extend{columns.back(), {*any_parameter(name), {}}, std::move(node)});
    }
  }
  for (const ast::Projection& projection : query.projection) {
    const std::string& name = projection.variable.name;
    // An aggregated query compares its keys and aliases as expressions.
    const Term* term = grouping != nullptr ? parameter(name) : any_parameter(name);
    const Slot column = projection.expression ? target(projection.variable) : slot(name);
    if (projection.expression) {
      node = extended(std::move(node), column, *projection.expression, grouping);
      if (grouping != nullptr) grouping->aliases.push_back(column);
    } else if (term != nullptr) {
      node = make(Extend{column, {*term, {}}, std::move(node)});
      if (grouping != nullptr) grouping->aliases.push_back(column);
    }
    columns.push_back(column);
    names.push_back(name);
  }
  if (grouping != nullptr) node = sampled(std::move(node), query, *grouping);
  node = ordered(std::move(node), query.modifier.order_by, grouping);
  node = make(Project{columns, std::move(node)});
  if (query.duplicates == ast::Duplicates::distinct) node = make(Distinct{std::move(node)});
  if (query.duplicates == ast::Duplicates::reduced) node = make(Reduced{std::move(node)});
  return sliced(std::move(node), query.modifier);
}

// SELECT of a variable that is neither key nor alias: a value of the group (section 18.2.4.1).
Node Translator::sampled(Node node, const ast::SelectQuery& query, Grouping& grouping) {
  for (const ast::Projection& projection : query.projection) {
    if (projection.expression || parameter(projection.variable.name) != nullptr) continue;
    const Slot column = slot(projection.variable.name);
    ast::Expression value = variable(projection.variable, {}, &grouping);
    if (value == variable_of(column, {})) continue;
    node = make(Extend{column, std::move(value), std::move(node)});
    grouping.aliases.push_back(column);
  }
  return node;
}

Node Translator::ordered(Node node, const std::vector<ast::OrderCondition>& conditions,
                         Grouping* grouping) {
  if (conditions.empty()) return node;
  Marks marks;
  OrderBy order;
  for (const ast::OrderCondition& condition : conditions)
    order.conditions.push_back(
        {expression(condition.expression, marks, grouping), condition.descending});
  order.child = marked(std::move(node), std::move(marks));
  return make(std::move(order));
}

Node Translator::sliced(Node node, const ast::SolutionModifier& modifier) {
  if (!modifier.limit && !modifier.offset) return node;
  Slice slice;
  if (modifier.offset) slice.offset = count(*modifier.offset);
  if (modifier.limit) slice.limit = count(*modifier.limit);
  slice.child = std::move(node);
  return make(std::move(slice));
}

std::uint64_t Translator::count(const ast::Count& count) {
  if (const auto* number = std::get_if<std::uint64_t>(&count)) return *number;
  const std::string& name = std::get<ast::Variable>(count).name;
  const Term* term = parameter(name);
  if (term == nullptr)
    throw Error(ErrorCode::usage,
                fmt::format("LIMIT or OFFSET needs the parameter ${0}, which is not given", name));
  std::uint64_t value = 0;
  const std::string& text = term->value();
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (!term->is_literal() || error != std::errc{} || end != text.data() + text.size())
    throw Error(ErrorCode::usage,
                fmt::format("${} must be a whole number for LIMIT or OFFSET, not {}", name,
                            term->to_string()));
  return value;
}

Node Translator::modified(const ast::GroupGraphPattern& where,
                          const ast::SolutionModifier& modifier,
                          const std::optional<ast::InlineData>& values) {
  // The modifiers of these forms are those of SELECT; the projection comes from the caller.
  ast::SelectQuery query;
  query.modifier = modifier;
  const bool is_plain = modifier.group_by.empty() && modifier.having.empty() && !is_grouped(query);
  if (is_plain) {
    Node node = group(where);
    if (values) node = joined(std::move(node), this->values(*values));
    return sliced(ordered(std::move(node), modifier.order_by, nullptr), modifier);
  }
  query.where = where;
  query.values = values;
  for (const ast::GroupCondition& condition : modifier.group_by) {
    if (condition.variable)
      query.projection.push_back({*condition.variable, std::nullopt});
    else if (const auto* plain = std::get_if<ast::Variable>(&condition.expression.node))
      query.projection.push_back({*plain, std::nullopt});
  }
  std::vector<Slot> columns;
  std::vector<std::string> names;
  return select(query, columns, names);
}

}  // namespace dossier::algebra

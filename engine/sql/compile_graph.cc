// SPDX-License-Identifier: Apache-2.0
// GRAPH and EXISTS: patterns evaluated for each row of a seed.
#include <fmt/format.h>

#include <algorithm>

#include "engine/algebra/walk.h"
#include "engine/sql/compiler.h"

namespace dossier::sql {

using fmt::format;

Relation Compiler::graph(const algebra::Graph& node, const Context& context) {
  if (const auto* slot = std::get_if<Slot>(&node.name))
    return graph_variable(*slot, *node.child, context);
  Context below = context;
  below.graph = std::get<Term>(node.name);
  below.graph_slot.reset();
  return compile(*node.child, below);
}

Relation Compiler::graph_variable(Slot name, const algebra::Node& child, const Context& context) {
  const Slot active = variables_.fresh("graph");
  std::map<Slot, Column> columns{{active, {}}};
  std::map<Slot, std::string> from{{active, "n.g"}};
  std::string sources = format("(SELECT DISTINCT g FROM {}) n", named_quads());
  if (context.seed) {
    sources += format(" CROSS JOIN {} seed", context.seed->name);
    for (const auto& [slot, column] : context.seed->columns) {
      columns[slot] = column;
      from[slot] = column_of("seed", slot);
    }
  }
  Context below = context;
  below.graph.reset();
  below.graph_slot = active;
  below.seed =
      defined(format("SELECT {} FROM {}", column_list("", columns, from), sources), columns);
  Relation inner = compile(child, below);
  if (inner.has(name) && inner.columns[name].type != ColumnType::id)
    inner = retyped(inner, name, ColumnType::id);
  const std::string graph = column_of("r", active);
  std::string condition = "TRUE";
  if (inner.has(name))
    condition = format("({0} IS NULL OR {0} = {1})", column_of("r", name), graph);
  const auto outer = context.outer.find(name);
  if (outer != context.outer.end()) {
    if (context.seed->columns.at(outer->second).type != ColumnType::id)
      refuse("EXISTS over a GRAPH whose name BIND or AS has computed");
    condition += format(" AND ({0} IS NULL OR {0} = {1})", column_of("r", outer->second), graph);
  }
  std::map<Slot, Column> result = inner.columns;
  result.erase(active);
  result[name] = {ColumnType::id, true};
  return defined(format("SELECT {} FROM {} r WHERE {}", column_list("r", result, {{name, graph}}),
                        inner.name, condition),
                 result);
}

namespace {

/// Patterns that mean the same when they are joined with the row as when its values are put in.
bool is_joinable(const algebra::Node& node, const VariableTable& variables) {
  if (std::holds_alternative<algebra::Bgp>(node.node)) return true;
  if (const auto* join = std::get_if<algebra::Join>(&node.node))
    return is_joinable(*join->left, variables) && is_joinable(*join->right, variables);
  const auto* filter = std::get_if<algebra::Filter>(&node.node);
  if (filter == nullptr || !is_joinable(*filter->child, variables)) return false;
  const algebra::SlotSet bound = algebra::binds(*filter->child).certain;
  return std::all_of(filter->conditions.begin(), filter->conditions.end(), [&](const auto& c) {
    return algebra::is_subset(algebra::reads(c, variables), bound);
  });
}

}  // namespace

Relation Compiler::exists(const algebra::Exists& node, const Context& context) {
  const Relation child = compile(*node.child, context);
  const algebra::SlotSet mentioned = algebra::mentions(*node.pattern, variables_);
  std::vector<Slot> shared;
  bool certain = context.outer.empty();
  for (const auto& [slot, column] : child.columns) {
    if (!mentioned.contains(slot)) continue;
    shared.push_back(slot);
    certain = certain && column.certain;
  }
  if (certain && is_joinable(*node.pattern, variables_))
    return exists_joined(node, child, shared, context);
  return exists_seeded(node, child, context);
}

Relation Compiler::exists_joined(const algebra::Exists& node, const Relation& child,
                                 const std::vector<Slot>& shared, const Context& context) {
  Relation left = child;
  Relation right = compile(*node.pattern, context);
  align(left, right, true);
  std::map<Slot, Column> keys;
  std::vector<std::string> on;
  for (const Slot slot : shared) keys[slot] = right.columns[slot];
  for (const auto& [slot, column] : right.columns)
    if (context.carries(slot)) keys[slot] = column;
  for (const auto& [slot, column] : keys)
    on.push_back(format("l.{0} IS NOT DISTINCT FROM r.{0}", column_name(slot)));
  std::map<Slot, Column> columns = left.columns;
  columns[node.result] = {ColumnType::truth, true};
  return defined(
      format("SELECT {} FROM {} l LEFT JOIN (SELECT DISTINCT {}, TRUE AS hit FROM {} k) r ON {}",
             column_list("l", columns, {{node.result, "(r.hit IS NOT NULL)"}}), left.name,
             column_list("k", keys), right.name, all_of(on)),
      columns);
}

Relation Compiler::exists_seeded(const algebra::Exists& node, const Relation& child,
                                 const Context& context) {
  const algebra::SlotSet mentioned = algebra::mentions(*node.pattern, variables_);
  Context below = context;
  std::map<Slot, Column> columns;
  std::map<Slot, std::string> from;
  std::vector<std::string> on;
  const auto carry = [&](Slot slot, Slot as) {
    columns[as] = child.columns.at(slot);
    from[as] = column_of("c", slot);
    on.push_back(format("{} IS NOT DISTINCT FROM {}", column_of("l", slot), column_of("r", as)));
  };
  for (const auto& [slot, column] : child.columns) {
    if (context.carries(slot)) {
      carry(slot, slot);
    } else if (mentioned.contains(slot)) {
      const Slot as = variables_.fresh("seed");
      carry(slot, as);
      below.outer[slot] = as;
    }
  }
  below.seed = defined(
      format("SELECT DISTINCT {} FROM {} c", column_list("", columns, from), child.name), columns);
  const Relation found = compile(*node.pattern, below);
  std::map<Slot, Column> result = child.columns;
  result[node.result] = {ColumnType::truth, true};
  return defined(
      format("SELECT {} FROM {} l LEFT JOIN (SELECT DISTINCT {}, TRUE AS hit FROM {} k) r ON {}",
             column_list("l", result, {{node.result, "(r.hit IS NOT NULL)"}}), child.name,
             column_list("k", columns), found.name, all_of(on)),
      result);
}

}  // namespace dossier::sql

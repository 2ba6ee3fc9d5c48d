// SPDX-License-Identifier: Apache-2.0
// Join, OPTIONAL, MINUS and UNION. Solutions are compatible when no variable has two values; a
// variable that may be unbound on one side takes the other's.
#include <fmt/format.h>

#include "engine/sql/compiler.h"

namespace dossier::sql {

using fmt::format;

namespace {

/// When the rows l and r may be joined, and what each column of both is then.
struct Matching {
  std::vector<std::string> conditions;
  std::map<Slot, std::string> from;
  std::map<Slot, Column> columns;
};

Matching match(const Relation& left, const Relation& right, const Context& context,
               bool right_may_miss) {
  Matching result;
  for (const auto& [slot, column] : left.columns) {
    result.columns[slot] = column;
    result.from[slot] = column_of("l", slot);
  }
  for (const auto& [slot, column] : right.columns) {
    const std::string r = column_of("r", slot);
    const auto shared = left.columns.find(slot);
    if (shared == left.columns.end()) {
      result.columns[slot] = {column.type, column.certain && !right_may_miss};
      result.from[slot] = r;
      continue;
    }
    const std::string l = column_of("l", slot);
    if (context.carries(slot)) {
      result.conditions.push_back(column.certain ? format("{} = {}", l, r)
                                                 : format("{} IS NOT DISTINCT FROM {}", l, r));
      continue;
    }
    std::string condition = format("{} = {}", l, r);
    if (!shared->second.certain) condition += format(" OR {} IS NULL", l);
    if (!column.certain) condition += format(" OR {} IS NULL", r);
    result.conditions.push_back(format("({})", condition));
    if (shared->second.certain) continue;
    result.from[slot] = format("COALESCE({}, {})", l, r);
    result.columns[slot].certain = column.certain && !right_may_miss;
  }
  return result;
}

}  // namespace

Relation Compiler::retyped(const Relation& relation, Slot slot, ColumnType type) {
  std::map<Slot, Column> columns = relation.columns;
  const std::string column = column_of("r", slot);
  std::string join;
  std::string value;
  if (type == ColumnType::code) {
    Context none;
    Scope scope(values_, none);
    scope.add(relation, "r");
    value = values_.code(scope.value(slot));
    join = scope.joins("r", value);
  } else {
    // What isn't in the tables equals nothing that is.
    join = format(" JOIN known k ON k.lexical = substr({0}, instr({0}, ' ') + 1) AND {1} = {0}",
                  column, values_.code(values_.row("k")));
    value = "k.id";
  }
  columns[slot].type = type;
  return defined(format("SELECT {} FROM {} r{}", column_list("r", columns, {{slot, value}}),
                        relation.name, join),
                 columns);
}

void Compiler::align(Relation& left, Relation& right, bool keep_left) {
  std::vector<Slot> shared;
  for (const auto& [slot, column] : left.columns)
    if (right.has(slot) && right.columns[slot].type != column.type) shared.push_back(slot);
  for (const Slot slot : shared) {
    const Column a = left.columns[slot];
    const Column b = right.columns[slot];
    const bool certain = a.certain && b.certain;
    if (certain && a.type == ColumnType::id && b.type == ColumnType::code) {
      right = retyped(right, slot, ColumnType::id);
    } else if (certain && !keep_left && b.type == ColumnType::id && a.type == ColumnType::code) {
      left = retyped(left, slot, ColumnType::id);
    } else {
      if (a.type != ColumnType::code) left = retyped(left, slot, ColumnType::code);
      if (b.type != ColumnType::code) right = retyped(right, slot, ColumnType::code);
    }
  }
}

Relation Compiler::join(Relation left, Relation right, const Context& context) {
  align(left, right, false);
  const Matching both = match(left, right, context, false);
  return defined(
      format("SELECT {} FROM {} l JOIN {} r ON {}", column_list("", both.columns, both.from),
             left.name, right.name, all_of(both.conditions)),
      both.columns);
}

Relation Compiler::left_join(const algebra::LeftJoin& node, const Context& context) {
  if (!node.marks.empty()) refuse("EXISTS in the FILTER of an OPTIONAL");
  Relation left = compile(*node.left, context);
  Relation right = compile(*node.right, context);
  align(left, right, true);
  Matching both = match(left, right, context, true);
  Scope scope(values_, context);
  scope.add(left, "l");
  scope.add(right, "r");
  ExpressionCompiler expressions = this->expressions(scope);
  for (const ast::Expression& condition : node.conditions)
    both.conditions.push_back(expressions.condition(condition));
  const std::string on = all_of(both.conditions);
  const auto source = [&](const Relation& side, const char* alias) {
    const std::string joins = scope.joins(alias, on);
    return joins.empty() ? format("{} {}", side.name, alias)
                         : format("({} {}{})", side.name, alias, joins);
  };
  return defined(
      format("SELECT {} FROM {} LEFT JOIN {} ON {}", column_list("", both.columns, both.from),
             source(left, "l"), source(right, "r"), on),
      both.columns);
}

Relation Compiler::minus(const algebra::Minus& node, const Context& context) {
  Relation left = compile(*node.left, context);
  Relation right = compile(*node.right, context);
  align(left, right, true);
  std::vector<std::string> conditions;
  std::string both_bound;
  bool always_shares = false;
  for (const auto& [slot, column] : right.columns) {
    if (!left.has(slot)) continue;
    const std::string l = column_of("l", slot);
    const std::string r = column_of("r", slot);
    if (context.carries(slot)) {
      conditions.push_back(format("{} IS NOT DISTINCT FROM {}", l, r));
      continue;
    }
    const bool certain = column.certain && left.columns[slot].certain;
    always_shares = always_shares || certain;
    conditions.push_back(certain ? format("{} = {}", l, r)
                                 : format("({0} = {1} OR {0} IS NULL OR {1} IS NULL)", l, r));
    both_bound +=
        format("{}({} IS NOT NULL AND {} IS NOT NULL)", both_bound.empty() ? "" : " OR ", l, r);
  }
  if (both_bound.empty()) return left;
  if (!always_shares) conditions.push_back(format("({})", both_bound));
  return defined(format("SELECT {} FROM {} l WHERE NOT EXISTS (SELECT 1 FROM {} r WHERE {})",
                        column_list("l", left.columns), left.name, right.name, all_of(conditions)),
                 left.columns);
}

Relation Compiler::unions(const algebra::Union& node, const Context& context) {
  std::vector<Relation> branches;
  std::map<Slot, Column> columns;
  for (const algebra::Node& branch : node.branches) branches.push_back(compile(branch, context));
  for (const Relation& branch : branches)
    for (const auto& [slot, column] : branch.columns) {
      const auto [at, is_new] = columns.emplace(slot, column);
      if (at->second.type != column.type) at->second.type = ColumnType::code;
    }
  std::string sql;
  for (Relation& branch : branches) {
    std::map<Slot, std::string> instead;
    for (auto& [slot, column] : columns) {
      if (!branch.has(slot)) {
        column.certain = false;
        instead[slot] = format("CAST(NULL AS {})", sql_type(column.type, dialect()));
        continue;
      }
      column.certain = column.certain && branch.columns[slot].certain;
      if (branch.columns[slot].type != column.type) branch = retyped(branch, slot, column.type);
    }
    sql += format("{}SELECT {} FROM {} r", sql.empty() ? "" : " UNION ALL ",
                  column_list("r", columns, instead), branch.name);
  }
  return defined(sql, columns);
}

}  // namespace dossier::sql

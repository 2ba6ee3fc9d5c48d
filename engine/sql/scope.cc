// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "engine/sql/compiler.h"

namespace dossier::sql {

using fmt::format;

namespace {

std::string lookup_alias(const std::string& alias, Slot slot) {
  return format("{}_t{}", alias, slot);
}

}  // namespace

void Scope::add(const Relation& relation, std::string alias) {
  parts_.push_back({&relation, std::move(alias)});
}

Value Scope::own_value(const Part& part, Slot slot) const {
  const std::string column = column_of(part.alias, slot);
  switch (part.relation->columns.at(slot).type) {
    case ColumnType::truth:
      return values_.boolean(column);
    case ColumnType::code:
      return values_.decoded(column);
    case ColumnType::id:
      break;
  }
  Value value = values_.row(lookup_alias(part.alias, slot));
  value.id = column;
  return value;
}

Value Scope::value(Slot slot) const {
  std::optional<Value> result;
  std::string unbound = "TRUE";
  const auto add = [&](const Part& part, Slot own) {
    if (!part.relation->has(own)) return;
    const Value value = own_value(part, own);
    result = result ? values_.choice(format("({})", unbound), value, *result) : value;
    unbound = part.relation->columns.at(own).certain
                  ? "FALSE"
                  : format("{} AND {} IS NULL", unbound, column_of(part.alias, own));
  };
  for (const Part& part : parts_)
    if (unbound != "FALSE") add(part, slot);
  const auto outer = context_.outer.find(slot);
  if (outer != context_.outer.end() && unbound != "FALSE")
    for (const Part& part : parts_)
      if (part.relation->has(outer->second)) {
        add(part, outer->second);
        break;
      }
  return result ? *result : Values::error();
}

std::string Scope::joins(const std::string& alias, const std::string& sql) const {
  std::string joins;
  for (const Part& part : parts_) {
    if (part.alias != alias) continue;
    for (const auto& [slot, column] : part.relation->columns) {
      const std::string lookup = lookup_alias(alias, slot);
      if (sql.find(lookup + ".") == std::string::npos) continue;
      joins += format(" LEFT JOIN known {0} ON {0}.id = {1}", lookup, column_of(alias, slot));
    }
  }
  return joins;
}

ExpressionCompiler Compiler::expressions(const Scope& scope) const {
  return {values_, variables_, [&scope](Slot slot) { return scope.value(slot); }, base_};
}

Relation Compiler::defined(const std::string& sql, std::map<Slot, Column> columns, bool once) {
  Relation relation;
  relation.name = statement_.define(sql, once);
  relation.columns = std::move(columns);
  return relation;
}

std::string column_list(const std::string& alias, const std::map<Slot, Column>& columns,
                        const std::map<Slot, std::string>& instead) {
  std::string list;
  for (const auto& [slot, column] : columns) {
    const auto other = instead.find(slot);
    const std::string from = other != instead.end() ? other->second : column_of(alias, slot);
    list += format("{}{} AS {}", list.empty() ? "" : ", ", from, column_name(slot));
  }
  return list.empty() ? "1 AS one" : list;
}

std::string order_by(const Relation& relation) {
  std::string keys;
  for (const SortKey& key : relation.order)
    keys += format("{}{}{}", keys.empty() ? " ORDER BY " : ", ", key.column,
                   key.descending ? " DESC" : "");
  return keys;
}

std::string all_of(const std::vector<std::string>& conditions) {
  std::string all;
  for (const std::string& condition : conditions) all += (all.empty() ? "" : " AND ") + condition;
  return all.empty() ? "TRUE" : all;
}

}  // namespace dossier::sql

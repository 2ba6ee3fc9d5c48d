// SPDX-License-Identifier: Apache-2.0
// GROUP BY and aggregates (SPARQL 1.1, section 11), in three steps: arguments a row, aggregates a
// group, results. An error in a group makes SUM, AVG, MIN, MAX and GROUP_CONCAT errors.
#include <fmt/format.h>

#include "engine/sql/compare.h"
#include "engine/sql/compiler.h"

namespace dossier::sql {

using fmt::format;
using Function = ast::AggregateFunction;

namespace {

/// The columns of one aggregate on the way; `p` begins their names.
class AggregateSql {
 public:
  AggregateSql(const Values& values, const ast::Aggregate& aggregate, std::string p)
      : values_(values), aggregate_(aggregate), p_(std::move(p)) {}

  /// What a row gives, as ", sql AS name"s.
  std::string arguments(const Value& value, const std::string& partition) const {
    const Dialect& dialect = values_.dialect();
    std::string list = format(", {} AS {}c", values_.code(value), p_);
    const auto add = [&](const char* name, const std::string& sql, std::string_view type) {
      list += format(", CAST({} AS {}) AS {}{}", sql.empty() ? "NULL" : sql, type, p_, name);
    };
    switch (aggregate_.function) {
      case Function::sum:
      case Function::avg:
        add("r",
            value.rank.empty()
                ? ""
                : format("CASE WHEN {} IS NOT NULL THEN {} END", value.approx, value.rank),
            "INT");
        add("x", value.exact, "DECIMAL(38, 18)");
        add("a", value.approx, "DOUBLE");
        break;
      case Function::min:
      case Function::max: {
        std::string keys;
        for (const std::string& key : order_keys(values_, value))
          keys += (keys.empty() ? "" : ", ") + key;
        list += format(", {} AS {}k", dialect.tuple(keys), p_);
        break;
      }
      case Function::group_concat:
        add("t",
            format("CASE WHEN {} IN ('iri', 'literal') THEN {} END", value.kind_sql,
                   value.lexical.empty() ? "NULL" : value.lexical),
            dialect.text_type());
        break;
      default:
        break;
    }
    if (is_filtered())
      list += format(", ROW_NUMBER() OVER (PARTITION BY {}{}{} ORDER BY {}) AS {}n", partition,
                     partition.empty() ? "" : ", ", values_.code(value), values_.code(value), p_);
    return list;
  }

  /// What a group gives.
  std::string aggregates() const {
    const Dialect& dialect = values_.dialect();
    const std::string once = is_filtered() ? format(" FILTER (WHERE {}n = 1)", p_) : "";
    switch (aggregate_.function) {
      case Function::count:
        return format(", COUNT({}{}c) AS {}0", aggregate_.distinct ? "DISTINCT " : "", p_, p_);
      case Function::sum:
      case Function::avg:
        return format(
            ", CASE WHEN COUNT(*) = COUNT({0}r) THEN COALESCE(MAX({0}r), 1) END AS {0}0, "
            "COALESCE(SUM({0}x){1}, 0) AS {0}1, COALESCE(SUM({0}a){1}, 0) AS {0}2, COUNT({0}r){1} "
            "AS {0}3",
            p_, once);
      case Function::min:
      case Function::max:
        return format(", CASE WHEN COUNT(*) = COUNT({0}c) THEN {1}_by({0}c, {0}k) END AS {0}0", p_,
                      aggregate_.function == Function::min ? "min" : "max");
      case Function::sample:
        return format(", {} AS {}0", dialect.some(p_ + "c"), p_);
      case Function::custom:
        refuse("an aggregate of the application");
      case Function::group_concat:
        break;
    }
    return format(", CASE WHEN COUNT(*) = COUNT({0}t) THEN {1} END AS {0}0", p_,
                  dialect.joined(p_ + "t", aggregate_.separator, once));
  }

  /// The code of the result.
  std::string result() const {
    const auto column = [&](const char* name) { return format("g.{}{}", p_, name); };
    const std::string first = column("0");
    switch (aggregate_.function) {
      case Function::count:
        return values_.code(values_.integer(first));
      case Function::sum:
        return values_.code(
            values_.number(first, format("CAST({} AS DECIMAL(38, 18))", column("1")), column("2")));
      case Function::avg: {
        const std::string count = column("3");
        const std::string rank =
            format("CASE WHEN {0} = 0 THEN {1} WHEN {1} IS NOT NULL THEN greatest({1}, 2) END",
                   count, first);
        const std::string sum = format("CAST({} AS DECIMAL(38, 18))", column("1"));
        return values_.code(values_.number(
            rank,
            format("CASE WHEN {0} = 0 THEN {1} ELSE {2} END", count, sum,
                   values_.dialect().quotient(sum, format("CAST({} AS DECIMAL(38, 18))", count))),
            // The average of nothing is 0 (SPARQL 1.1, 18.5.1.4).
            format("{} / greatest({}, 1)", column("2"), count)));
      }
      case Function::group_concat:
        return values_.code(values_.text(first));
      default:
        return first;
    }
  }

  bool is_certain() const { return aggregate_.function == Function::count; }

 private:
  /// Whether equal terms must count once, which the functions don't see to themselves.
  bool is_filtered() const {
    return aggregate_.distinct &&
           (aggregate_.function == Function::sum || aggregate_.function == Function::avg ||
            aggregate_.function == Function::group_concat);
  }

  const Values& values_;
  const ast::Aggregate& aggregate_;
  std::string p_;
};

/// COUNT(*) counts rows, COUNT(DISTINCT *) different ones: a text that tells them apart.
Value whole_row(const Values& values, const Relation& child, bool distinct) {
  Value row = values.constant(Term::boolean(true));
  if (!distinct) return row;
  std::string columns;
  for (const auto& [slot, column] : child.columns)
    columns += format("{}COALESCE(CAST({} AS {}), '')", columns.empty() ? "" : " || chr(1) || ",
                      column_of("r", slot), values.dialect().text_type());
  if (!columns.empty()) row.code = format("({})", columns);
  return row;
}

}  // namespace

Relation Compiler::group(const algebra::Group& node, const Context& context) {
  if (context.seed && node.keys.empty())
    refuse("an aggregate of everything inside GRAPH ?g or EXISTS");
  const Relation child = compile(*node.child, context);
  Scope scope(values_, context);
  scope.add(child, "r");
  ExpressionCompiler expressions = this->expressions(scope);
  std::map<Slot, Column> keys;
  for (const Slot slot : node.keys)
    if (child.has(slot)) keys[slot] = child.columns.at(slot);
  for (const auto& [slot, column] : child.columns)
    if (context.carries(slot)) keys[slot] = column;
  std::string partition;
  std::string grouping;
  for (const auto& [slot, column] : keys) {
    partition += (partition.empty() ? "" : ", ") + column_of("r", slot);
    grouping += (grouping.empty() ? " GROUP BY " : ", ") + column_of("a", slot);
  }
  // Keys that nothing binds make one group of all rows, and none of no row.
  if (keys.empty() && !node.keys.empty()) grouping = " HAVING COUNT(*) > 0";
  std::string arguments;
  std::string aggregates;
  std::map<Slot, Column> columns = keys;
  std::map<Slot, std::string> results;
  for (std::size_t i = 0; i < node.aggregations.size(); ++i) {
    const auto& [slot, aggregate] = node.aggregations[i];
    const AggregateSql sql(values_, aggregate, format("a{}_", i));
    const Value value = aggregate.argument ? expressions.compile(**aggregate.argument)
                                           : whole_row(values_, child, aggregate.distinct);
    arguments += sql.arguments(value, partition);
    aggregates += sql.aggregates();
    results[slot] = sql.result();
    columns[slot] = {ColumnType::code, sql.is_certain()};
  }
  const Relation rows = defined(format("SELECT {}{} FROM {} r{}", column_list("r", keys), arguments,
                                       child.name, scope.joins("r", arguments)),
                                keys, expressions.is_volatile());
  const std::string groups = statement_.define(
      format("SELECT {}{} FROM {} a{}", keys.empty() ? "COUNT(*) AS one" : column_list("a", keys),
             aggregates, rows.name, grouping));
  return defined(format("SELECT {} FROM {} g", column_list("g", columns, results), groups),
                 columns);
}

}  // namespace dossier::sql

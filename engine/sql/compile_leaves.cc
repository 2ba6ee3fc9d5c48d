// SPDX-License-Identifier: Apache-2.0
// Basic graph patterns and VALUES: joins over quads.
#include <fmt/format.h>

#include "engine/sql/compiler.h"
#include "engine/sql/leaf.h"
#include "engine/sql/pattern_order.h"

namespace dossier::sql {

using algebra::Item;
using fmt::format;

void Leaf::source(const std::string& sql) { sources_ += (sources_.empty() ? "" : ", ") + sql; }

void Leaf::bind(const Item& item, const std::string& column) {
  if (const auto* term = std::get_if<Term>(&item)) {
    conditions_.push_back(format("{} = {}", column, statement_.id_of(*term)));
    return;
  }
  const Slot slot = std::get<Slot>(item);
  const auto [at, is_new] = columns_.emplace(slot, column);
  if (!is_new) conditions_.push_back(format("{} = {}", column, at->second));
  const auto outer = context_.outer.find(slot);
  if (!is_new || outer == context_.outer.end()) return;
  const Column& seed = context_.seed->columns.at(outer->second);
  if (seed.type != ColumnType::id) refuse("EXISTS over a variable that BIND or AS has computed");
  const std::string value = column_of("seed", outer->second);
  conditions_.push_back(seed.certain ? format("{} = {}", column, value)
                                     : format("({1} IS NULL OR {0} = {1})", column, value));
}

void Leaf::maybe_bind(Slot slot, const std::string& column) {
  if (context_.outer.contains(slot)) refuse("VALUES with UNDEF inside EXISTS");
  columns_.emplace(slot, column);
  uncertain_.insert(slot);
}

std::string Leaf::sql(std::map<Slot, Column>& columns) {
  std::map<Slot, std::string> from = columns_;
  for (const auto& [slot, column] : columns_)
    columns[slot] = {ColumnType::id, !uncertain_.contains(slot)};
  if (context_.seed) {
    source(context_.seed->name + " seed");
    for (const auto& [slot, column] : context_.seed->columns) {
      columns[slot] = column;
      from[slot] = column_of("seed", slot);
    }
  }
  return format("SELECT {}{} WHERE {}", column_list("", columns, from),
                sources_.empty() ? "" : " FROM " + sources_, all_of(conditions_));
}

std::string Compiler::named_quads() {
  if (!named_.empty()) return named_;
  std::string which = "g <> 0";
  if (!dataset_.clause.empty()) {
    std::string graphs;
    for (const Term& graph : dataset_.clause.named_graphs)
      graphs += (graphs.empty() ? "" : ", ") + statement_.id_of(graph);
    which = graphs.empty() ? "FALSE" : format("g IN ({})", graphs);
  }
  named_ = statement_.define("SELECT g, s, p, o FROM quads WHERE " + which);
  return named_;
}

std::string Compiler::triples(const Context& context) {
  if (context.graph || context.graph_slot) return named_quads();
  if (!triples_.empty()) return triples_;
  std::string sql = "SELECT DISTINCT CAST(0 AS BIGINT) AS g, s, p, o FROM quads";
  if (!dataset_.clause.empty()) {
    std::string graphs;
    for (const Term& graph : dataset_.clause.default_graphs)
      graphs += (graphs.empty() ? "" : ", ") + statement_.id_of(graph);
    sql += graphs.empty() ? " WHERE FALSE" : format(" WHERE g IN ({})", graphs);
  } else if (dataset_.default_graph == DefaultGraph::strict) {
    sql = "SELECT g, s, p, o FROM quads WHERE g = 0";
  }
  triples_ = statement_.define(sql);
  return triples_;
}

void Leaf::bind_graph(const std::string& alias) {
  if (context_.graph)
    conditions_.push_back(format("{}.g = {}", alias, statement_.id_of(*context_.graph)));
  if (context_.graph_slot)
    conditions_.push_back(format("{}.g = {}", alias, column_of("seed", *context_.graph_slot)));
}

// GRAPH <g> {} has a solution where there is such a graph.
Relation Compiler::unit(const Context& context) {
  Leaf leaf(statement_, context);
  if (context.graph)
    leaf.condition(format("EXISTS (SELECT 1 FROM {} n WHERE n.g = {})", named_quads(),
                          statement_.id_of(*context.graph)));
  std::map<Slot, Column> columns;
  const std::string sql = leaf.sql(columns);
  return defined(sql, std::move(columns));
}

Relation Compiler::empty(const Context& context) {
  Leaf leaf(statement_, context);
  leaf.condition("FALSE");
  std::map<Slot, Column> columns;
  const std::string sql = leaf.sql(columns);
  return defined(sql, std::move(columns));
}

Relation Compiler::bgp(const algebra::Bgp& bgp, const Context& context) {
  if (bgp.triples.empty() && bgp.triple_terms.empty()) return unit(context);
  Leaf leaf(statement_, context);
  for (const std::size_t next : join_order(bgp))
    leaf.source(format("{} q{}", next < bgp.triples.size() ? triples(context) : "terms", next + 1));
  std::size_t number = 0;
  for (const algebra::TriplePattern& pattern : bgp.triples) {
    const std::string alias = format("q{}", ++number);
    leaf.bind_graph(alias);
    leaf.bind(pattern.subject, alias + ".s");
    leaf.bind(pattern.predicate, alias + ".p");
    leaf.bind(pattern.object, alias + ".o");
  }
  for (const algebra::TripleTermPattern& pattern : bgp.triple_terms) {
    const std::string alias = format("q{}", ++number);
    leaf.condition(alias + ".kind = 'triple'");
    leaf.bind(Item{pattern.term}, alias + ".id");
    leaf.bind(pattern.subject, alias + ".subject");
    leaf.bind(pattern.predicate, alias + ".predicate");
    leaf.bind(pattern.object, alias + ".object");
  }
  std::map<Slot, Column> columns;
  const std::string sql = leaf.sql(columns);
  return defined(sql, std::move(columns));
}

Relation Compiler::values(const algebra::Values& values, const Context& context) {
  if (values.rows.empty()) return empty(context);
  statement_.show_constants();
  std::string rows;
  std::vector<bool> undefined(values.variables.size());
  for (const auto& row : values.rows) {
    rows += rows.empty() ? "SELECT 1 AS one" : " UNION ALL SELECT 1";
    for (std::size_t i = 0; i < row.size(); ++i) {
      undefined[i] = undefined[i] || !row[i];
      rows += row[i] ? format(", CAST({} AS BIGINT) AS n{}", statement_.number_of(*row[i]), i)
                     : format(", CAST(NULL AS BIGINT) AS n{}", i);
    }
  }
  Leaf leaf(statement_, context);
  std::string source = format("({}) w", rows);
  for (std::size_t i = 0; i < values.variables.size(); ++i)
    source += format(" LEFT JOIN constants k{0} ON k{0}.n = w.n{0}", i);
  std::string columns_sql;
  for (std::size_t i = 0; i < values.variables.size(); ++i)
    columns_sql += format(", k{0}.id AS k{0}", i);
  leaf.source(format("(SELECT w.one{} FROM {}) w", columns_sql, source));
  for (std::size_t i = 0; i < values.variables.size(); ++i) {
    const std::string column = format("w.k{}", i);
    if (undefined[i])
      leaf.maybe_bind(values.variables[i], column);
    else
      leaf.bind(Item{values.variables[i]}, column);
  }
  if (context.graph)
    leaf.condition(format("EXISTS (SELECT 1 FROM {} n WHERE n.g = {})", named_quads(),
                          statement_.id_of(*context.graph)));
  std::map<Slot, Column> columns;
  const std::string sql = leaf.sql(columns);
  return defined(sql, std::move(columns));
}

}  // namespace dossier::sql

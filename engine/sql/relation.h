// SPDX-License-Identifier: Apache-2.0
// What a node of the algebra becomes: a common table expression with a column for each variable.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/algebra/variables.h"
#include "engine/sql/value.h"

namespace dossier::sql {

enum class ColumnType : std::uint8_t {
  id,     ///< of a term in the tables, or a negative one of a constant that isn't there
  code,   ///< see value.h
  truth,  ///< a BOOLEAN: what EXISTS found
};

struct Column {
  ColumnType type = ColumnType::id;
  bool certain = true;  ///< never NULL
};

struct SortKey {
  std::string column;
  bool descending = false;
};

struct Relation {
  std::string name;
  std::map<Slot, Column> columns;
  std::vector<SortKey> order;  ///< columns beside those of variables

  bool has(Slot slot) const { return columns.contains(slot); }
};

/// What a pattern is evaluated in.
struct Context {
  std::optional<Term> graph;       ///< the active graph; without one the default graph
  std::optional<Slot> graph_slot;  ///< or a column of the seed
  /// Rows that the pattern is evaluated for, each by itself: the graphs of GRAPH ?g, the rows an
  /// EXISTS looks at. Every relation below carries their columns.
  std::optional<Relation> seed;
  /// Variables whose value is put in, and the seed's columns that have it.
  std::map<Slot, Slot> outer;

  bool carries(Slot slot) const { return seed && seed->has(slot); }
};

inline std::string column_name(Slot slot) { return "v" + std::to_string(slot); }
inline std::string column_of(const std::string& alias, Slot slot) {
  return alias + "." + column_name(slot);
}
inline std::string_view sql_type(ColumnType type, const Dialect& dialect) {
  return type == ColumnType::id      ? "BIGINT"
         : type == ColumnType::truth ? "BOOLEAN"
                                     : dialect.text_type();
}

}  // namespace dossier::sql

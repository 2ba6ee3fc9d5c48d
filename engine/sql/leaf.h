// SPDX-License-Identifier: Apache-2.0
// A leaf of the algebra as one SELECT: sources, conditions, and where each variable comes from.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/algebra/algebra.h"
#include "engine/sql/relation.h"
#include "engine/sql/statement.h"

namespace dossier::sql {

class Leaf {
 public:
  /// Both must outlive the leaf.
  Leaf(Statement& statement, const Context& context) : statement_(statement), context_(context) {}

  void source(const std::string& sql);
  void condition(std::string sql) { conditions_.push_back(std::move(sql)); }
  /// A constant, a variable's first place, or a further place that must be equal.
  void bind(const algebra::Item& item, const std::string& column);
  /// A column that may be NULL.
  void maybe_bind(Slot slot, const std::string& column);
  /// The column g of an alias is the active graph, where that is a named one.
  void bind_graph(const std::string& alias);
  /// The whole; `columns` receives what it has.
  std::string sql(std::map<Slot, Column>& columns);

 private:
  Statement& statement_;
  const Context& context_;
  std::string sources_;
  std::vector<std::string> conditions_;
  std::map<Slot, std::string> columns_;
  std::set<Slot> uncertain_;
};

}  // namespace dossier::sql

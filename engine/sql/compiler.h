// SPDX-License-Identifier: Apache-2.0
// The algebra as SQL, a table expression a node. Private to engine/sql.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/algebra/algebra.h"
#include "engine/algebra/translate.h"
#include "engine/sql/expression.h"
#include "engine/sql/relation.h"
#include "engine/sql/statement.h"

namespace dossier::sql {

/// Which quads are there to be asked.
struct Dataset {
  DefaultGraph default_graph = DefaultGraph::union_of_all;
  ast::DatasetClause clause;  ///< empty: what default_graph says
};

/// The variables of a row as values, with the joins that look their terms up.
class Scope {
 public:
  Scope(const Values& values, const Context& context) : values_(values), context_(context) {}
  /// The columns of a relation under an alias; of one that is added later where an earlier one has
  /// NULL.
  void add(const Relation& relation, std::string alias);
  Value value(Slot slot) const;
  /// The joins behind `alias` that `sql` needs.
  std::string joins(const std::string& alias, const std::string& sql) const;

 private:
  struct Part {
    const Relation* relation;
    std::string alias;
  };
  Value own_value(const Part& part, Slot slot) const;

  const Values& values_;
  const Context& context_;
  std::vector<Part> parts_;
};

class Compiler {
 public:
  /// All must outlive the compiler.
  Compiler(Statement& statement, VariableTable& variables, const Dataset& dataset,
           const std::string& base)
      : statement_(statement),
        values_(statement.values()),
        variables_(variables),
        dataset_(dataset),
        base_(base) {}

  Relation compile(const algebra::Node& node, const Context& context);
  ExpressionCompiler expressions(const Scope& scope) const;

 private:
  // Leaves (compile_leaves.cc, compile_path.cc).
  Relation unit(const Context& context);
  Relation empty(const Context& context);
  Relation bgp(const algebra::Bgp& bgp, const Context& context);
  Relation values(const algebra::Values& values, const Context& context);
  Relation path(const algebra::PathPattern& pattern, const Context& context);
  std::string triples(const Context& context);
  std::string named_quads();
  std::string pairs(const ast::Path& path, const Context& context);
  std::string repeated(const ast::PathRepeat& repeat, const Context& context,
                       const std::optional<Term>& start, const std::optional<Term>& end);
  std::string same_node(const Context& context, const std::optional<Term>& constant);
  std::string negated(const ast::PathNegatedSet& set, const Context& context);

  // Of two (compile_join.cc).
  Relation join(Relation left, Relation right, const Context& context);
  Relation left_join(const algebra::LeftJoin& node, const Context& context);
  Relation minus(const algebra::Minus& node, const Context& context);
  Relation unions(const algebra::Union& node, const Context& context);
  void align(Relation& left, Relation& right, bool keep_left);
  Relation retyped(const Relation& relation, Slot slot, ColumnType type);

  // Graphs and EXISTS (compile_graph.cc).
  Relation graph(const algebra::Graph& node, const Context& context);
  Relation graph_variable(Slot name, const algebra::Node& child, const Context& context);
  Relation exists(const algebra::Exists& node, const Context& context);
  Relation exists_joined(const algebra::Exists& node, const Relation& child,
                         const std::vector<Slot>& shared, const Context& context);
  Relation exists_seeded(const algebra::Exists& node, const Relation& child,
                         const Context& context);

  // Of one (compile_rows.cc, compile_group.cc).
  Relation filter(const algebra::Filter& node, const Context& context);
  Relation extend(const algebra::Extend& node, const Context& context);
  Relation group(const algebra::Group& node, const Context& context);
  Relation order(const algebra::OrderBy& node, const Context& context);
  Relation project(const algebra::Project& node, const Context& context);
  Relation distinct(const algebra::Distinct& node, const Context& context);
  Relation slice(const algebra::Slice& node, const Context& context);

  Relation defined(const std::string& sql, std::map<Slot, Column> columns, bool once = false);
  const Dialect& dialect() const { return values_.dialect(); }

  Statement& statement_;
  const Values& values_;
  VariableTable& variables_;
  const Dataset& dataset_;
  const std::string& base_;
  std::string triples_;  ///< the default graph's table expression, once it is there
  std::string named_;
};

/// "alias.v1 AS v1, ..." of all columns but those left out; "1 AS one" of none.
std::string column_list(const std::string& alias, const std::map<Slot, Column>& columns,
                        const std::map<Slot, std::string>& instead = {});
std::string order_by(const Relation& relation);
/// A condition of several; TRUE of none.
std::string all_of(const std::vector<std::string>& conditions);

}  // namespace dossier::sql

// SPDX-License-Identifier: Apache-2.0
// The algebra of SPARQL 1.1 (section 18.2), extended by triple terms: what translate() makes of a
// syntax tree, what passes rewrite and the planner reads.
//
// Variables are slots of one VariableTable. Expressions are syntax trees whose variables carry the
// table's names and which hold neither EXISTS nor aggregates: those are computed below, by Exists
// and Group, into variables of their own.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "dossier/term.h"
#include "engine/algebra/variables.h"
#include "model/box.h"
#include "model/parts.h"
#include "parser/sparql/ast.h"

namespace dossier::algebra {

struct Node;

/// Variables the caller binds to terms; they are replaced wherever they occur.
using Parameters = std::map<std::string, Term>;

/// A place of a pattern: a variable or a term.
using Item = std::variant<Slot, Term>;

/// One solution that binds nothing.
struct Unit {};

/// No solution.
struct Empty {};

/// One triple pattern; its matches come as often as the active graph has them, which is once.
struct TriplePattern {
  Item subject, predicate, object;
};
/// The triple term `term` has these parts. Only beside patterns that bind `term` or all its parts.
struct TripleTermPattern {
  Slot term = 0;
  Item subject, predicate, object;
};
/// A basic graph pattern.
struct Bgp {
  std::vector<TriplePattern> triples;
  std::vector<TripleTermPattern> triple_terms;
};
/// A property path of one step that joins can't express: repetition or a negated set.
struct PathPattern {
  Item subject;
  ast::Path path;
  Item object;
};
/// The things one of whose texts matches `query`, each once in the active graph: `?thing k:matches
/// "query" ; k:score ?score`.
struct TextMatch {
  Item subject;
  std::string query;
  std::optional<Slot> score;
};
struct Join {
  Box<Node> left, right;
};
/// An EXISTS of a condition: the variable that stands for it there, and its pattern.
struct Mark {
  Slot result = 0;
  Box<Node> pattern;
};
struct LeftJoin {
  Box<Node> left, right;
  std::vector<Mark> marks;                  ///< computed on the joined row, for the conditions
  std::vector<ast::Expression> conditions;  ///< all must hold
};
struct Filter {
  std::vector<ast::Expression> conditions;  ///< all must hold
  Box<Node> child;
};
struct Union {
  Parts<Node> branches;
};
struct Minus {
  Box<Node> left, right;
};
/// `child` evaluated in the named graph `name`, or in each of them.
struct Graph {
  Item name;
  Box<Node> child;
};
/// What another endpoint evaluates, with the caller's values for its parameters.
struct ServicePattern {
  ast::GroupGraphPattern pattern;
  Parameters parameters;
};
struct Service {
  Item name;
  bool silent = false;
  std::shared_ptr<const ServicePattern> pattern_there;
  std::string text;             ///< that pattern in SPARQL, IRIs in full
  std::vector<Slot> variables;  ///< those its solutions may bind
  std::vector<Slot> mentioned;  ///< those its pattern names anywhere
};
struct Extend {
  Slot variable = 0;
  ast::Expression expression;
  Box<Node> child;
};
/// Binds `result` to whether `pattern`, with the row's values put in, has a solution.
struct Exists {
  Slot result = 0;
  Box<Node> pattern;
  Box<Node> child;
};
struct Values {
  std::vector<Slot> variables;
  std::vector<std::vector<std::optional<Term>>> rows;
};
struct Aggregation {
  Slot result = 0;
  ast::Aggregate aggregate;
};
/// One row a group; without keys one group, even of no rows.
struct Group {
  std::vector<Slot> keys;
  std::vector<Aggregation> aggregations;
  Box<Node> child;
};
struct OrderBy {
  std::vector<ast::OrderCondition> conditions;
  Box<Node> child;
};
struct Project {
  std::vector<Slot> variables;
  Box<Node> child;
};
struct Distinct {
  Box<Node> child;
};
/// May drop duplicates.
struct Reduced {
  Box<Node> child;
};
struct Slice {
  std::uint64_t offset = 0;
  std::optional<std::uint64_t> limit;
  Box<Node> child;
};

struct Node {
  std::variant<Unit, Empty, Bgp, PathPattern, TextMatch, Join, LeftJoin, Filter, Union, Minus,
               Graph, Service, Extend, Exists, Values, Group, OrderBy, Project, Distinct, Reduced,
               Slice>
      node;
};

}  // namespace dossier::algebra

// SPDX-License-Identifier: Apache-2.0
// Physical plans: trees of operators not yet made, with what the planner knows of each. The planner
// builds them, EXPLAIN prints them, engine/exec makes operators of them.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "engine/algebra/algebra.h"
#include "engine/algebra/walk.h"
#include "engine/runtime/batch.h"
#include "model/flat_delete.h"
#include "model/term_id.h"
#include "storage/quad_source.h"

namespace dossier::plan {

/// Where triple patterns look: the scope of the active graph, and inside GRAPH ?g the variable that
/// receives each match's graph.
struct ActiveGraph {
  storage::GraphScope scope;
  std::optional<Slot> variable;
};

/// A place of a pattern with constants looked up. Absent terms are ids of the query, which no quad
/// has.
using Item = std::variant<Slot, TermId>;

struct QuadPattern {
  Item subject, predicate, object;
  ActiveGraph graph;
};

// ---- Leaves ----

struct Empty {};
struct Unit {};
struct Scan {
  QuadPattern pattern;
  storage::Permutation permutation = storage::Permutation::spo;
  /// Those of the column behind the constants that are wanted, ascending; none: all.
  std::optional<std::vector<storage::IdRange>> ranges;
};
/// The rows that a BindJoin or Exists above hands in.
struct Seed {
  std::uint32_t number = 0;
  Slot row = 0;  ///< the variable that carries the row's number
};
/// Ids by row, as many as the layout has columns; none() is UNDEF.
struct Values {
  std::vector<std::vector<TermId>> rows;
};
/// A repeated path between subject and object.
struct Path {
  Item subject;
  ast::Path path;
  Item object;
  ActiveGraph graph;
};

/// Things whose texts match, by ascending subject.
struct TextMatch {
  Item subject;
  std::string query;
  std::optional<Slot> score;
  ActiveGraph graph;
};

// ---- One child ----

/// For each row of the child, the quads of `pattern` that agree with it: one look-up a batch, in
/// the order of `key`.
struct IndexJoin {
  QuadPattern pattern;
  storage::Permutation permutation = storage::Permutation::spo;
  Slot key = 0;
  /// Where no variable of the pattern alone is wanted: one row for those that one row of the child
  /// finds, `times` takes how many they are; or just one of them.
  std::optional<Slot> times = {};
  bool once = false;
};
/// Between triple terms and their parts.
struct Unnest {
  enum class Way : std::uint8_t {
    take_apart,  ///< the term is known
    find,        ///< all parts are
    search,      ///< the subject is, a constant: all such terms of the store
  };
  Slot term = 0;
  Item subject, predicate, object;
  Way way = Way::take_apart;
};
/// Asks an endpoint about the child's rows.
struct Service {
  Item name;
  bool silent = false;
  std::string text;
  std::vector<Slot> variables;  ///< those its solutions may bind
};
struct Filter {
  std::vector<ast::Expression> conditions;
};
struct Extend {
  std::vector<std::pair<Slot, ast::Expression>> values;
};
struct Aggregate {
  std::vector<Slot> keys;
  std::vector<algebra::Aggregation> aggregations;
  bool in_runs = false;  ///< rows with equal keys come one behind the other
  /// Each row counts as often as the product of these says; none() is 1.
  std::vector<Slot> times = {};
};
struct Sort {
  std::vector<ast::OrderCondition> conditions;
  std::optional<std::uint64_t> limit;  ///< only the first so many are wanted
};
struct Distinct {
  /// Of rows that differ in one variable only, where it is an IRI or a blank node: `most` of them.
  struct Few {
    Slot variable = 0;
    std::uint32_t most = 0;
  };
  bool in_runs = false;  ///< equal rows come one behind the other, or those that Few compares
  std::optional<Few> few = {};
};
/// Of equal rows that come one behind the other one, and in `times` how many they are: the sum of
/// the products of `factors`, which are no part of what is compared. none() is 1.
struct CountRuns {
  Slot times = 0;
  std::vector<Slot> factors;
};
struct Slice {
  std::uint64_t offset = 0;
  std::optional<std::uint64_t> limit;
};
struct Project {};
/// The child may be run by several threads, each over parts of the rows of the scan it starts with
/// (parted_scans()). What stands above takes the rows in no order and puts them together.
struct Parallel {
  std::uint64_t part_rows = 0;
  /// Parts differ in the values of this variable, by which the child's merge joins go; none: they
  /// end anywhere.
  std::optional<Slot> key;
};
/// Makes `to` agree with `from`: binds it, or drops the row. `from` is projected away.
struct Unify {
  Slot from = 0;
  Slot to = 0;
};
/// EXISTS by its definition: `pattern` planned and run again for each different set of values.
struct Substitute {
  std::shared_ptr<const algebra::Node> pattern;
  ActiveGraph graph;
  Slot result = 0;
  std::vector<Slot> variables;  ///< of the child that the pattern mentions
};

/// `pattern` planned and run once for each named graph of the scope.
struct EachGraph {
  std::shared_ptr<const algebra::Node> pattern;
  storage::GraphScope scope;
  Slot variable = 0;
};

// ---- Two children ----

/// Both children ascend by `key`.
struct MergeJoin {
  Slot key = 0;
  std::vector<Slot> others;  ///< further variables both have
};
/// Builds from the second child, streams the first.
struct HashJoin {
  std::vector<Slot> keys;       ///< bound in every row of both
  std::vector<Slot> uncertain;  ///< shared, but perhaps unbound
  bool optional = false;        ///< rows of the first without a partner stay
  std::vector<ast::Expression> conditions;
};
/// Hands chunks of the first child's rows to the Seed in the second, which says which of them it
/// joins. The second child's rows carry `row`, the number of the seed.
struct BindJoin {
  std::uint32_t seed = 0;
  Slot row = 0;
  bool optional = false;
};
/// As BindJoin, but adds only whether there was a row.
struct Exists {
  std::uint32_t seed = 0;
  Slot row = 0;
  Slot result = 0;
  bool correlated = true;    ///< false: the second child doesn't depend on the first
  std::optional<bool> keep;  ///< only rows with this answer; then no result column
  std::vector<Slot> shared;  ///< what is handed in: of rows that agree in them, one
};
/// Whether a row of the first child is compatible with one of the second, whose rows are kept:
/// EXISTS where that is cheaper, and MINUS.
struct SemiJoin {
  std::vector<Slot> keys;       ///< bound in every row of both
  std::vector<Slot> uncertain;  ///< shared, but perhaps unbound
  Slot result = 0;              ///< takes the answer
  std::optional<bool> keep;     ///< only rows with this answer; then no result column
  bool must_share = false;      ///< MINUS: rows with no bound variable in common are no partners
  /// What a partner must meet beside, over the variables of both rows.
  std::vector<ast::Expression> conditions = {};
};

// ---- Any number of children ----

struct Union {};
/// Joins patterns of one or two variables by one variable after the other: for cycles. Each child
/// ascends by its variables in the order they have here.
struct TrieJoin {
  std::vector<Slot> variables;  ///< of all children, as they are bound
};

struct Node {
  std::variant<Empty, Unit, Scan, Seed, Values, Path, TextMatch, IndexJoin, Unnest, Filter, Extend,
               Aggregate, Sort, Distinct, CountRuns, Slice, Project, Parallel, Unify, Substitute,
               EachGraph, MergeJoin, HashJoin, BindJoin, Exists, SemiJoin, Union, TrieJoin, Service>
      op;
  Layout layout;             ///< the variables of its rows, in column order
  algebra::SlotSet certain;  ///< those bound in every row
  std::vector<Slot> order;   ///< rows ascend by these, first to last
  double rows = 0;           ///< estimated
  double cost = 0;           ///< estimated, in rows touched, children included
  std::vector<FlatPtr<Node>> children;
};
using NodePtr = FlatPtr<Node>;

/// How a constant's id is written.
using NameTerm = std::function<std::string(TermId)>;
/// What is written behind a node's estimate, `written` bytes behind the start; may be empty.
using Annotate = std::function<std::string(const Node&, std::size_t written)>;

/// One operator a line, children indented or, far below, behind the number of their level; with
/// estimated rows ("~12"). IRIs in expressions and paths are shortened by `prefixes`.
std::string print(const Node& node, const VariableTable& variables, const NameTerm& name,
                  const ast::PrefixMap& prefixes, const Annotate& annotate = {});

}  // namespace dossier::plan

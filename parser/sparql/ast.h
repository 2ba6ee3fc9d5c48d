// SPDX-License-Identifier: Apache-2.0
// The syntax tree of a SPARQL query or update: plain structs, one per construct of the grammar.
//
// parse() (parser/sparql/parse.h) returns trees in which prefixes are expanded, relative IRIs
// resolved, the sugar of triples blocks (";", ",", "a", collections, blank node property lists,
// annotations) is spelled out, and the rules the grammar states in prose (scopes, blank node
// labels, grouping) hold.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "dossier/term.h"
#include "model/box.h"
#include "model/parts.h"

namespace dossier::ast {

/// Where a construct starts: bytes from the start of the text. Not part of a tree's identity.
struct Offset {
  std::uint32_t bytes = 0;
  friend bool operator==(Offset, Offset) { return true; }
};

struct Variable {
  std::string name;  ///< without the "?" or "$"
  friend bool operator==(const Variable&, const Variable&) = default;
};

/// A blank node of a pattern, template or data block; inside a pattern it is a variable nobody can
/// name.
struct BlankNode {
  std::string label;  ///< as written, or ".N" (which no text can say) for an anonymous one
  friend bool operator==(const BlankNode&, const BlankNode&) = default;
};

struct TripleTermPattern;
/// A subject, predicate or object of a pattern. Ground terms, ground triple terms too, are Terms.
using Node = std::variant<Variable, Term, BlankNode, Box<TripleTermPattern>>;

/// <<( s p o )>> with something to match inside.
struct TripleTermPattern {
  Node subject, predicate, object;
  friend bool operator==(const TripleTermPattern&, const TripleTermPattern&) = default;
};

// ---- Property paths (SPARQL 1.1, section 9) ----

struct Path;
struct PathInverse {
  Box<Path> path;
  friend bool operator==(const PathInverse&, const PathInverse&) = default;
};
struct PathSequence {
  Parts<Path> steps;  ///< two or more
  friend bool operator==(const PathSequence&, const PathSequence&) = default;
};
struct PathAlternative {
  Parts<Path> choices;  ///< two or more
  friend bool operator==(const PathAlternative&, const PathAlternative&) = default;
};
enum class PathModifier : std::uint8_t { zero_or_one, zero_or_more, one_or_more };
struct PathRepeat {
  Box<Path> path;
  PathModifier modifier = PathModifier::zero_or_more;
  friend bool operator==(const PathRepeat&, const PathRepeat&) = default;
};
struct PathNegatedSet {
  std::vector<Term> forward;
  std::vector<Term> inverse;
  friend bool operator==(const PathNegatedSet&, const PathNegatedSet&) = default;
};
struct Path {
  std::variant<Term, PathInverse, PathSequence, PathAlternative, PathRepeat, PathNegatedSet> node;
  friend bool operator==(const Path&, const Path&) = default;
};

/// One triple of a pattern. A path that is a single IRI, or a variable, is a Node.
struct TriplePattern {
  Node subject;
  std::variant<Node, Path> predicate;
  Node object;
  Offset offset;
  friend bool operator==(const TriplePattern&, const TriplePattern&) = default;
};

// ---- Expressions (section 17) ----

struct Expression;
struct GroupGraphPattern;

enum class Operator : std::uint8_t {
  logical_or,
  logical_and,
  equal,
  not_equal,
  less,
  greater,
  less_equal,
  greater_equal,
  in,
  not_in,  ///< first operand is the needle, the rest are the list
  add,
  subtract,
  multiply,
  divide,
  logical_not,
  unary_plus,
  unary_minus,
};
struct Operation {
  Operator op = Operator::logical_or;
  Parts<Expression> operands;  ///< two, one for the unary ones
  friend bool operator==(const Operation&, const Operation&) = default;
};

/// The built-in functions of SPARQL 1.1 and 1.2, named as in the grammar's BuiltInCall.
enum class Builtin : std::uint8_t {
  str,
  lang,
  langmatches,
  langdir,
  datatype,
  bound,
  iri,
  bnode,
  rand,
  abs,
  ceil,
  floor,
  round,
  concat,
  strlen,
  ucase,
  lcase,
  encode_for_uri,
  contains,
  strstarts,
  strends,
  strbefore,
  strafter,
  year,
  month,
  day,
  hours,
  minutes,
  seconds,
  timezone,
  tz,
  now,
  uuid,
  struuid,
  md5,
  sha1,
  sha256,
  sha384,
  sha512,
  coalesce,
  if_,
  strlang,
  strlangdir,
  strdt,
  sameterm,
  isiri,
  isblank,
  isliteral,
  isnumeric,
  haslang,
  haslangdir,
  regex,
  substr,
  replace,
  istriple,
  triple,
  subject,
  predicate,
  object,
};
struct BuiltinCall {
  Builtin function = Builtin::str;
  Parts<Expression> arguments;  ///< count checked by the parser; BOUND's is a Variable
  friend bool operator==(const BuiltinCall&, const BuiltinCall&) = default;
};
/// A call by IRI: casts and extension functions. DISTINCT is kept for the message that refuses it.
struct FunctionCall {
  Term function;
  bool distinct = false;
  Parts<Expression> arguments;
  friend bool operator==(const FunctionCall&, const FunctionCall&) = default;
};
struct Exists {
  bool negated = false;
  Box<GroupGraphPattern> pattern;
  friend bool operator==(const Exists&, const Exists&) = default;
};
enum class AggregateFunction : std::uint8_t {
  count,
  sum,
  min,
  max,
  avg,
  sample,
  group_concat,
  custom,
};
struct Aggregate {
  AggregateFunction function = AggregateFunction::count;
  bool distinct = false;
  std::optional<Box<Expression>> argument;  ///< none: COUNT(*)
  std::string separator = " ";              ///< of GROUP_CONCAT
  std::string iri = {};                     ///< of an application's own
  friend bool operator==(const Aggregate&, const Aggregate&) = default;
};
/// <<( s p o )>> as an expression, with parts that are variables or terms.
struct TripleExpression {
  Box<Expression> subject, predicate, object;
  friend bool operator==(const TripleExpression&, const TripleExpression&) = default;
};
struct Expression {
  std::variant<Variable, Term, Operation, BuiltinCall, FunctionCall, Exists, Aggregate,
               TripleExpression>
      node;
  Offset offset;
  friend bool operator==(const Expression&, const Expression&) = default;
};

// ---- Graph patterns (section 5) ----

struct SelectQuery;

struct TriplesBlock {
  std::vector<TriplePattern> triples;
  friend bool operator==(const TriplesBlock&, const TriplesBlock&) = default;
};
struct OptionalPattern {
  Box<GroupGraphPattern> pattern;
  friend bool operator==(const OptionalPattern&, const OptionalPattern&) = default;
};
struct MinusPattern {
  Box<GroupGraphPattern> pattern;
  friend bool operator==(const MinusPattern&, const MinusPattern&) = default;
};
/// { ... } alone (one alternative) or { ... } UNION { ... } ...
struct GroupOrUnionPattern {
  Parts<GroupGraphPattern> alternatives;
  friend bool operator==(const GroupOrUnionPattern&, const GroupOrUnionPattern&) = default;
};
struct GraphPattern {
  Node name;  ///< Variable or IRI
  Box<GroupGraphPattern> pattern;
  friend bool operator==(const GraphPattern&, const GraphPattern&) = default;
};
struct ServicePattern {
  bool silent = false;
  Node name;  ///< Variable or IRI
  Box<GroupGraphPattern> pattern;
  friend bool operator==(const ServicePattern&, const ServicePattern&) = default;
};
struct Filter {
  Expression condition;
  friend bool operator==(const Filter&, const Filter&) = default;
};
struct Bind {
  Expression expression;
  Variable variable;
  friend bool operator==(const Bind&, const Bind&) = default;
};
struct InlineData {
  std::vector<Variable> variables;
  /// nullopt: UNDEF; each as long as `variables`.
  std::vector<std::vector<std::optional<Term>>> rows;
  friend bool operator==(const InlineData&, const InlineData&) = default;
};
struct SubSelect {
  Box<SelectQuery> query;
  friend bool operator==(const SubSelect&, const SubSelect&) = default;
};
struct PatternElement {
  std::variant<TriplesBlock, OptionalPattern, MinusPattern, GroupOrUnionPattern, GraphPattern,
               ServicePattern, Filter, Bind, InlineData, SubSelect>
      node;
  Offset offset;
  friend bool operator==(const PatternElement&, const PatternElement&) = default;
};
struct GroupGraphPattern {
  /// In the order written; neighbouring triples share one block.
  std::vector<PatternElement> elements;
  friend bool operator==(const GroupGraphPattern&, const GroupGraphPattern&) = default;
};

// ---- Queries (sections 15, 16) ----

/// (expression AS variable), or a plain variable when there is no expression.
struct Projection {
  Variable variable;
  std::optional<Expression> expression;
  friend bool operator==(const Projection&, const Projection&) = default;
};
/// One condition of GROUP BY; `variable` is empty for an expression without AS.
struct GroupCondition {
  Expression expression;
  std::optional<Variable> variable;
  friend bool operator==(const GroupCondition&, const GroupCondition&) = default;
};
struct OrderCondition {
  Expression expression;
  bool descending = false;
  friend bool operator==(const OrderCondition&, const OrderCondition&) = default;
};
/// LIMIT and OFFSET: a number, or a parameter the caller binds ($n).
using Count = std::variant<std::uint64_t, Variable>;
struct SolutionModifier {
  std::vector<GroupCondition> group_by;
  std::vector<Expression> having;
  std::vector<OrderCondition> order_by;
  std::optional<Count> limit;
  std::optional<Count> offset;
  friend bool operator==(const SolutionModifier&, const SolutionModifier&) = default;
};
enum class Duplicates : std::uint8_t { keep, distinct, reduced };
struct SelectQuery {
  Duplicates duplicates = Duplicates::keep;
  bool star = false;
  std::vector<Projection> projection;  ///< empty when star
  GroupGraphPattern where;
  SolutionModifier modifier;
  std::optional<InlineData> values;
  friend bool operator==(const SelectQuery&, const SelectQuery&) = default;
};
struct ConstructQuery {
  std::vector<TriplePattern> construct_template;
  GroupGraphPattern where;
  SolutionModifier modifier;
  std::optional<InlineData> values;
  friend bool operator==(const ConstructQuery&, const ConstructQuery&) = default;
};
struct DescribeQuery {
  bool star = false;
  std::vector<Node> targets;  ///< variables and IRIs
  std::optional<GroupGraphPattern> where;
  SolutionModifier modifier;
  std::optional<InlineData> values;
  friend bool operator==(const DescribeQuery&, const DescribeQuery&) = default;
};
struct AskQuery {
  GroupGraphPattern where;
  SolutionModifier modifier;
  std::optional<InlineData> values;
  friend bool operator==(const AskQuery&, const AskQuery&) = default;
};
/// FROM and FROM NAMED, or USING and USING NAMED.
struct DatasetClause {
  std::vector<Term> default_graphs;
  std::vector<Term> named_graphs;
  bool empty() const { return default_graphs.empty() && named_graphs.empty(); }
  friend bool operator==(const DatasetClause&, const DatasetClause&) = default;
};
/// Name and IRI of each prefix in force at the end of the prologue.
using PrefixMap = std::vector<std::pair<std::string, std::string>>;
struct Query {
  std::variant<SelectQuery, ConstructQuery, DescribeQuery, AskQuery> form;
  DatasetClause dataset;
  PrefixMap prefixes;  ///< for printing results; predeclared ones not included unless redeclared
  std::string base;
  friend bool operator==(const Query&, const Query&) = default;
};

// ---- Updates (SPARQL 1.1 Update, section 3) ----

/// A template or data triple and the graph it is for (IRI or Variable; none: the default or the
/// WITH graph).
struct QuadPattern {
  TriplePattern triple;
  std::optional<Node> graph;
  friend bool operator==(const QuadPattern&, const QuadPattern&) = default;
};
struct InsertData {
  std::vector<QuadPattern> quads;  ///< no variables
  friend bool operator==(const InsertData&, const InsertData&) = default;
};
struct DeleteData {
  std::vector<QuadPattern> quads;  ///< no variables, no blank nodes
  friend bool operator==(const DeleteData&, const DeleteData&) = default;
};
struct DeleteWhere {
  std::vector<QuadPattern> quads;
  friend bool operator==(const DeleteWhere&, const DeleteWhere&) = default;
};
struct Modify {
  std::optional<Term> with;
  std::vector<QuadPattern> remove;
  std::vector<QuadPattern> insert;
  DatasetClause using_clause;
  GroupGraphPattern where;
  friend bool operator==(const Modify&, const Modify&) = default;
};
enum class GraphTarget : std::uint8_t { graph, default_graph, named, all };
struct GraphRef {
  GraphTarget target = GraphTarget::default_graph;
  std::optional<Term> graph;  ///< for GraphTarget::graph
  friend bool operator==(const GraphRef&, const GraphRef&) = default;
};
struct Load {
  bool silent = false;
  Term source;
  std::optional<Term> into;
  friend bool operator==(const Load&, const Load&) = default;
};
enum class GraphManagement : std::uint8_t { clear, drop, create };
struct ManageGraph {
  GraphManagement action = GraphManagement::clear;
  bool silent = false;
  GraphRef graph;
  friend bool operator==(const ManageGraph&, const ManageGraph&) = default;
};
enum class GraphTransfer : std::uint8_t { add, move, copy };
struct TransferGraph {
  GraphTransfer action = GraphTransfer::add;
  bool silent = false;
  GraphRef from, to;  ///< GraphTarget::graph or default_graph
  friend bool operator==(const TransferGraph&, const TransferGraph&) = default;
};
struct UpdateOperation {
  std::variant<InsertData, DeleteData, DeleteWhere, Modify, Load, ManageGraph, TransferGraph> node;
  Offset offset;
  friend bool operator==(const UpdateOperation&, const UpdateOperation&) = default;
};
struct Update {
  std::vector<UpdateOperation> operations;
  PrefixMap prefixes;
  std::string base;
  friend bool operator==(const Update&, const Update&) = default;
};

}  // namespace dossier::ast

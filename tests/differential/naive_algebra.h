// SPDX-License-Identifier: Apache-2.0
// A naive evaluator of SPARQL: nested loops over vectors, written for clarity from the
// specification (SPARQL 1.1 Query, section 18), sharing nothing with engine/. What it answers is
// right by being obvious.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "dossier/quad.h"
#include "parser/sparql/ast.h"

namespace dossier::naive {

/// A solution mapping. Blank nodes of patterns are variables whose names start with "_:".
using Solution = std::map<std::string, Term>;
/// A multiset of solutions.
using Solutions = std::vector<Solution>;
using Graph = std::vector<Triple>;  ///< each triple once

struct Dataset {
  Graph default_graph;
  std::map<Term, Graph> named;
  std::shared_ptr<const Dataset> endpoint;  ///< what SERVICE asks

  /// `union_default`: the default graph is the union of all graphs. A FROM or FROM NAMED says
  /// instead which graphs there are (section 13.2).
  /// The endpoint has the same quads with remote nodes.
  static Dataset of(const std::vector<Quad>& quads, bool union_default,
                    const ast::DatasetClause& clause);
};

/// A sub-SELECT whose LIMIT or OFFSET may give different rows: there is no single answer.
class Ambiguous : public std::runtime_error {
 public:
  Ambiguous() : std::runtime_error("the order leaves open which rows a slice takes") {}
};

/// The blank nodes of an endpoint are other nodes: `quads` with labels that begin with this.
inline constexpr const char* kRemote = "remote";
std::vector<Quad> with_remote_nodes(std::vector<Quad> quads);
/// Solutions as an answer of the endpoint: its blank nodes are nodes of no other answer.
Solutions as_one_answer(Solutions solutions);
/// The term with all such nodes called kRemote.
Term without_remote_labels(const Term& term);

/// The evaluation of a group in `graph` (section 18.2.2 and 18.5 together).
Solutions evaluate(const ast::GroupGraphPattern& group, const Graph& graph, const Dataset& dataset);
/// The solutions of a SELECT before its LIMIT and OFFSET, projected. Throws Ambiguous.
Solutions evaluate(const ast::SelectQuery& query, const Graph& graph, const Dataset& dataset);

/// What an expression sees: a solution, and the graph and dataset for EXISTS.
struct Scope {
  const Solution& solution;
  const Graph& graph;
  const Dataset& dataset;
  /// The group, when the expression is evaluated over one (section 18.5.1).
  const Solutions* group = nullptr;
};
/// Nothing is an error.
std::optional<Term> evaluate(const ast::Expression& expression, const Scope& scope);
/// SPARQL 1.2, section 17.2.2: strings with a language have none.
std::optional<bool> effective_boolean_value(const std::optional<Term>& value);

/// The rows that ORDER BY, LIMIT and OFFSET leave of `rows`; ORDER BY is by STR() of variables.
Solutions sliced(const ast::SelectQuery& query, Solutions rows);

/// The terms at the ends of a path's pattern, which paths of no length join to themselves.
struct PathEnds {
  std::optional<Term> start, end;
};
/// The pairs a path joins in `graph` (section 18.4), with duplicates where the path keeps them.
std::vector<std::pair<Term, Term>> evaluate(const ast::Path& path, const Graph& graph,
                                            const PathEnds& ends);

/// substitute(pattern, solution) of section 18.6, for the patterns the generator makes.
ast::GroupGraphPattern substitute(const ast::GroupGraphPattern& group, const Solution& solution);

}  // namespace dossier::naive

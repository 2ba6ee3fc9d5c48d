// Repeated property paths over sets of nodes (SPARQL 1.1, section 18.4, ALP): breadth first, a
// whole frontier a step.
#pragma once

#include <vector>

#include "engine/exec/query_state.h"
#include "engine/plan/physical.h"
#include "parser/sparql/ast.h"

namespace dossier {

/// Sets of nodes are sorted vectors without duplicates.
using NodeSet = std::vector<TermId>;

class PathClosure {
 public:
  PathClosure(QueryState& state, const plan::ActiveGraph& graph) : state_(state), graph_(graph) {}

  /// The nodes that `path` reaches from any of `from`; backwards: from which it reaches them.
  NodeSet image(const ast::Path& path, const NodeSet& from, bool backwards);
  /// Every subject and object of the active graph.
  NodeSet all_nodes();
  /// True when `term` is one of them.
  bool is_node(TermId term);

 private:
  NodeSet repeat(const ast::PathRepeat& repeat, const NodeSet& from, bool backwards);
  NodeSet sequence(const ast::PathSequence& sequence, const NodeSet& from, bool backwards);
  NodeSet negated(const ast::PathNegatedSet& set, const NodeSet& from, bool backwards);
  /// The other ends of the edges of `from` whose predicate is `predicate`, or with none() any that
  /// is not among `excluded`.
  NodeSet edges(TermId predicate, const std::vector<Term>& excluded, const NodeSet& from,
                bool backwards);
  bool leads(storage::Permutation permutation, TermId term);
  void column(storage::Permutation permutation, Position position, NodeSet& nodes);

  QueryState& state_;
  plan::ActiveGraph graph_;
};

}  // namespace dossier

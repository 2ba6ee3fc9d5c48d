// SPDX-License-Identifier: Apache-2.0
// Repeated property paths over sets of nodes (SPARQL 1.1, section 18.4, ALP): breadth first, a
// whole frontier a step.
#pragma once

#include <boost/unordered/unordered_flat_set.hpp>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "engine/exec/query_state.h"
#include "engine/plan/physical.h"
#include "parser/sparql/ast.h"

namespace dossier {

/// Sets of nodes are sorted vectors without duplicates.
using NodeSet = std::vector<TermId>;
/// Where a step starts and where it ends.
using PathEdges = std::vector<std::pair<TermId, TermId>>;

class PathClosure {
 public:
  PathClosure(QueryState& state, const plan::ActiveGraph& graph) : state_(state), graph_(graph) {}

  /// The nodes that `path` reaches from any of `from`; backwards: from which it reaches them.
  NodeSet image(const ast::Path& path, const NodeSet& from, bool backwards);
  /// Whether the path leads from one node to the other: searched from both ends, from the smaller
  /// frontier first.
  bool connects(const ast::PathRepeat& repeat, TermId from, TermId to);
  /// All pairs that `path` joins in the active graph, charged to `charge`; zero-length paths join
  /// its nodes. Some come more than once.
  PathEdges relation(const ast::Path& path, MemoryCharge& charge);
  /// About how many relation() would give; none for paths where only trying tells.
  std::optional<double> relation_size(const ast::Path& path) const;
  /// Every subject and object of the active graph.
  NodeSet all_nodes();
  /// True when `term` is one of them.
  bool is_node(TermId term);

  /// The nodes one end of a search has met.
  struct Side {
    NodeSet frontier;
    boost::unordered_flat_set<TermId, std::hash<TermId>> seen;
    bool backwards = false;
  };
  /// Goes on by one step; the frontier becomes the nodes not seen before.
  void advance(const ast::Path& step, Side& side, MemoryCharge& charge);
  /// The first nodes in the order of ids, up to `most`, where `step` starts; backwards: where it
  /// ends. None for steps that no index has in that order.
  std::optional<NodeSet> first_starts(const ast::Path& step, bool backwards, std::size_t most);

 private:
  template <typename Visit>
  void each_edge(TermId predicate, const Visit& visit) const;
  void add_joined(const ast::PathSequence& sequence, PathEdges& edges, MemoryCharge& charge);
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

// SPDX-License-Identifier: Apache-2.0
// PathGraph: the steps of a repeated path as compact arrays, for searches from many nodes.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/exec/path_closure.h"

namespace dossier {

/// Kept in memory whole and charged to the query. One thread at a time.
class PathGraph {
 public:
  /// The steps of `step`, or from their ends to their starts. The state must outlive it.
  PathGraph(QueryState& state, PathClosure& closure, const ast::Path& step, bool backwards);

  /// Replaces `reached` by the nodes that so many steps from `start` lead to, each once.
  void reach(TermId start, ast::PathModifier modifier, NodeSet& reached);
  /// The nodes that a step leads away from, ascending.
  NodeSet starts() const;

 private:
  void visit(std::uint32_t node, NodeSet& reached);

  QueryState& state_;
  MemoryCharge charge_;
  NodeSet nodes_;                       ///< by number
  std::vector<std::uint32_t> offsets_;  ///< of each node's targets_; one more than nodes
  std::vector<std::uint32_t> targets_;
  std::vector<std::uint32_t> visited_;  ///< the search that met the node last
  std::uint32_t search_ = 0;
  std::vector<std::uint32_t> queue_;
};

}  // namespace dossier

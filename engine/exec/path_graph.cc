// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/path_graph.h"

#include <algorithm>
#include <utility>

namespace dossier {

PathGraph::PathGraph(QueryState& state, PathClosure& closure, const ast::Path& step, bool backwards)
    : state_(state), charge_(state.memory()) {
  MemoryCharge edges_charge(state.memory());
  PathEdges edges = closure.relation(step, edges_charge);
  if (backwards) {
    for (auto& [from, to] : edges) std::swap(from, to);
  }
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  state_.check();
  charge_.add(edges.size() * (2 * sizeof(TermId) + sizeof(std::uint32_t)));
  for (const auto& [from, to] : edges) {
    nodes_.push_back(from);
    nodes_.push_back(to);
  }
  std::sort(nodes_.begin(), nodes_.end());
  nodes_.erase(std::unique(nodes_.begin(), nodes_.end()), nodes_.end());
  charge_.add(nodes_.size() * 3 * sizeof(std::uint32_t));

  offsets_.assign(nodes_.size() + 1, 0);
  targets_.reserve(edges.size());
  std::uint32_t at = 0;
  for (const auto& [from, to] : edges) {
    state_.work(8);
    while (nodes_[at] != from) offsets_[++at] = static_cast<std::uint32_t>(targets_.size());
    targets_.push_back(static_cast<std::uint32_t>(
        std::lower_bound(nodes_.begin(), nodes_.end(), to) - nodes_.begin()));
  }
  while (at < nodes_.size()) offsets_[++at] = static_cast<std::uint32_t>(targets_.size());
  visited_.assign(nodes_.size(), 0);
}

void PathGraph::visit(std::uint32_t node, NodeSet& reached) {
  if (visited_[node] == search_) return;
  visited_[node] = search_;
  queue_.push_back(node);
  reached.push_back(nodes_[node]);
}

void PathGraph::reach(TermId start, ast::PathModifier modifier, NodeSet& reached) {
  reached.clear();
  const auto place = std::lower_bound(nodes_.begin(), nodes_.end(), start);
  const bool from_here = modifier != ast::PathModifier::one_or_more;
  if (place == nodes_.end() || *place != start) {
    if (from_here) reached.push_back(start);
    return;
  }
  if (++search_ == 0) {
    std::fill(visited_.begin(), visited_.end(), 0U);
    search_ = 1;
  }
  const auto first = static_cast<std::uint32_t>(place - nodes_.begin());
  queue_.clear();
  if (from_here) visit(first, reached);
  const auto follow = [&](std::uint32_t node) {
    state_.work(1 + offsets_[node + 1] - offsets_[node]);
    for (std::uint32_t i = offsets_[node]; i < offsets_[node + 1]; ++i) visit(targets_[i], reached);
  };
  if (!from_here) follow(first);
  // What one step leads to is the end of "?".
  const std::size_t last = modifier == ast::PathModifier::zero_or_one ? 1 : nodes_.size();
  for (std::size_t i = 0; i < queue_.size() && i < last; ++i) follow(queue_[i]);
}

NodeSet PathGraph::starts() const {
  NodeSet starts;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    if (offsets_[i] != offsets_[i + 1]) starts.push_back(nodes_[i]);
  }
  return starts;
}

}  // namespace dossier

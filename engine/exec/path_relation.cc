// SPDX-License-Identifier: Apache-2.0
// All pairs that a step of a path joins.
#include <algorithm>

#include "engine/algebra/overloaded.h"
#include "engine/exec/path_closure.h"

namespace dossier {

namespace {

void swap_ends(PathEdges& edges, std::size_t from) {
  for (std::size_t i = from; i < edges.size(); ++i) std::swap(edges[i].first, edges[i].second);
}

bool is_excluded(const std::vector<TermId>& excluded, TermId predicate) {
  return std::find(excluded.begin(), excluded.end(), predicate) != excluded.end();
}

}  // namespace

/// Calls visit(subject, predicate, object) for the edges of one predicate, or of all.
template <typename Visit>
void PathClosure::each_edge(TermId predicate, const Visit& visit) const {
  if (predicate.is_local()) return;
  storage::ScanRequest request;
  request.graphs = graph_.scope;
  if (predicate) {
    request.permutation = storage::Permutation::pso;
    request.prefix[0] = predicate;
    request.prefix_length = 1;
  }
  const auto scan = state_.source().scan(request);
  std::array<std::vector<TermId>, 3> buffer;
  std::array<TermId*, 4> columns{};
  for (std::size_t i = 0; i < 3; ++i) {
    buffer[i].resize(Batch::kCapacity);
    columns[i] = buffer[i].data();
  }
  while (const std::size_t count = scan->next(columns, Batch::kCapacity)) {
    state_.check();
    for (std::size_t row = 0; row < count; ++row)
      visit(buffer[0][row], buffer[1][row], buffer[2][row]);
  }
}

PathEdges PathClosure::relation(const ast::Path& path, MemoryCharge& charge) {
  PathEdges edges;
  const auto add = [&](TermId from, TermId to) {
    if (edges.size() == edges.capacity()) {
      charge.add(std::max<std::size_t>(edges.size(), 64) * sizeof(PathEdges::value_type));
      edges.reserve(edges.size() + std::max<std::size_t>(edges.size(), 64));
    }
    edges.emplace_back(from, to);
  };
  std::visit(Overloaded{
                 [&](const Term& predicate) {
                   each_edge(state_.terms().intern(predicate),
                             [&](TermId s, TermId, TermId o) { add(s, o); });
                 },
                 [&](const ast::PathInverse& p) {
                   edges = relation(*p.path, charge);
                   swap_ends(edges, 0);
                 },
                 [&](const ast::PathAlternative& p) {
                   for (const ast::Path& choice : p.choices) {
                     for (const auto& [from, to] : relation(choice, charge)) add(from, to);
                   }
                 },
                 [&](const ast::PathSequence& p) { add_joined(p, edges, charge); },
                 [&](const ast::PathNegatedSet& p) {
                   std::vector<TermId> forward, inverse;
                   for (const Term& term : p.forward)
                     forward.push_back(state_.terms().intern(term));
                   for (const Term& term : p.inverse)
                     inverse.push_back(state_.terms().intern(term));
                   const bool goes_forward = !forward.empty() || inverse.empty();
                   each_edge(TermId::none(), [&](TermId s, TermId predicate, TermId o) {
                     if (goes_forward && !is_excluded(forward, predicate)) add(s, o);
                     if (!inverse.empty() && !is_excluded(inverse, predicate)) add(o, s);
                   });
                 },
                 [&](const ast::PathRepeat&) {
                   for (TermId node : all_nodes()) {
                     for (TermId reached : image(path, {node}, false)) add(node, reached);
                   }
                 },
             },
             path.node);
  return edges;
}

// Step by step: the pairs so far, by their ends, meet the next step's, by their starts.
void PathClosure::add_joined(const ast::PathSequence& sequence, PathEdges& edges,
                             MemoryCharge& charge) {
  edges = relation(sequence.steps.front(), charge);
  for (std::size_t i = 1; i < sequence.steps.size(); ++i) {
    PathEdges next = relation(sequence.steps[i], charge);
    std::sort(next.begin(), next.end());
    PathEdges longer;
    for (const auto& [from, middle] : edges) {
      auto it = std::lower_bound(next.begin(), next.end(), std::pair(middle, TermId::none()));
      for (; it != next.end() && it->first == middle; ++it) {
        state_.work(1);
        if (longer.size() % 1024 == 0) charge.add(1024 * sizeof(PathEdges::value_type));
        longer.emplace_back(from, it->second);
      }
    }
    std::sort(longer.begin(), longer.end());
    longer.erase(std::unique(longer.begin(), longer.end()), longer.end());
    edges = std::move(longer);
  }
}

std::optional<double> PathClosure::relation_size(const ast::Path& path) const {
  if (const auto* predicate = std::get_if<Term>(&path.node)) {
    const TermId id = state_.source().find(*predicate);
    if (!id) return 0;
    storage::ScanRequest request;
    request.permutation = storage::Permutation::pso;
    request.prefix[0] = id;
    request.prefix_length = 1;
    return static_cast<double>(state_.source().estimate(request));
  }
  if (const auto* inverse = std::get_if<ast::PathInverse>(&path.node))
    return relation_size(*inverse->path);
  if (const auto* alternative = std::get_if<ast::PathAlternative>(&path.node)) {
    double sum = 0;
    for (const ast::Path& choice : alternative->choices) {
      const std::optional<double> one = relation_size(choice);
      if (!one) return std::nullopt;
      sum += *one;
    }
    return sum;
  }
  return std::nullopt;
}

}  // namespace dossier

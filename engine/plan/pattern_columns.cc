// SPDX-License-Identifier: Apache-2.0
#include "engine/plan/pattern_columns.h"

namespace dossier {

namespace {

constexpr std::array<Position, 4> kPositions = {Position::subject, Position::predicate,
                                                Position::object, Position::graph};

std::size_t index(Position position) { return static_cast<std::size_t>(position); }

/// The one graph a scope names, or none().
TermId only_graph(const storage::GraphScope& scope) {
  const bool one = scope.kind == storage::GraphScope::Kind::list && scope.graphs.size() == 1;
  return one ? scope.graphs.front() : TermId::none();
}

}  // namespace

PatternColumns::PatternColumns(const plan::QuadPattern& pattern, storage::Permutation permutation) {
  const std::array<const plan::Item*, 3> items = {&pattern.subject, &pattern.predicate,
                                                  &pattern.object};
  std::array<TermId, 4> constants{};
  for (std::size_t i = 0; i < 3; ++i) {
    if (const auto* id = std::get_if<TermId>(items[i])) {
      constants[i] = *id;
      impossible = impossible || id->is_local();
    } else {
      slots[i] = std::get<Slot>(*items[i]);
    }
  }
  request.permutation = permutation;
  request.graphs = pattern.graph.scope;
  slots[index(Position::graph)] = pattern.graph.variable;
  impossible = impossible || (request.graphs.kind == storage::GraphScope::Kind::list &&
                              request.graphs.graphs.empty());
  if (permutation == storage::Permutation::gspo)
    constants[index(Position::graph)] = only_graph(request.graphs);

  const auto order = storage::column_order(permutation);
  while (request.prefix_length < 4 && constants[index(order[request.prefix_length])]) {
    request.prefix[request.prefix_length] = constants[index(order[request.prefix_length])];
    constants[index(order[request.prefix_length])] = TermId::none();
    ++request.prefix_length;
  }
  residual = constants;
  for (std::size_t i = 0; i < 4; ++i) {
    for (std::size_t j = i + 1; j < 4; ++j) {
      if (slots[i] && slots[i] == slots[j]) {
        equal.emplace_back(kPositions[i], kPositions[j]);
        break;
      }
    }
  }
}

}  // namespace dossier

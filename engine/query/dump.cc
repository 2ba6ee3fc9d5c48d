// SPDX-License-Identifier: Apache-2.0
#include "engine/query/dump.h"

#include <array>
#include <vector>

namespace dossier {

void dump_quads(const storage::QuadSource& source, const std::function<void(const Quad&)>& sink,
                const std::optional<Term>& graph) {
  storage::ScanRequest request;
  request.permutation = storage::Permutation::gspo;
  request.graphs.distinct = false;
  if (graph) {
    request.prefix[0] = source.find(*graph);
    request.prefix_length = 1;
    if (!request.prefix[0]) return;
  }
  constexpr std::size_t kRows = 1024;
  std::array<std::vector<TermId>, 4> ids;
  std::array<std::vector<Term>, 4> terms;
  std::array<TermId*, 4> columns{};
  for (std::size_t i = 0; i < 4; ++i) {
    ids[i].resize(kRows);
    terms[i].resize(kRows);
    columns[i] = ids[i].data();
  }
  const auto scan = source.scan(request);
  while (const std::size_t count = scan->next(columns, kRows)) {
    std::vector<bool> named(count);
    for (std::size_t row = 0; row < count; ++row) {
      named[row] = ids[3][row] != TermId::default_graph();
      if (!named[row]) ids[3][row] = TermId::none();
    }
    for (std::size_t i = 0; i < 4; ++i)
      source.terms({ids[i].data(), count}, {terms[i].data(), count});
    for (std::size_t row = 0; row < count; ++row) {
      Quad quad{terms[0][row], terms[1][row], terms[2][row], std::nullopt};
      if (named[row]) quad.graph = terms[3][row];
      sink(quad);
    }
  }
}

}  // namespace dossier

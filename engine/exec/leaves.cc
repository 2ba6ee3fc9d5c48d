// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/leaves.h"

#include <algorithm>

namespace dossier {

bool ValuesOperator::do_next(Batch& out) {
  const std::size_t count = std::min(rows_.size() - at_, out.capacity());
  for (std::size_t i = 0; i < out.width(); ++i) {
    TermId* column = out.column(i);
    for (std::size_t row = 0; row < count; ++row) column[row] = rows_[at_ + row][i];
  }
  at_ += count;
  out.resize(count);
  return count != 0;
}

std::vector<TermId> named_graphs(const storage::QuadSource& source,
                                 const storage::GraphScope& scope) {
  std::vector<TermId> graphs = source.named_graphs();
  std::erase_if(graphs, [&scope](TermId graph) { return !scope.contains(graph); });
  return graphs;
}

}  // namespace dossier

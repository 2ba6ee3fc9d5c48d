// SPDX-License-Identifier: Apache-2.0
#include "storage/scan/split.h"

#include <algorithm>

#include "storage/parts.h"

namespace dossier::storage {

std::vector<ScanRequest> split(const State& state, const ScanRequest& request, std::uint64_t rows,
                               SplitAt at) {
  const BlockIndex& index = state.index(request.permutation);
  const KeyRange range = range_of(request);
  std::vector<Key> begins;
  std::uint64_t gathered = 0;
  const std::size_t first = index.size() == 0 ? 0 : index.find(range.low);
  for (std::size_t i = first; i < index.size() && index[i].first <= range.high; ++i) {
    const BlockEntry& entry = index[i];
    for (std::uint64_t row = 0; row < entry.rows; row += rows) {
      if (gathered >= rows) {
        begins.push_back(row == 0 ? entry.first
                                  : state.block(request.permutation, entry)->row(row));
        gathered = 0;
      }
      gathered += std::min(rows, entry.rows - row);
    }
  }
  return cut(request, begins, at);
}

}  // namespace dossier::storage

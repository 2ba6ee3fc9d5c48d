// SPDX-License-Identifier: Apache-2.0
#include "storage/load/sorted_rows.h"

namespace dossier::storage {

void SortedRows::sort(Permutation next) {
  const auto& before = kColumnOrder[index_of(permutation_)];
  const auto& after = kColumnOrder[index_of(next)];
  std::array<std::size_t, 4> from{};
  for (std::size_t i = 0; i < from.size(); ++i) {
    from[i] = static_cast<std::size_t>(std::find(before.begin(), before.end(), after[i]) -
                                       before.begin());
  }
  for (RankRow& row : rows_) row = {row[from[0]], row[from[1]], row[from[2]], row[from[3]]};
  radix_sort(rows_, scratch_, 1);
  permutation_ = next;
}

}  // namespace dossier::storage

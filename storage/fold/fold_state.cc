// SPDX-License-Identifier: Apache-2.0
#include "storage/fold/fold_state.h"

namespace dossier::storage {

FoldState read_fold_state(const State& state) {
  FoldState out;
  state.database->each(Family::delta, {}, state.snapshot.get(),
                       [&](std::string_view key, std::string_view value) {
                         std::size_t changes = 0;
                         decode_page(value, [&](const Change&) { ++changes; });
                         out.pages.add(decode_page_key(key), changes);
                         return true;
                       });
  for (const Permutation permutation : kPermutations)
    out.sweeps[index_of(permutation)] = {kLowestKey, state.delta(permutation).highest(),
                                         out.pages.next()};
  return out;
}

}  // namespace dossier::storage

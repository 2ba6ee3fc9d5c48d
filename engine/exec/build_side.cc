// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/build_side.h"

namespace dossier {

void BuildSide::read(Operator& source, const JoinColumns& columns) {
  clear();
  source.open();
  Batch batch = source.make_batch();
  while (source.next(batch)) {
    for (std::size_t row = 0; row < batch.size(); ++row) {
      TermId* values = rows_.add();
      for (std::size_t i = 0; i < batch.width(); ++i) values[i] = batch.column(i)[row];
      index_.add(columns.hash_right(values));
    }
  }
  source.close();
}

}  // namespace dossier

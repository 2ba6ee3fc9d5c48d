// SPDX-License-Identifier: Apache-2.0
// All rows of an operator that is run by itself.
#pragma once

#include <vector>

#include "engine/exec/operator.h"

namespace dossier::test {

using Rows = std::vector<std::vector<TermId>>;

inline Rows rows_of(Operator& op) {
  Rows rows;
  Batch batch = op.make_batch();
  op.open();
  while (op.next(batch)) {
    for (std::size_t row = 0; row < batch.size(); ++row) {
      auto& values = rows.emplace_back();
      for (std::size_t i = 0; i < batch.width(); ++i) values.push_back(batch.column(i)[row]);
    }
  }
  op.close();
  return rows;
}

}  // namespace dossier::test

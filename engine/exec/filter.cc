// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/filter.h"

namespace dossier {

bool FilterOperator::do_next(Batch& out) {
  if (!child_->next(out)) return false;
  for (const CompiledExpression& condition : conditions_) {
    if (out.empty()) break;
    condition.select(out, rows_);
    out.select(rows_);
  }
  return true;
}

}  // namespace dossier

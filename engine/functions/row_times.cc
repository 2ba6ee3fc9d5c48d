// SPDX-License-Identifier: Apache-2.0
#include "engine/functions/row_times.h"

#include "dossier/error.h"
#include "model/inline_codec.h"

namespace dossier {

void fail_count() {
  throw Error(ErrorCode::limit,
              "the query counts more than 9,223,372,036,854,775,807 rows; make its patterns more "
              "selective, or count one pattern at a time");
}

void row_times(const Batch& batch, std::span<const Slot> factors,
               std::vector<std::int64_t>& times) {
  times.assign(batch.size(), 1);
  for (const Slot factor : factors) {
    const TermId* const column = batch.find(factor);
    if (column == nullptr) continue;
    for (std::size_t row = 0; row < batch.size(); ++row) {
      if (!column[row]) continue;
      const std::int64_t value = inline_codec::decode_integer(column[row]);
      if (__builtin_mul_overflow(times[row], value, &times[row])) fail_count();
    }
  }
}

}  // namespace dossier

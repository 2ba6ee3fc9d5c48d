// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/memory_budget.h"

#include <fmt/format.h>

#include "dossier/error.h"

namespace dossier {

void MemoryBudget::refuse() const {
  throw Error(ErrorCode::limit,
              fmt::format("the query needs more memory than its limit of {} MiB; raise the limit "
                          "or ask for less",
                          (limit_ + (std::size_t{1} << 20) - 1) >> 20));
}

}  // namespace dossier

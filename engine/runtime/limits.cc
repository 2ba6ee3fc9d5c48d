// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/limits.h"

#include <fmt/format.h>

#include "dossier/error.h"

namespace dossier {

void Limits::check() const {
  if (cancellation_.cancelled() || (stop_ != nullptr && stop_->load(std::memory_order_relaxed)))
    throw Error(ErrorCode::cancelled,
                fmt::format("the query was cancelled after {} intermediate rows", rows_));
  if (!timeout_) return;
  if (std::chrono::steady_clock::now() - start_ <= *timeout_) return;
  throw Error(ErrorCode::timeout,
              fmt::format("the query timed out after {} ms and {} intermediate rows",
                          timeout_->count(), rows_));
}

}  // namespace dossier

#include "engine/exec/query_state.h"

#include <fmt/format.h>

#include "model/error.h"

namespace dossier {

QueryState::QueryState(const storage::QuadSource& source, const QueryOptions& options)
    : source_(source),
      memory_(options.memory_bytes),
      terms_(source, memory_),
      cancellation_(options.cancellation),
      timeout_(options.timeout),
      start_(std::chrono::steady_clock::now()),
      expressions_(terms_, options.base),
      profile_(options.profile),
      outside_(options.outside) {}

void QueryState::check() {
  if (cancellation_.cancelled())
    throw Error(ErrorCode::cancelled,
                fmt::format("the query was cancelled after {} intermediate rows", rows_));
  if (!timeout_) return;
  if (std::chrono::steady_clock::now() - start_ <= *timeout_) return;
  throw Error(ErrorCode::timeout,
              fmt::format("the query timed out after {} ms and {} intermediate rows",
                          timeout_->count(), rows_));
}

}  // namespace dossier

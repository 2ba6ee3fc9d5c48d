// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/query_state.h"

#include <utility>

namespace dossier {

QueryState::QueryState(const storage::QuadSource& source, const QueryOptions& options,
                       std::shared_ptr<Limits> limits)
    : source_(source),
      memory_(options.memory_bytes),
      terms_(source, memory_),
      limits_(limits ? std::move(limits) : std::make_shared<Limits>(options)),
      expressions_(terms_, options.base),
      profile_(options.profile),
      outside_(options.outside) {
  expressions_.set_limits(limits_.get());
}

}  // namespace dossier

// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/query_state.h"

#include <utility>

namespace dossier {

QueryState::QueryState(const storage::QuadSource& source, const QueryOptions& options,
                       const std::string& base, std::shared_ptr<Limits> limits,
                       functions::CustomTablePtr custom)
    : source_(source),
      memory_(options.memory_bytes),
      terms_(source, memory_),
      limits_(limits ? std::move(limits) : std::make_shared<Limits>(options)),
      expressions_(terms_, base),
      profile_(options.profile),
      outside_(options.outside) {
  expressions_.set_limits(limits_.get());
  expressions_.set_custom_functions(std::move(custom));
}

}  // namespace dossier

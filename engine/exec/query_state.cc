// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/query_state.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace dossier {
namespace {

std::size_t thread_count(std::size_t wanted) {
  return wanted != 0 ? wanted : std::max<std::size_t>(1, std::thread::hardware_concurrency());
}

}  // namespace

QueryState::QueryState(const storage::QuadSource& source, const QueryOptions& options,
                       const std::string& base, std::shared_ptr<Limits> limits,
                       functions::CustomTablePtr custom)
    : source_(source),
      memory_(memory_limit(options)),
      terms_(source, memory_),
      limits_(limits ? std::move(limits) : std::make_shared<Limits>(options)),
      expressions_(terms_, base),
      threads_(thread_count(options.threads)),
      profile_(options.profile),
      outside_(options.outside) {
  expressions_.set_limits(limits_.get());
  expressions_.set_custom_functions(std::move(custom));
}

QueryState& QueryState::make_part(const std::atomic<bool>& stop, bool is_caller) {
  parts_.push_back(std::unique_ptr<QueryState>(new QueryState(*this, stop, is_caller)));
  return *parts_.back();
}

QueryState::QueryState(QueryState& whole, const std::atomic<bool>& stop, bool is_caller)
    : source_(whole.source_),
      memory_(whole.shared_memory_),
      terms_(source_, memory_),
      limits_(std::make_shared<Limits>(*whole.limits_, stop, is_caller)),
      expressions_(terms_, whole.expressions_.base(), whole.expressions_.now(), 0),
      threads_(1),
      profile_(whole.profile_),
      outside_(whole.outside_) {
  expressions_.set_limits(limits_.get());
  expressions_.set_custom_functions(whole.expressions_.custom_functions());
}

}  // namespace dossier

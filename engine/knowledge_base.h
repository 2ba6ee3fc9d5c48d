// SPDX-License-Identifier: Apache-2.0
// KnowledgeBase's inside, which prepared queries share. Private to engine/.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>

#include "dossier/dossier.h"
#include "engine/functions/custom.h"
#include "engine/query/plan_cache.h"
#include "engine/runtime/helper_threads.h"
#include "storage/store.h"

namespace dossier {

/// The limits of requests that name none.
struct DefaultLimits {
  std::optional<std::chrono::milliseconds> timeout;
  std::optional<std::size_t> memory_bytes;
};

/// A request's options with the defaults filled in. Copies them only if it must: most bases have
/// no defaults.
class EffectiveOptions {
 public:
  /// Both must outlive it.
  EffectiveOptions(const QueryOptions& given, const DefaultLimits& defaults);
  const QueryOptions& operator*() const noexcept { return filled_ ? *filled_ : given_; }
  const QueryOptions* operator->() const noexcept { return &**this; }

 private:
  const QueryOptions& given_;
  std::optional<QueryOptions> filled_;
};

struct KnowledgeBase::Impl {
  std::unique_ptr<storage::Store> store;
  DefaultLimits defaults;
  functions::CustomRegistry functions;
  PlanCache plans;
  /// Threads that wait for the next query that has work for several.
  std::shared_ptr<HelperThreads> helpers = std::make_shared<HelperThreads>();
};

}  // namespace dossier

// SPDX-License-Identifier: Apache-2.0
// KnowledgeBase's inside, which prepared queries share. Private to engine/.
#pragma once

#include <memory>

#include "dossier/dossier.h"
#include "engine/functions/custom.h"
#include "engine/query/plan_cache.h"
#include "engine/runtime/helper_threads.h"
#include "storage/store.h"

namespace dossier {

struct KnowledgeBase::Impl {
  std::unique_ptr<storage::Store> store;
  functions::CustomRegistry functions;
  PlanCache plans;
  /// Threads that wait for the next query that has work for several.
  std::shared_ptr<HelperThreads> helpers = std::make_shared<HelperThreads>();
};

}  // namespace dossier

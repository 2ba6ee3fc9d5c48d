// SPDX-License-Identifier: Apache-2.0
// Bulk loads and standing queries: a load is no transaction. Private to engine/.
#pragma once

#include <functional>

#include "dossier/dossier.h"

namespace dossier::standing {

/// Marks all standing queries as behind, runs `load`, and compares them. A process that dies on the
/// way leaves them behind, so the next comparison finds what the load has added.
LoadReport around_load(KnowledgeBase& kb, const std::function<LoadReport()>& load);

}  // namespace dossier::standing

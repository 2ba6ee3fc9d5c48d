// SPDX-License-Identifier: Apache-2.0
// Relations of one thing that can have one value and have several. Private to desk/.
#pragma once

#include <vector>

#include "dossier/views.h"

namespace dossier {

/// The relations that the asserted rows of one subject contradict each other by. Two values at two
/// times may both be so. Throws what KnowledgeBase::query() throws.
std::vector<Term> contradicted_relations(const KnowledgeBase& kb, const std::vector<FactRow>& rows);

}  // namespace dossier

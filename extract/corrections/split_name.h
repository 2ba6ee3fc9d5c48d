// SPDX-License-Identifier: Apache-2.0
// Splits one name off an entity: selects the mentions and facts of a document that go with it.
#pragma once

#include "extract/corrections/decision.h"

namespace dossier::extract {

/// Mentions written with the name go to the new entity, and pronouns that rest on them; so does a
/// fact whose argument is such a mention. If all mentions go, everything does.
Patch split_name(const Decision& decision, const TripleSet& graph);

}  // namespace dossier::extract

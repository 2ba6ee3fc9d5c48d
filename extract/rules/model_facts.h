// SPDX-License-Identifier: Apache-2.0
// What the reading model says of pairs of mentions, as typed facts: rule "model:SPOUSE".
#pragma once

#include "extract/document.h"

namespace dossier::extract::rules {

/// Adds to Sentence::typed_facts what is probable enough, between things of the right types, and,
/// where the model alone is often wrong, joined by the words that tell it. Comes after
/// resolve_entities().
void add_model_facts(Analysis& analysis);

}  // namespace dossier::extract::rules

// SPDX-License-Identifier: Apache-2.0
// The readers of frames, one for each kind of predicate.
#pragma once

#include <vector>

#include "extract/clause/tree.h"
#include "extract/document.h"

namespace dossier::extract::clause {

/// One for each verb or copula.
std::vector<Frame> verb_frames(const Tree& tree);
/// Appends appositions, possessives and events named by a noun.
void add_noun_frames(const Tree& tree, std::vector<Frame>& frames);
/// Appends visits, talks and other events named by a noun.
void add_event_frames(const Tree& tree, std::vector<Frame>& frames);

}  // namespace dossier::extract::clause

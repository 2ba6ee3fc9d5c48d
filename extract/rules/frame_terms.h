// SPDX-License-Identifier: Apache-2.0
// The names of frame parts and entity classes in a document's graph.
#pragma once

#include <string>
#include <string_view>

#include "extract/document.h"

namespace dossier::extract::rules {

/// Who can do something: people, organisations, countries and cities.
bool is_actor(MentionType type);
/// A proper name, not a concept.
bool is_name(MentionType type);
std::string_view name_of(Frame::Kind kind);
std::string_view name_of(ArgumentRole role);
/// The predicate that leads straight from a frame to what fills the role; empty: none does.
std::string shortcut(const FrameArgument& argument);
/// The predicate for the head word of what fills the role; empty: there is none.
std::string_view lemma_shortcut(ArgumentRole role);
/// A title in one spelling: "minister of health" -> "Minister of Health".
std::string title_case(const std::string& title);

}  // namespace dossier::extract::rules

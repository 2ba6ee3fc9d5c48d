// SPDX-License-Identifier: Apache-2.0
// The thing that people mean by a part of its name: "Lund", e:CRG.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dossier/dossier.h"
#include "dossier/prefixes.h"
#include "engine/saved/name_resolution.h"

namespace dossier {

struct NearName {
  Term thing;
  std::string label;
};

/// The one entity with this name in any case or, when there is none, the one whose name has these
/// words next to each other; things with names of their own come before concepts. None when nothing
/// or more than one thing is meant.
std::optional<NearName> near_name(const KnowledgeBase& kb, std::string_view text);

/// For the IRI of an entity (e:Lavrov) of which the knowledge base says nothing: the entity that
/// its last part names. None for all other terms.
std::optional<NearName> near_entity(const KnowledgeBase& kb, const Term& term);

/// As resolve_entity(), but a near name will do. Then `note` says what was taken: "Lund: Carl
/// Lund".
Term resolve_near(const KnowledgeBase& kb, const std::string& text, const Prefixes& prefixes,
                  std::string& note);

}  // namespace dossier

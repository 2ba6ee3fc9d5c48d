// SPDX-License-Identifier: Apache-2.0
// Relations as people name them. Private to the project.
#pragma once

#include <string>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/prefixes.h"

namespace dossier {

/// The relations of the family with this name; else the relation of a verb that facts have ("leave
/// for"), or that resolve_term() finds. Throws Error(input) when there is none, with similar names.
std::vector<Term> relations_named(const KnowledgeBase& kb, const std::string& text,
                                  const Prefixes& prefixes);

}  // namespace dossier

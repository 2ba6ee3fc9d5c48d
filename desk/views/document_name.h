// SPDX-License-Identifier: Apache-2.0
// Documents as people name them. Private to the project.
#pragma once

#include <string>

#include "dossier/dossier.h"
#include "dossier/prefixes.h"

namespace dossier {

/// The document with this IRI, local name, file name or headline. Throws Error(input) with similar
/// names if there is none.
Term document_named(const KnowledgeBase& kb, const std::string& text, const Prefixes& prefixes);

}  // namespace dossier

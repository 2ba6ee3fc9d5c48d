// SPDX-License-Identifier: Apache-2.0
// Values of views as JSON.
#pragma once

#include "desk/server/views/view.h"
#include "desk/views/names.h"
#include "dossier/entities.h"
#include "dossier/views.h"

namespace dossier::server {

/// {"iri", "label", "kind"}; a literal has {"value", "label", "kind"}; null for nothing.
Json json_of(const NamedTerm& named);
Json json_of(const std::optional<NamedTerm>& named);
Json json_of(const FactRow& fact, Namer& namer);
/// {"number", "what", "date", "entity", "other", "name", "text"}: what somebody decided.
Json decision_json(const EntityDecision& decision, Namer& namer);
/// [begin, end], or null.
Json json_of(const std::optional<CodePoints>& at);
/// A term as a program reads it: {"type", "value", ...} as in SPARQL 1.1 Query Results JSON.
Json json_of_term(const Term& term);
/// The text; null when it is empty.
Json text_or_null(const std::string& text);

}  // namespace dossier::server

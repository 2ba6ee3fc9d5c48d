// SPDX-License-Identifier: Apache-2.0
// Facts and sentences as answers write them, each with its citation. Private to desk/mcp.
#pragma once

#include <string>
#include <vector>

#include "desk/mcp/json.h"
#include "dossier/evidence.h"
#include "dossier/views.h"

namespace dossier::mcp {

/// Leaves out what is empty.
void put(Json& object, const char* name, const std::string& text);
/// The IRI; of other terms their N-Triples form.
std::string iri_text(const Term& term);

/// subject, relation, object (names), their IRIs, status ("asserted", "planned", ...), when,
/// confidence, fact, citation.
Json json_of(const FactRow& row);
Json json_of(const std::vector<FactRow>& rows);
/// Likewise.
Json json_of(const Evidence& evidence);
/// document, headline, date, page, sentence, text, speaker.
Json citation_of(const FactRow& row);
Json citation_of(const FoundSentence& sentence);
Json citation_of(const Evidence& evidence);

}  // namespace dossier::mcp

// SPDX-License-Identifier: Apache-2.0
// What .facts is asked for.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/prefixes.h"
#include "dossier/views.h"

namespace dossier::repl {

/// Up to three words for subject, relation and object ("?" for any; one word alone is a thing on
/// either side, or a family of relations), then "denied", "planned", ..., "since DAY", "until DAY",
/// "in DOC", "by NAME", "class NAME", "names", "sure N", "skip N", "limit N". Errors as
/// resolve_facts(), and Error(usage) for an option without its value.
FactsRequest facts_request(const KnowledgeBase& kb, const std::vector<std::string>& words,
                           const Prefixes& prefixes, std::ostream& err);

}  // namespace dossier::repl

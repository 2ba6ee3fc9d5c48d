// SPDX-License-Identifier: Apache-2.0
// Help with an empty result: terms that are there, but not together.
#pragma once

#include <set>
#include <string>

#include "dossier/dossier.h"
#include "dossier/prefixes.h"

namespace dossier::repl {

/// For each triple pattern that no triple matches though each of its terms is there: a line that
/// says so, with what the property has instead of a text; not for those `explained` already, nor
/// for the only one of a query without more to say. When every pattern has matches, a line that
/// says that they have none together. Errors as query().
std::string explain_unmatched_patterns(const KnowledgeBase& kb, const std::string& query,
                                       const QueryOptions& options, const Prefixes& prefixes,
                                       const std::set<std::string>& explained);

}  // namespace dossier::repl

// SPDX-License-Identifier: Apache-2.0
// Parameters that are texts, where a query can only mean the thing of that name.
#pragma once

#include <ostream>
#include <string>

#include "dossier/dossier.h"

namespace dossier::repl {

/// The options with the thing in place of each text that is the exact name of one thing and that
/// the query uses as a subject, or as an object where triples of that predicate have the thing:
/// "Anna Berg" in `$who r:visit ?place`, not in `?thing rdfs:label $who`. What was taken is written
/// to `err`. Errors as query().
QueryOptions with_named_parameters(const KnowledgeBase& kb, const std::string& query,
                                   const QueryOptions& options, std::ostream& err);

}  // namespace dossier::repl

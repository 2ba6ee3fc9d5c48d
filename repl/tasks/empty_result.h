// SPDX-License-Identifier: Apache-2.0
// Help for a query that finds nothing.
#pragma once

#include <string>

#include "dossier/dossier.h"
#include "dossier/prefixes.h"

namespace dossier::repl {

/// Names the constants of a query that no quad has at their place, each with similar ones that are
/// there: "r:visits is not in this knowledge base; did you mean r:visit?". One line each; empty
/// when every constant is there.
std::string explain_empty_result(const KnowledgeBase& kb, const std::string& text,
                                 const QueryOptions& options, const Prefixes& prefixes);

}  // namespace dossier::repl

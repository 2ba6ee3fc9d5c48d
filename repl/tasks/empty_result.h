// SPDX-License-Identifier: Apache-2.0
// Help where a query finds nothing.
#pragma once

#include <string>

#include "dossier/dossier.h"

namespace dossier::repl {

/// Names the constants of a query that stand nowhere in the knowledge base at their place, each
/// with near ones that do: "r:visits is not in this knowledge base; did you mean r:visit?". A line
/// each; empty when every constant is there.
std::string explain_empty_result(const KnowledgeBase& kb, const std::string& text,
                                 const QueryOptions& options);

}  // namespace dossier::repl

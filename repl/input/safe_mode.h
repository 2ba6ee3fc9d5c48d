// SPDX-License-Identifier: Apache-2.0
// --safe: what a query may not reach.
#pragma once

#include <string_view>

#include "parser/sparql/parse.h"

namespace dossier::repl {

/// Throws Error(usage) when the text asks for SERVICE or LOAD. A text that does not parse passes:
/// the engine says what is wrong with it.
void refuse_outside_reach_of_query(std::string_view text, const SparqlOptions& options);
void refuse_outside_reach_of_update(std::string_view text, const SparqlOptions& options);

}  // namespace dossier::repl

// SPDX-License-Identifier: Apache-2.0
// Drivers: run the grammar over a text. Each grammar is instantiated in one driver only.
#pragma once

#include <cstddef>
#include <string_view>

#include "parser/sparql/recorder.h"

namespace dossier::sparql {

/// Matches the whole of the recorder's text as a query; the recorder then holds the tree, or else
/// what was expected. Throws Error(limit) for nesting.
bool match_query(std::string_view text, Recorder& recorder);
/// The same for an update request.
bool match_update(std::string_view text, Recorder& recorder);

}  // namespace dossier::sparql

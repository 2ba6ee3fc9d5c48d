// SPDX-License-Identifier: Apache-2.0
// Facts of the rows of tables: each cell says something of what its row is about.
#pragma once

#include "extract/document.h"

namespace dossier::extract {

/// The rule that these facts name.
inline constexpr std::string_view kTableRule = "table row";

/// Adds typed facts to the sentences that are rows; comes after the entities are resolved. A row
/// about something without a name is about an individual of the document. "No" below a header is a
/// negative fact.
void add_row_facts(Analysis& analysis);

}  // namespace dossier::extract

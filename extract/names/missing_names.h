// SPDX-License-Identifier: Apache-2.0
// Names that the analyser left out or cut short: countries, acronyms.
#pragma once

#include "extract/document.h"

namespace dossier::extract {

/// "United Mexican States" for "States": the whole name of a country instead of its parts.
void join_country_names(Sentence& sentence);

/// Adds country names and adjectives, acronyms in brackets after their name, and well-known
/// acronyms; drops months. Mentions stay in the order of the text.
void add_missing_names(Sentence& sentence);

}  // namespace dossier::extract

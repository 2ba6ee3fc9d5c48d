// SPDX-License-Identifier: Apache-2.0
// Words of titles that are read as names.
#pragma once

#include "extract/lexicon/lexicon.h"
#include "extract/names/name_readings.h"

namespace dossier::extract {

/// "National Security" in front of "Adviser Anna Berg" is what the post is for; "US" remains a
/// name. "State Councilor" alone is a title, and so is "the Anna Berg Professor of Law".
void free_title_words(SentenceNames& names, const Lexicon& lexicon);

}  // namespace dossier::extract

// SPDX-License-Identifier: Apache-2.0
// Brings what the network reads together with the spans that rules find: rules know names and how
// they are built, the network the words around them.
#pragma once

#include <vector>

#include "extract/analyze/name_finder.h"
#include "extract/analyze/name_units.h"
#include "extract/document.h"

namespace dossier::extract {

struct SentenceNames {
  std::vector<NameUnit> units;
  std::vector<NameSpan> spans;
};

/// A reading's type; unknown for "OTHER" and "TIME".
MentionType type_of_reading(const std::string& type);

/// Settles spans and types by the sentence's readings: what rules only guess is the network's to
/// say, what they know stays. Spans that a reading supports become `read`.
void settle_by_readings(const Sentence& sentence, SentenceNames& names);

}  // namespace dossier::extract

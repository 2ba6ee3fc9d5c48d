// SPDX-License-Identifier: Apache-2.0
// Combines the names the network reads with the spans the rules find. The rules know lists of names
// and how names are built; the network knows the context.
#pragma once

#include <vector>

#include "extract/document.h"
#include "extract/names/name_finder.h"
#include "extract/names/name_units.h"

namespace dossier::extract {

struct SentenceNames {
  std::vector<NameUnit> units;
  std::vector<NameSpan> spans;
};

/// A reading's type; unknown for "OTHER" and "TIME".
MentionType type_of_reading(const std::string& type);

/// Corrects spans and types by the network's readings of the sentence. What the rules know stays;
/// what they only guess is replaced. Spans that a reading supports are marked `read`.
void apply_readings(const Sentence& sentence, SentenceNames& names);

}  // namespace dossier::extract

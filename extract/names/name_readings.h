// SPDX-License-Identifier: Apache-2.0
// The names that models read, as spans of units: of the network that also reads the tree, and of
// the reading model.
#pragma once

#include <vector>

#include "extract/document.h"
#include "extract/lexicon/lexicon.h"
#include "extract/names/name_finder.h"
#include "extract/names/name_units.h"

namespace dossier::extract {

struct SentenceNames {
  std::vector<NameUnit> units;
  std::vector<NameSpan> spans;
};

/// A reading's type; unknown for other and time.
MentionType type_of_reading(NameReading::Type type);

/// The readings of both, in the order of the text, none overlapping. Where both read something, the
/// reading model's extent stays, unless the network is much surer of another one; of the same words
/// the surer one tells the type. What the network alone reads needs to be sure if it is a person, a
/// body or a place: of times, events and others it knows more.
std::vector<NameReading> merge_readings(const std::vector<NameReading>& network,
                                        std::vector<NameReading> model);

/// The readings that are names, not times. A country is one, whatever the models take it for; other
/// names of the lexicon only make a type narrower.
std::vector<NameSpan> spans_of_readings(const Sentence& sentence,
                                        const std::vector<NameUnit>& units, const Lexicon& lexicon);

/// The words of a span with spaces between its units.
std::string text_of(const std::vector<NameUnit>& units, const NameSpan& span);

}  // namespace dossier::extract

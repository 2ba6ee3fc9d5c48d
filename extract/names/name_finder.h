// SPDX-License-Identifier: Apache-2.0
// Finds the spans of names in one sentence, without the titles and adjectives around them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/document.h"
#include "extract/lexicon/lexicon.h"
#include "extract/names/name_units.h"

namespace dossier::extract {

/// A name and what speaks for its type; the types are chosen once all of the document's are known.
struct NameSpan {
  std::uint32_t first = 0;  ///< units [first, last)
  std::uint32_t last = 0;
  std::uint32_t head = 0;  ///< the head unit: "Committee" of "Committee of the Red Cross"
  std::string title;       ///< before a person, honorific included
  bool titled = false;     ///< a title or honorific is directly before it
  MentionType type = MentionType::unknown;
  int certainty = 0;  ///< 0 nothing known, 1 guess, 2 likely, 3 certain
  bool read = false;  ///< the network sees a name here too
};

/// The type a name of the lexicon has by itself; an adjective of a country counts as the country.
MentionType type_of_known_name(const NameInfo& info);

/// The names of a sentence, in order, not overlapping.
std::vector<NameSpan> find_name_spans(const std::vector<NameUnit>& units, const Lexicon& lexicon);

}  // namespace dossier::extract

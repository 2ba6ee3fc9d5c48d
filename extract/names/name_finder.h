// SPDX-License-Identifier: Apache-2.0
// Finds the names in one sentence that lists of names, head nouns and titles tell, without the
// titles and adjectives around them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/document.h"
#include "extract/lexicon/lexicon.h"
#include "extract/names/name_units.h"

namespace dossier::extract {

/// A name; its type is chosen once all of the document's are known.
struct NameSpan {
  std::uint32_t first = 0;  ///< units [first, last)
  std::uint32_t last = 0;
  MentionType type = MentionType::unknown;
  bool certain = false;  ///< of the type: a list, a head noun or a title tells it
};

/// The type a name of the lexicon has by itself; an adjective of a country counts as the country.
MentionType type_of_known_name(const NameInfo& info);

/// In order, not overlapping; all are certain.
std::vector<NameSpan> find_name_spans(const std::vector<NameUnit>& units, const Lexicon& lexicon);

}  // namespace dossier::extract

// SPDX-License-Identifier: Apache-2.0
// Names that rules are certain of, beside those that models read.
#pragma once

#include <vector>

#include "extract/lexicon/lexicon.h"
#include "extract/names/name_finder.h"
#include "extract/names/name_units.h"

namespace dossier::extract {

bool overlap(const NameSpan& a, const NameSpan& b);

/// By where they begin.
bool in_order(const NameSpan& a, const NameSpan& b);

/// Adds the names that find_name_spans() gives to the readings of a sentence, where nothing, or
/// only a part of it, is read. They replace readings that run several of them together, and tell
/// the types of bodies, events, works and products.
void add_certain_names(const std::vector<NameSpan>& found, const std::vector<NameUnit>& units,
                       const Lexicon& lexicon, std::vector<NameSpan>& spans);

}  // namespace dossier::extract

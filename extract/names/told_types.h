// SPDX-License-Identifier: Apache-2.0
// Types that words in a name or behind it tell, whatever the models read.
#pragma once

#include <vector>

#include "extract/document.h"
#include "extract/names/name_finder.h"
#include "extract/names/name_units.h"

namespace dossier::extract {

/// "Mount Tarn", "Cyclone Ada": the type the first word gives the rest; unknown when it gives none.
MentionType type_by_first_word(const std::vector<NameUnit>& units, const NameSpan& span);

/// Takes that type, or that of "Ada Moss is the president of": who has a post is a person.
void take_told_type(const std::vector<NameUnit>& units, NameSpan& span);

}  // namespace dossier::extract

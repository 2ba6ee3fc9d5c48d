// SPDX-License-Identifier: Apache-2.0
// What stands below a text and tells who wrote it and when: "Posted by Ida Blom on 3 May 2021".
#pragma once

#include <string_view>
#include <vector>

#include "extract/reader/header.h"
#include "extract/reader/lines.h"

namespace dossier::extract {

/// Reads the last lines of a document from the bottom up, as far as they are such. Marks them in
/// `header`, and gives it their author and day where it has none. Lines before `first` are text.
void read_foot(std::u32string_view text, const std::vector<Line>& lines, std::size_t first,
               const Lexicon& lexicon, Header& header);

}  // namespace dossier::extract

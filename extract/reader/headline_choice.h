// SPDX-License-Identifier: Apache-2.0
// Which of the lines above a text is its headline.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace dossier::extract {

class Lexicon;

/// "Press and Information Office", "Journal of Coastal Birds 14 (2010) 211-219", "14 Mill Lane,
/// Orrin, www.wells.example": whose paper it is, and where it appeared.
bool is_letterhead_line(std::u32string_view line, const Lexicon& lexicon);

/// "City Hall, 14 Main Street", "Agenda item 34": where something is, or where a paper belongs.
bool is_address_line(std::u32string_view line);

/// The index of the headline in lines that look like titles, at least one: a record's own name, the
/// first of some length, the last of short ones when text follows. What stands on letter paper is
/// it only if nothing else is there.
std::size_t choose_title(const std::vector<std::u32string_view>& titles, bool prose_follows,
                         const Lexicon& lexicon);

}  // namespace dossier::extract

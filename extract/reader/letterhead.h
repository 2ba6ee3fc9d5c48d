// SPDX-License-Identifier: Apache-2.0
// Lines above a text that say whose paper it is, and where.
#pragma once

#include <string_view>

namespace dossier::extract {

class Lexicon;

/// "Press and Information Office", "Journal of Coastal Birds 14 (2010) 211-219", "14 Mill Lane,
/// Orrin, www.wells.example", "Hebwerk A/S, Tarsin yard": whose paper it is, and where it appeared.
bool is_letterhead_line(std::u32string_view line, const Lexicon& lexicon);

/// "City Hall, 14 Main Street", "Agenda item 34": where something is, or where a paper belongs.
bool is_address_line(std::u32string_view line);

}  // namespace dossier::extract

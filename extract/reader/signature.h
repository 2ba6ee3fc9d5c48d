// SPDX-License-Identifier: Apache-2.0
// Whose name stands below a text.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extract/reader/byline.h"
#include "extract/reader/lines.h"
#include "extract/reader/sign_off.h"
#include "extract/reader/source_text.h"

namespace dossier::extract {

/// "Orla Finch / Chair of the Board / 22 March 2017", "JOHN ARKWRIGHT / Dunmore Street, Cove": a
/// full name and up to three short lines below the last sentence, with the date above or among
/// them; or behind "/s/". A list of names is none.
std::optional<SignOff> find_signature(std::u32string_view text, const std::vector<Line>& lines,
                                      const SourceText& source, const Lexicon& lexicon);

}  // namespace dossier::extract

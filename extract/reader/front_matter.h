// SPDX-License-Identifier: Apache-2.0
// What a Markdown file says about itself before its text.
#pragma once

#include <string_view>

#include "extract/reader/source_text.h"

namespace dossier::extract {

/// Reads the lines between "---" and "---" (or "..."; between "+++" and "+++" as TOML) at the
/// beginning and removes them from `text`: title, date, author (the first of several), place. Text
/// that does not begin so is left as it is.
StatedFacts take_front_matter(std::u32string_view& text);

}  // namespace dossier::extract

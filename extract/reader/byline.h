// SPDX-License-Identifier: Apache-2.0
// Who wrote a text, as the line above it says.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/reader/name_shape.h"
#include "extract/reader/written_date.h"

namespace dossier::extract {

class Lexicon;

struct Byline {
  std::string author;
  std::optional<WrittenDate> date;
  std::optional<std::string> place = {};  ///< "By Anna Berg in Oslo"
};

/// "By Hanna Vold", "By Chidi Baro and Ada Venn", "Posted on April 21, 2022 by Samira Khal",
/// "By Hanna Vold 12 March 2022, 06:40 3 min read": the first who is named, and a date.
std::optional<Byline> read_byline(std::u32string_view line, const Lexicon& lexicon);

/// The name in "Ida Blom, Head of Reserves"; all of what is no name.
std::string person_or_all(std::u32string_view value, const Lexicon& lexicon);
}  // namespace dossier::extract

// SPDX-License-Identifier: Apache-2.0
// The line above a speech that says who held it, where and when.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/reader/written_date.h"

namespace dossier::extract {

class Lexicon;

struct Occasion {
  std::string speaker;               ///< may be empty
  std::optional<std::string> place;  ///< a known city
  WrittenDate date;
};

/// "Keynote address by Ms Lise Arden, Governor of the Central Bank, Tarn, 5 June 2013.": begins
/// with what it was and ends in its date.
std::optional<Occasion> read_occasion(std::u32string_view line, const Lexicon& lexicon);

}  // namespace dossier::extract

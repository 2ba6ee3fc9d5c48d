// SPDX-License-Identifier: Apache-2.0
// Who wrote a letter, as its end says.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/reader/lines.h"
#include "extract/reader/written_date.h"

namespace dossier::extract {

class Lexicon;

struct SignOff {
  std::size_t line = 0;                  ///< of "Yours sincerely,"
  std::string name;                      ///< empty: who signs is not who wrote it
  std::optional<WrittenDate> date = {};  ///< below the name
};

/// The end of a letter: "Yours sincerely," with a full name on one of the next lines, near the end
/// of the text.
std::optional<SignOff> find_sign_off(std::u32string_view text, const std::vector<Line>& lines,
                                     const Lexicon& lexicon);

/// "Yours sincerely,", "Kind regards"
bool is_sign_off(std::u32string_view line);

}  // namespace dossier::extract

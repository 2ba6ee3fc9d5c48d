// SPDX-License-Identifier: Apache-2.0
// The parts of a line that names who wrote a text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dossier::extract {

class Lexicon;

/// A part of a line, and whether "by" stands before it.
struct NamePart {
  std::u32string_view text;
  bool behind_by = false;
  bool of_other_maker = false;  ///< "Picture by"
};

/// "Submitted by Ada Lind on 3 May | News": "Submitted", "Ada Lind on 3 May", "News".
std::vector<NamePart> name_parts(std::u32string_view line);

/// The words that a part begins with as a name is written.
std::u32string name_of(std::u32string_view part, const Lexicon& lexicon);

}  // namespace dossier::extract

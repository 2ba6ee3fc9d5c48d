// SPDX-License-Identifier: Apache-2.0
// Names of people where a header or a label gives them.
#pragma once

#include <string>
#include <string_view>

namespace dossier::extract {

class Lexicon;

/// The name in "Foreign Minister Jonas Falk", "President of the Republic of Kenya Amara
/// Nduka", "Mr Smith"; empty when the phrase does not end in a person's name. At least
/// `least_words` words.
std::u32string name_without_title(std::u32string_view phrase, const Lexicon& lexicon,
                                  std::size_t least_words = 1);

/// The person whose words a headline announces: "... Jonas Falk's remarks", "Statement by ...",
/// "Interview of ..."; empty when it announces nobody's.
std::string speaker_of_headline(std::u32string_view headline, const Lexicon& lexicon);

}  // namespace dossier::extract

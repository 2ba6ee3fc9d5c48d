// SPDX-License-Identifier: Apache-2.0
// Names of people where a header or a label gives them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dossier::extract {

class Lexicon;

/// The name in "Foreign Minister Jonas Falk", "President of the Republic of Kenya Amara
/// Nduka", "Mr Smith"; empty when the phrase does not end in a person's name. At least
/// `least_words` words.
std::u32string name_without_title(std::u32string_view phrase, const Lexicon& lexicon,
                                  std::size_t least_words = 1);

/// The text of the words from `first` to before `end`, without what stands behind its last letter
/// or full stop; empty if there are none. The words are views of one text; so is the result.
std::u32string_view name_of_words(const std::vector<std::u32string_view>& words, std::size_t first,
                                  std::size_t end);

/// The person whose words a headline announces: "... Jonas Falk's remarks", "Statement by ...",
/// "Interview of ..."; empty when it announces nobody's.
std::string speaker_of_headline(std::u32string_view headline, const Lexicon& lexicon);

}  // namespace dossier::extract

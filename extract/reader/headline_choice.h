// SPDX-License-Identifier: Apache-2.0
// Which of the lines above a text is its headline.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace dossier::extract {

class Lexicon;

/// A line that looks like a title.
struct TitleLine {
  std::u32string_view text;
  /// Stands in a block of lines, without a blank one between them, that whose paper it is or a
  /// field opens.
  bool in_letterhead = false;
  bool bold = false;    ///< where the format tells, as that of an office document does
  bool large = false;   ///< in letters larger than those of the text
  bool listed = false;  ///< a bullet stood before it
  bool stated = false;  ///< the document declares it as its title
};

/// "Release No. 22971 / April 10, 2014", "Patent No.: US 8,008,811 B2", "1 of 14 DOCUMENTS": the
/// number of a paper, and few words beside it.
bool tells_number(std::u32string_view line);

/// Whether the text repeats most words of a title and few of the other's. `text`: words in lower
/// case, a blank before each.
bool text_prefers(std::u32string_view text, std::u32string_view title, std::u32string_view other);

/// The index of the headline in lines that look like titles, at least one: a record's own name, the
/// first of some length, the last of short ones when text follows; one whose words the text repeats
/// comes before one whose words it does not. What stands on letter paper, or
/// tells a day or a number beside its words, is it only if nothing else is there. `text` is what
/// follows, as above; empty if nothing does.
std::size_t choose_title(const std::vector<TitleLine>& titles, std::u32string_view text,
                         const Lexicon& lexicon);

}  // namespace dossier::extract

// SPDX-License-Identifier: Apache-2.0
// Words that the end of a line divides.
#pragma once

#include <string>
#include <string_view>

namespace dossier::extract {

/// Whether the hyphen at the end of `text` only divides a word that goes on with `next`, which is
/// not empty: the whole is a word that the lexicon knows, or the halves are not.
bool divides_word(std::u32string_view text, std::u32string_view next);

/// Joins the words that ends of lines divide in a text of wrapped lines; what the next line had of
/// them goes up to the line that they begin in.
void join_divided_words(std::u32string& text);

}  // namespace dossier::extract

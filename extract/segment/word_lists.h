// SPDX-License-Identifier: Apache-2.0
// The closed word lists of the segmenter.
#pragma once

#include <string_view>

namespace dossier::extract {

enum class Abbreviation {
  none,
  never_last,  ///< a word must follow: "Mr.", "Gen.", "e.g."
  may_be_last  ///< can also close a sentence: "Inc.", "U.S.", "p.m."
};

/// How the word before a full stop is abbreviated; `word` without the stop, in lower case.
Abbreviation abbreviation(std::u32string_view word);

/// "No.", "p.", "Fig.": abbreviations only before a number. In lower case.
bool counts_parts(std::u32string_view word);

/// "Figure", "Table", "Fig.": with a number behind it the label of a picture, table or example, in
/// front of its caption. In lower case.
bool labels_captions(std::u32string_view word);

/// Words that open sentences and are never part of a name: after "U.S.", a capital letter on one of
/// them shows that a new sentence has begun. In lower case.
bool is_sentence_opener(std::u32string_view word);

/// "co", "anti", "mid": prefixes the treebanks keep together with their hyphen. In lower case.
bool is_bound_prefix(std::u32string_view word);

/// "wise", "esque": suffixes that keep their hyphen. In lower case.
bool is_bound_suffix(std::u32string_view word);

/// Units directly after a number ("10km", "5pm"). In lower case.
bool is_attached_unit(std::u32string_view word);

/// "com", "org", "pdf": the end of a web address or a file's name. In lower case.
bool is_address_ending(std::u32string_view word);

/// Length of the first part of a word that is two words for the treebanks ("can|not", "gon|na",
/// "do|nt"), else 0. In lower case.
std::size_t fused_split(std::u32string_view word);

}  // namespace dossier::extract

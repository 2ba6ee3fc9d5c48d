// SPDX-License-Identifier: Apache-2.0
// Base forms and regular inflections of English words. Private to storage/.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "storage/text_index.h"

namespace dossier::storage {

/// What a regular inflected form may come from, by the endings that English has: "leaves" from
/// "leave", "leav" and "leaf". Most are no words; the caller looks which are.
std::vector<std::string> possible_bases(std::string_view word);
/// The regular forms of a base form, other than itself: plural, past, participle.
std::vector<std::string> regular_forms(std::string_view base);

/// The folded words whose occurrences a word of a search means: itself, and all forms of its base
/// forms. The index knows the base forms of the words that were analysed; for others the endings
/// decide.
struct WordForms {
  std::set<std::string> words;   ///< as they are written
  std::set<std::string> lemmas;  ///< whatever is written
};
WordForms forms_of(const TextIndex& index, const std::string& word);

}  // namespace dossier::storage

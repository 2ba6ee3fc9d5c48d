// SPDX-License-Identifier: Apache-2.0
// Forms of names, and how names are compared.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/lexicon/known_names.h"

namespace dossier::extract {

/// Curly quotes, long dashes and odd spaces as a keyboard has them, so that one name is one name.
std::string plain_typography(std::string_view text);
/// "the Coast Guard’s" -> "Coast Guard": article, possessive and quotation marks off, white space
/// single.
std::string bare_name(std::string_view text);
/// "Mr", "Gen.": what stands before a person's name and is not part of it.
bool is_honorific(std::string_view word);
/// "Mrs", "Signora": whom it is said to; unknown for "Dr".
Gender gender_of_honorific(std::string_view word);
/// "Mr Carl Lund" -> "Carl Lund"; `honorific` gets "Mr" when asked for.
std::string without_honorific(std::string_view name, std::string* honorific = nullptr);
/// The key under which equal names meet: lower case, no accents, well-known abbreviations of unions
/// undone.
std::string name_key(std::string_view name);
std::vector<std::string> split_name(std::string_view name);
/// The words that identify a name, in a fixed order: "Chadian Ministry of Foreign Affairs"
/// and "Foreign Ministry of Chad" are the same. Empty for a name of one such word.
std::string name_content(std::string_view name);
/// Whether the gazetteer has a place of this name.
bool is_known_place(std::string_view name);
/// "President Lund"; not "Dean Lund", which may be all name.
bool begins_with_title(std::string_view name);
/// "of", "the", "and": words that do not identify a name.
bool is_function_word(std::string_view word);

/// "plc", "AG", "Inc.": what kind of company in law, no part of what it is called.
bool is_legal_form(std::string_view word);
/// "Norwave Energy" of "Norwave Energy ASA".
std::string_view without_legal_form(std::string_view name);

}  // namespace dossier::extract

// SPDX-License-Identifier: Apache-2.0
// Whether words are written as the name of a person is.
#pragma once

#include <string_view>

namespace dossier::extract {

class Lexicon;

/// "Liv Marchetti": a given name that is known, and one to three words more.
bool is_full_name(std::u32string_view words, const Lexicon& lexicon);
/// As is_full_name(), but where a field or "by" states a name, so that no word of it need be known.
bool may_be_stated_name(std::u32string_view words, const Lexicon& lexicon);
/// Whether a stated author may be a person: no organisation, and no name of a user of a computer.
bool may_be_person(std::string_view author, const Lexicon& lexicon);

}  // namespace dossier::extract

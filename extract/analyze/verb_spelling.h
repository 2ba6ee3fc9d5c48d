// SPDX-License-Identifier: Apache-2.0
// English spelling of regular verbs: "-ed", "-ing" and "-s" taken off again.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/lexicon/lexicon.h"

namespace dossier::extract {

/// "fled" -> "flee": of forms that the learnt lemmas have wrong; empty for others. In lower case.
std::string_view irregular_base(std::string_view lower);

/// "fining" -> "fine", since of "fin" it would be "finning": the base form that the spelling alone
/// shows, if it is a known verb. In lower case.
std::optional<std::string> spelled_base(std::string_view lower, const Lexicon& lexicon);

/// "bribed" -> "bribe", "toppling" -> "topple", "lied" -> "lie": the first known verb that the word
/// can be a form of.
std::optional<std::string> possible_base(std::string_view lower, const Lexicon& lexicon);

/// "bars" -> "bar", "lives" -> "live", "carries" -> "carry". In lower case.
std::optional<std::string> present_base(std::string_view lower, const Lexicon& lexicon);

/// Whether it could be a word: "p" of "ping" could not.
bool has_vowel(std::string_view lower);

}  // namespace dossier::extract

// SPDX-License-Identifier: Apache-2.0
// What the lexicon knows of the words of headers and cells.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"

namespace dossier::extract::listings {

/// A word of the language, in lower case.
bool is_common_word(std::string_view lower);
bool is_noun(std::string_view lower);

/// The ISO code of the sign or code at the front of a unit, which is taken off it: "EUR" of "EUR
/// million". Empty: there is none.
std::string take_currency(std::string& unit);

/// find_quantities() with the built-in lexicon.
std::vector<Quantity> quantities_in(const Document& document, const Sentence& part);

}  // namespace dossier::extract::listings

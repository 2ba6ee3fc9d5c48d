// SPDX-License-Identifier: Apache-2.0
// Tokens that contain punctuation: web and mail addresses, domain names, file names, telephone
// numbers.
#pragma once

#include <cstddef>
#include <string_view>

namespace dossier::extract {

/// A letter with its marks, a digit, "_".
bool is_word_char(char32_t c);

/// Length of the URL, e-mail address, domain name or @handle at the start of `chunk` (a text
/// without white space), without the sentence's punctuation after it; 0 if there is none.
std::size_t address_length(std::u32string_view chunk);

/// Length of "b/c", "w/" or a telephone number at the start of `chunk`; 0 if there is none.
std::size_t fixed_length(std::u32string_view chunk);

}  // namespace dossier::extract

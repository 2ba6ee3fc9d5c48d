// SPDX-License-Identifier: Apache-2.0
// UTF-8 to code points and back, and the character classes used by the reader and the segmenter.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dossier::extract {

std::string to_utf8(std::u32string_view text);

/// Code points of UTF-8; an ill-formed byte becomes U+FFFD.
std::u32string to_code_points(std::string_view utf8);

/// The text, with U+FFFD for every ill-formed byte.
std::string well_formed(std::string_view utf8);

bool is_space(char32_t c);  ///< white space, no-break and zero-width spaces, marks of direction
bool is_line_end(char32_t c);
bool is_letter(char32_t c);
bool is_upper(char32_t c);
bool is_lower(char32_t c);
bool is_digit(char32_t c);  ///< ASCII only: what number rules read
bool is_dash(char32_t c);   ///< hyphens and dashes of all lengths
bool is_quote(char32_t c);  ///< single, double, typographic, guillemets
bool is_apostrophe(char32_t c);
/// A word that is a quotation mark: one character, or "``" and "''".
bool is_quote(std::string_view word);

std::u32string to_lower(std::u32string_view text);
std::string to_lower(std::string_view utf8);

/// "Malmo" of "Malmö": letters without the marks above and below them.
std::string without_accents(std::string_view utf8);

/// "PARIS" and "NEW YORK" as "Paris" and "New York"; other texts as they are.
std::u32string undo_upper_case(std::u32string_view text);

std::u32string_view trim(std::u32string_view text);

/// The words between white space.
std::vector<std::u32string_view> split_words(std::u32string_view text);

}  // namespace dossier::extract

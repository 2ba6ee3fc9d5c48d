// SPDX-License-Identifier: Apache-2.0
// Acronyms, and the names that they can stand for.
#pragma once

#include <string>
#include <string_view>

namespace dossier::extract {

/// "CRG", "UNESCO", "U.S.": capitals only, two to twelve.
bool is_acronym(std::string_view text);
/// Whether `acronym` can be read off the words of `name` (Schwartz and Hearst 2003, forwards).
bool acronym_fits(std::string_view acronym, std::string_view name);
/// Whether `acronym` is exactly the initials of the capitalised words of `name`.
bool is_initials(std::string_view acronym, std::string_view name);
/// The capitals that begin the words of a name, as is_initials() compares them; empty for a name of
/// one word.
std::string initials_of(std::string_view name);
/// An acronym without stops and hyphens.
std::string acronym_letters(std::string_view acronym);

}  // namespace dossier::extract

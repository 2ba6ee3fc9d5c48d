// SPDX-License-Identifier: Apache-2.0
// Which language a text is in.
#pragma once

#include <string>
#include <string_view>

namespace dossier::extract {

/// The one language that is analysed.
inline constexpr std::string_view kReadLanguage = "en";

/// The code (ISO 639-1) of the language, by script and by the most frequent short words; empty
/// where the text is too short or shows none of languages.tsv.
std::string language_of(std::u32string_view text);

}  // namespace dossier::extract

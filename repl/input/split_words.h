// SPDX-License-Identifier: Apache-2.0
// The words of a line that a person typed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dossier::repl {

/// Splits at spaces. Words in "..." and '...' may contain spaces and lose their quotes, except when
/// the word continues after the closing quote, as in "text"@en.
std::vector<std::string> split_words(std::string_view text);

}  // namespace dossier::repl

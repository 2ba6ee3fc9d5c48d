// SPDX-License-Identifier: Apache-2.0
// How many terminal columns a text takes, and text cut or wrapped to columns.
//
// Measured per user-perceived character (Unicode UAX 29) with the East Asian widths of UAX 11:
// combining marks take no column of their own, wide characters and emoji take two.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::repl {

/// `text` is UTF-8 without control characters; a broken byte counts as one column.
std::size_t display_width(std::string_view text);

/// The longest beginning of `text` that fits `columns`, with "…" for what was cut off.
std::string cut_to_width(std::string_view text, std::size_t columns);

/// Lines of at most `columns`, broken at spaces, inside a word only when it is longer than a line.
std::vector<std::string> wrap_to_width(std::string_view text, std::size_t columns);

}  // namespace dossier::repl

// SPDX-License-Identifier: Apache-2.0
// Words in columns, for lists on a terminal.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace dossier::repl {

/// The columns and rows of the terminal behind a descriptor; none when it is no terminal.
std::optional<std::size_t> terminal_columns(int fd);
std::optional<std::size_t> terminal_rows(int fd);

/// Down each column first, each line ended; at most some hundred words, the rest counted.
std::string in_columns(const std::vector<std::string>& words, std::size_t width);

}  // namespace dossier::repl

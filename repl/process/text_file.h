// SPDX-License-Identifier: Apache-2.0
// Whole files as text.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "repl/process/console.h"

namespace dossier::repl {

/// Queries and scripts may not be longer. Data may: it is read piece by piece.
inline constexpr std::size_t kLargestText = std::size_t{64} << 20;

/// The content of a regular file; "-" is the console's input. Throws Error(input) naming the file
/// and why, and Error(limit) when it is longer than kLargestText.
std::string read_text(const std::string& path, Console& console);

/// The whole of the console's input. Throws Error(input) when it is longer than `limit` bytes.
std::string read_input(Console& console, std::size_t limit);

/// Runs `work`. An Error with a position that it throws gets `file` as its file.
void in_file(const std::string& file, const std::function<void()>& work);

/// The default base IRI of a file (RFC 3986, section 5.1.3): file:///... with its absolute path;
/// empty for "-".
std::string file_iri(const std::string& path);

}  // namespace dossier::repl

// SPDX-License-Identifier: Apache-2.0
// Whole files as text.
#pragma once

#include <string>

#include "repl/process/console.h"

namespace dossier::repl {

/// The content of a file; "-" is the console's input. Throws Error(input) naming the file and why.
std::string read_text(const std::string& path, Console& console);

/// Runs `work`; an Error with a position that leaves it is said to be in `file`.
void in_file(const std::string& file, const std::function<void()>& work);

/// The IRI a file's relative IRIs are resolved against when nobody says another (RFC 3986, section
/// 5.1.3): file:///... of its absolute path; empty for "-".
std::string file_iri(const std::string& path);

}  // namespace dossier::repl

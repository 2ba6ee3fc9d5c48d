// SPDX-License-Identifier: Apache-2.0
// Colours of what is typed.
#pragma once

#include <string>
#include <string_view>

namespace dossier::repl {

/// A line of SPARQL or a dot command with the colours of a terminal: keywords, variables, names,
/// texts, comments. Without the colours it is the line.
std::string highlighted(std::string_view line);

}  // namespace dossier::repl

// SPDX-License-Identifier: Apache-2.0
// The words of SPARQL, for completion.
#pragma once

#include <span>
#include <string_view>

namespace dossier::repl {

/// Keywords, and functions with their opening bracket.
std::span<const std::string_view> sparql_words();

}  // namespace dossier::repl

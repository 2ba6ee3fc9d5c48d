// SPDX-License-Identifier: Apache-2.0
// Values of parameters as words: name=value.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dossier/saved_query.h"

namespace dossier::repl {

/// A name without its "?" or "$".
std::string without_sigil(std::string name);

/// The values of "name=value" words (the name with or without "?" or "$"). The values of a list
/// that `text` declares are given one by one. Throws Error(usage) for a word without "=" and for
/// any other name given twice.
ParameterValues read_assignments(const std::vector<std::string>& words, std::string_view text);

/// A list typed as one line: values separated by commas; one in quotes may hold commas.
ParameterValue read_list(std::string_view line);

}  // namespace dossier::repl

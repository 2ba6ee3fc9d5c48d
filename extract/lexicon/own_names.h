// SPDX-License-Identifier: Apache-2.0
// The names written by hand: those of extract/lexicon/data, by how they are written.
#pragma once

#include <string_view>
#include <unordered_map>

#include "extract/lexicon/lexicon.h"

namespace dossier::extract {

/// Words of the closed classes (titles, heads of names) are in lower case.
const std::unordered_map<std::string_view, NameInfo>& own_names();

}  // namespace dossier::extract

// SPDX-License-Identifier: Apache-2.0
// Finds the words written as one ("don't"): the multiword tokens of Universal Dependencies.
#pragma once

#include <cstddef>

#include "extract/document.h"

namespace dossier::extract {

/// Behind the last token written together with `first` as one word: "do" "n't", "Kenya" "'s",
/// "can" "not"; first + 1 for a separate token. Punctuation never joins.
std::size_t surface_end(const Sentence& sentence, std::size_t first);

}  // namespace dossier::extract

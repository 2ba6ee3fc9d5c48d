// SPDX-License-Identifier: Apache-2.0
// Questions to the tokens of a sentence that readers of answers have in common. Private to desk/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "extract/document.h"

namespace dossier::asking {

/// A token in lower case.
std::string lower(const extract::Sentence& sentence, std::uint32_t at);

/// Whether these words, in lower case, stand at `at`; false where the sentence ends before.
bool has(const extract::Sentence& sentence, std::uint32_t at,
         std::initializer_list<std::string_view> words);

/// Steps between two tokens along the tree; twice the number of tokens where no way leads.
std::size_t tree_distance(const extract::Sentence& sentence, std::uint32_t a, std::uint32_t b);

}  // namespace dossier::asking

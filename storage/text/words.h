// SPDX-License-Identifier: Apache-2.0
// The words of a text as the text index knows them. Private to storage/, but for `each_word`.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace dossier::storage {

/// Called with a word in its folded form (no capitals, no accents, compatible characters alike) and
/// the bytes it takes in the text.
using VisitWord = std::function<void(std::string_view folded, std::size_t begin, std::size_t end)>;

/// Calls `visit` for each run of letters, digits and marks; Chinese, Japanese kana and other
/// ideographs are words by themselves. "don't" is two words, and so is "90,000". Of a word longer
/// than 64 bytes only its beginning is folded. Bytes that are not UTF-8 stand between words.
void each_word(std::string_view text, const VisitWord& visit);

}  // namespace dossier::storage

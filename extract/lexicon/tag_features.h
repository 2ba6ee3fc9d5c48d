// SPDX-License-Identifier: Apache-2.0
// The features of the tagger. Training and tagging share this file, so that they agree.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon/lexicon.h"

namespace dossier::extract {

/// One word as the tagger sees it.
struct TagWord {
  std::string form;     ///< as written, typographic apostrophes straightened
  std::string lower;    ///< in lower case, digits folded to 0
  std::string shape;    ///< "Xx", "d-d", "XX": character classes, runs cut short
  std::uint32_t known;  ///< lexicon evidence: parts of speech and kinds of name, as bits
  bool capital = false;
};

std::vector<TagWord> tag_words(const std::vector<std::string_view>& forms, const Lexicon& lexicon);

/// Hashes of the features that don't depend on tags before.
void static_features(const std::vector<TagWord>& words, std::size_t at,
                     std::vector<std::uint64_t>& out);

/// Hashes of those that do; `previous` and `before_previous` are label numbers, 255 before the
/// start.
void history_features(const std::vector<TagWord>& words, std::size_t at, std::uint8_t previous,
                      std::uint8_t before_previous, std::vector<std::uint64_t>& out);

inline constexpr std::uint8_t kNoLabel = 255;

}  // namespace dossier::extract

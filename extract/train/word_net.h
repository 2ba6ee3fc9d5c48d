// SPDX-License-Identifier: Apache-2.0
// WordNet 3.0 in the format of its own files (wndb(5WN)): word classes and named instances.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "extract/train/name_lists.h"

namespace dossier::extract {

struct GatheredWord {
  std::uint8_t parts = 0;       ///< bits: noun 1, verb 2, adjective 4, adverb 8
  std::uint8_t noun_class = 0;  ///< NounClass of the first sense as a common noun
};

struct WordNet {
  std::map<std::string, GatheredWord> words;
  std::map<std::string, std::string> irregular;  ///< "v:went" -> "go"
};

/// Reads single words and the lists of irregular forms, and adds named persons, places,
/// organisations and events to `names`. Throws Error(input) when a file is missing.
WordNet read_word_net(const std::string& folder, GatheredNames& names);

}  // namespace dossier::extract

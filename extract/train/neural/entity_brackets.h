// SPDX-License-Identifier: Apache-2.0
// GUM's Entity= annotation: every noun phrase in brackets, "(4-organization-new-...(5-place-...)"
// and "4)".
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extract/conllu/sentences.h"

namespace dossier::extract {

struct EntityPhrase {
  std::size_t first = 0;  ///< word, from 0
  std::size_t last = 0;   ///< its last word
  std::string type;       ///< "person", "place", "time", ...
  std::string identity;   ///< title of its Wikipedia page; empty when it has none
};

/// The phrases that begin and end in this sentence, in the order they end.
std::vector<EntityPhrase> entity_phrases(const ConlluSentence& sentence);

}  // namespace dossier::extract

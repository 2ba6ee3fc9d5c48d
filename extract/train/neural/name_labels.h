// Names in GUM: its Entity= annotation marks every noun phrase; a name is what is left of a phrase
// headed by a proper noun when titles, modifiers and clauses are taken off.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/lexicon/lexicon.h"
#include "extract/text/conllu.h"

namespace dossier::extract {

struct GoldName {
  std::size_t first = 0;  ///< word, from 0
  std::size_t last = 0;   ///< behind the last one
  std::string type;       ///< "PERSON", "PLACE", "ORGANIZATION", "EVENT", "TIME", "OTHER"

  friend bool operator==(const GoldName&, const GoldName&) = default;
};

/// The names of each sentence, apart from each other, outermost ones kept; nothing when no sentence
/// of the document (its part of the treebank) has an Entity= annotation.
std::vector<std::optional<std::vector<GoldName>>> gold_names(
    const std::vector<ConlluSentence>& treebank, const Lexicon& lexicon);

/// "O", "B-PERSON", ... for each of `words` words.
std::vector<std::string> bio_labels(const std::vector<GoldName>& names, std::size_t words);

}  // namespace dossier::extract

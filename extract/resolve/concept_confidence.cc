// SPDX-License-Identifier: Apache-2.0
#include "extract/resolve/concept.h"

#include <algorithm>

#include "extract/confidence.h"
#include "extract/text/unicode.h"

namespace dossier::extract::resolve {

namespace {

/// "this topic", "their company".
bool points_elsewhere(const Token& word) {
  const std::string text = to_lower(word.text);
  return word.xpos == Xpos::prp_poss || text == "this" || text == "that" || text == "these" ||
         text == "those" || text == "such";
}

bool tells_more(const Token& word) {
  return word.relation == Relation::nmod || word.relation == Relation::acl ||
         word.relation == Relation::ccomp || word.relation == Relation::advcl;
}

}  // namespace

double concept_confidence(const Sentence& sentence, const Argument& argument) {
  double worth = 1;
  for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
    const Token& word = sentence.tokens[i];
    if (word.head != static_cast<std::int32_t>(argument.head)) continue;
    if (i < argument.head && points_elsewhere(word))
      worth = std::min(worth, confidence::kPointingConcept);
    if (i >= argument.tokens.last && tells_more(word))
      worth = std::min(worth, confidence::kCutConcept);
  }
  return worth;
}

}  // namespace dossier::extract::resolve

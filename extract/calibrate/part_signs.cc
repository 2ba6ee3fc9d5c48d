// SPDX-License-Identifier: Apache-2.0
#include "extract/calibrate/part_signs.h"

#include <algorithm>
#include <utility>

namespace dossier::extract::calibrate {

namespace {

bool is_personal(const Token& word) {
  return word.xpos == Xpos::prp || word.xpos == Xpos::prp_poss;
}

/// The model's probability that the pronoun means this entity; 1 for pronouns that it does not
/// read, as "I".
double probability(const Analysis& analysis, std::uint32_t sentence, std::uint32_t token,
                   std::uint32_t entity) {
  const auto at = std::lower_bound(analysis.pronouns.begin(), analysis.pronouns.end(),
                                   std::pair(sentence, token),
                                   [](const PronounReading& one, const auto& place) {
                                     return std::pair(one.sentence, one.token) < place;
                                   });
  if (at == analysis.pronouns.end() || at->sentence != sentence || at->token != token) return 1;
  double sum = 0;
  for (const PronounReading::Candidate& candidate : at->candidates) {
    const Mention& mention = analysis.sentences[candidate.sentence].mentions[candidate.mention];
    if (mention.entity == entity) sum += candidate.probability;
  }
  return std::min(sum, 1.0);
}

double name_probability(const Sentence& sentence, std::uint32_t token) {
  float best = 0;
  for (const NameReading& reading : sentence.name_readings)
    if (reading.tokens.contains(token)) best = std::max(best, reading.confidence);
  return best;
}

bool has_word(const std::string& label, const Token& word) {
  return label.find(word.text) != std::string::npos || label.find(word.lemma) != std::string::npos;
}

}  // namespace

PartSigns part_signs(const Analysis& analysis, const Sentence& sentence, const Argument& words,
                     const FactNode& node) {
  PartSigns signs;
  if (!node.entity || words.tokens.empty()) return signs;
  const Token& head = sentence.tokens[words.head];
  const Entity& entity = analysis.entities[*node.entity];
  const bool named = entity.type != MentionType::individual && entity.type != MentionType::concept_;
  if (is_personal(head)) {
    signs.pronoun = 1 - probability(analysis, sentence.index, words.head, *node.entity);
    signs.unnamed = !named && !has_word(entity.label, head);
  } else if (named) {
    signs.name = 1 - name_probability(sentence, words.head);
  } else {
    signs.renamed = !has_word(entity.label, head);
  }
  return signs;
}

}  // namespace dossier::extract::calibrate

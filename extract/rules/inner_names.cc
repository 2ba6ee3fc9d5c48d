// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/inner_names.h"

namespace dossier::extract::rules {

namespace {

/// A conjunct, or "Holm" of "the painter Holm", read as an apposition: has the place of its head.
bool stands_for_head(const Token& token, std::uint32_t word) {
  if (token.head < 0) return false;
  return token.relation == Relation::conj ||
         (token.relation == Relation::appos && static_cast<std::uint32_t>(token.head) + 1 == word);
}

}  // namespace

bool belongs_to(const Sentence& sentence, std::uint32_t word, const Argument& phrase) {
  const Token& token = sentence.tokens[word];
  if (token.head < 0) return false;
  const auto head = static_cast<std::uint32_t>(token.head);
  // Conjuncts follow what they are joined to; in a malformed tree this prevents an endless loop.
  if (stands_for_head(token, word)) return head < word && belongs_to(sentence, head, phrase);
  if (token.relation == Relation::nmod && head == phrase.head) return true;
  const bool inside = phrase.tokens.contains(word) && phrase.head < word;
  return inside && token.relation == Relation::obl && !phrase.tokens.contains(head);
}

std::string preposition_of(const Sentence& sentence, std::uint32_t noun) {
  for (const Token& token : sentence.tokens) {
    if (token.relation == Relation::case_ && token.head == static_cast<std::int32_t>(noun))
      return token.lemma;
  }
  const Token& token = sentence.tokens[noun];
  const auto head = static_cast<std::uint32_t>(token.head);
  if (!stands_for_head(token, noun) || head >= noun) return {};
  return preposition_of(sentence, head);
}

}  // namespace dossier::extract::rules

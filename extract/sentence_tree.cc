// SPDX-License-Identifier: Apache-2.0
#include "extract/sentence_tree.h"

#include <algorithm>

namespace dossier::extract {

bool hangs_on(const Token& token, std::uint32_t head, Relation relation) {
  return token.head == static_cast<std::int32_t>(head) && token.relation == relation;
}

bool has_child(const Sentence& sentence, std::uint32_t head, Relation relation) {
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                     [&](const Token& token) { return hangs_on(token, head, relation); });
}

std::uint32_t head_of(const Sentence& sentence, TokenRange phrase) {
  for (std::uint32_t i = phrase.first; i < phrase.last; ++i) {
    const std::int32_t head = sentence.tokens[i].head;
    if (head < 0 || !phrase.contains(static_cast<std::uint32_t>(head))) return i;
  }
  return phrase.first;
}

}  // namespace dossier::extract

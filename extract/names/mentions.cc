// SPDX-License-Identifier: Apache-2.0
#include "extract/names/mentions.h"

#include <algorithm>

namespace dossier::extract {

bool is_in_mention(const Sentence& sentence, std::uint32_t token) {
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(),
                     [&](const Mention& mention) { return mention.tokens.contains(token); });
}

Mention make_mention(const Sentence& sentence, TokenRange tokens, MentionType type) {
  Mention mention;
  mention.tokens = tokens;
  mention.span = span_of(sentence, tokens);
  for (std::uint32_t i = tokens.first; i < tokens.last; ++i)
    mention.text += (i == tokens.first ? "" : " ") + sentence.tokens[i].text;
  mention.type = type;
  return mention;
}

void sort_mentions(Sentence& sentence) {
  std::stable_sort(
      sentence.mentions.begin(), sentence.mentions.end(),
      [](const Mention& a, const Mention& b) { return a.tokens.first < b.tokens.first; });
}

}  // namespace dossier::extract

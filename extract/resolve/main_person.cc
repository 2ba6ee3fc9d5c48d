// SPDX-License-Identifier: Apache-2.0
#include "extract/resolve/main_person.h"

#include <algorithm>

#include "extract/sentence_tree.h"

namespace dossier::extract::resolve {

namespace {

bool is_punctuation(const Token& token) { return token.upos == Upos::punct; }

const Mention* whole_headline(const Sentence& sentence) {
  if (sentence.mentions.size() != 1) return nullptr;
  const Mention& mention = sentence.mentions.front();
  for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i)
    if (!mention.tokens.contains(i) && !is_punctuation(sentence.tokens[i])) return nullptr;
  return mention.type == MentionType::person ? &mention : nullptr;
}

/// "Anna Berg was a cartographer", "Anna Berg (born 1869) ..."
const Mention* introduced(const Sentence& sentence) {
  if (sentence.mentions.empty()) return nullptr;
  const Mention& mention = sentence.mentions.front();
  if (mention.tokens.first > 0 || mention.type != MentionType::person) return nullptr;
  const Token& name = sentence.tokens[head_of(sentence, mention.tokens)];
  if (!name.relation.is(Relation::nsubj) || name.head < 0) return nullptr;
  const auto said = static_cast<std::uint32_t>(name.head);
  const bool is_noun = sentence.tokens[said].upos == Upos::noun;
  return is_noun && has_child(sentence, said, Relation::cop) ? &mention : nullptr;
}

}  // namespace

const Mention* main_person(const Analysis& analysis) {
  for (const Sentence& sentence : analysis.sentences) {
    if (const Mention* const named = whole_headline(sentence)) return named;
    if (!sentence.headline) return introduced(sentence);
  }
  return nullptr;
}

}  // namespace dossier::extract::resolve

// SPDX-License-Identifier: Apache-2.0
#include "extract/resolve/main_topic.h"

#include <algorithm>
#include <string>
#include <vector>

#include "extract/names/name_forms.h"
#include "extract/sentence_tree.h"

namespace dossier::extract::resolve {

namespace {

using Fits = bool (*)(MentionType);

/// "Anna Berg (1909-1987)": years beside the name.
bool says_nothing(const Token& token) {
  return token.upos == Upos::punct || token.upos == Upos::num || token.upos == Upos::sym;
}

const Mention* whole_headline(const Sentence& sentence, Fits fits) {
  if (sentence.mentions.size() != 1) return nullptr;
  const Mention& mention = sentence.mentions.front();
  for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i)
    if (!mention.tokens.contains(i) && !says_nothing(sentence.tokens[i])) return nullptr;
  return fits(mention.type) ? &mention : nullptr;
}

/// "Anna Berg was a cartographer", "Anna Berg (born 1869) ..."
const Mention* introduced(const Sentence& sentence, Fits fits) {
  if (sentence.mentions.empty()) return nullptr;
  const Mention& mention = sentence.mentions.front();
  if (mention.tokens.first > 0 || !fits(mention.type)) return nullptr;
  const Token& name = sentence.tokens[head_of(sentence, mention.tokens)];
  if (!name.relation.is(Relation::nsubj) || name.head < 0) return nullptr;
  const auto said = static_cast<std::uint32_t>(name.head);
  const bool is_noun = sentence.tokens[said].upos == Upos::noun;
  return is_noun && has_child(sentence, said, Relation::cop) ? &mention : nullptr;
}

const Mention* main_topic(const Analysis& analysis, Fits of_headline, Fits of_sentence) {
  for (const Sentence& sentence : analysis.sentences) {
    if (const Mention* const named = whole_headline(sentence, of_headline)) return named;
    if (!sentence.headline) return introduced(sentence, of_sentence);
  }
  return nullptr;
}

bool is_settlement(MentionType type) { return is_place(type) && type != MentionType::country; }

}  // namespace

const Mention* main_person(const Analysis& analysis) {
  const Fits person = [](MentionType type) { return type == MentionType::person; };
  return main_topic(analysis, person, person);
}

const Mention* main_place(const Analysis& analysis) {
  return main_topic(analysis, is_settlement, is_place);
}

const Mention* main_company(const Analysis& analysis) {
  // "OSLO, 3 May – Norwave said", perhaps below a second headline.
  constexpr std::uint32_t kFarthest = 8;
  constexpr int kSentences = 2;
  std::vector<std::string> headline;
  int seen = 0;
  for (const Sentence& sentence : analysis.sentences) {
    if (sentence.headline) {
      for (const Mention& mention : sentence.mentions) headline.push_back(name_key(mention.text));
      continue;
    }
    if (headline.empty() || ++seen > kSentences) return nullptr;
    for (const Mention& mention : sentence.mentions) {
      if (mention.type != MentionType::organization || mention.tokens.first > kFarthest) continue;
      const bool named =
          std::find(headline.begin(), headline.end(), name_key(mention.text)) != headline.end();
      if (named) return &mention;
      break;
    }
  }
  return nullptr;
}

}  // namespace dossier::extract::resolve

// SPDX-License-Identifier: Apache-2.0
#include "extract/names/describing_nouns.h"

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/sentence_tree.h"

namespace dossier::extract {

namespace {

bool is_common_noun(const Token& token) { return token.xpos == Xpos::nn; }

bool negated(const Sentence& sentence, std::uint32_t predicate) {
  for (const Token& token : sentence.tokens)
    if (token.head == static_cast<std::int32_t>(predicate) && token.lemma == "not") return true;
  return false;
}

}  // namespace

bool is_body_noun(std::string_view noun) {
  static const WordSet always("nouns", "organization");
  static const WordSet never("nouns", "not_organization");
  if (always.contains(noun)) return true;
  // "Head" and "chief" are in the list of titles.
  if (never.contains(noun)) return false;
  return Lexicon::builtin().is(noun, kOrganizationHead) && !Lexicon::builtin().is(noun, kTitle);
}

Gender gender_of_noun(std::string_view noun) {
  static const WordSet male("nouns", "male"), female("nouns", "female");
  if (male.contains(noun)) return Gender::male;
  return female.contains(noun) ? Gender::female : Gender::unknown;
}

std::vector<std::uint32_t> describing_nouns(const Sentence& sentence, const Mention& mention) {
  std::vector<std::uint32_t> found;
  const std::vector<Token>& tokens = sentence.tokens;
  const std::uint32_t first = mention.tokens.first;
  if (first > 0 && is_common_noun(tokens[first - 1]) && mention.title.empty())
    found.push_back(first - 1);
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (mention.tokens.contains(i)) {
      const Token& word = tokens[i];
      if (word.head < 0 || mention.tokens.contains(static_cast<std::uint32_t>(word.head))) continue;
      const auto head = static_cast<std::uint32_t>(word.head);
      // "The charity Nordhelp", "Norwave is a shipping company".
      const bool says = word.relation == Relation::nsubj &&
                        has_child(sentence, head, Relation::cop) && !negated(sentence, head);
      if (is_common_noun(tokens[head]) && (word.relation == Relation::appos || says))
        found.push_back(head);
    } else if (tokens[i].relation == Relation::appos && tokens[i].head >= 0 &&
               mention.tokens.contains(static_cast<std::uint32_t>(tokens[i].head)) &&
               is_common_noun(tokens[i])) {
      found.push_back(i);
    }
  }
  return found;
}

}  // namespace dossier::extract

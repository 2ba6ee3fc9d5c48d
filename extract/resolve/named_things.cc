// SPDX-License-Identifier: Apache-2.0
#include "extract/resolve/named_things.h"

#include <string>

#include "extract/interruption.h"
#include "extract/lexicon/lexicon.h"
#include "model/ascii.h"

namespace dossier::extract::resolve {
namespace {

/// Whether a word is part of the title before a person's name.
bool in_title(const Document& document, const Sentence& sentence, std::uint32_t token,
              const Mention& mention) {
  constexpr std::uint32_t kLongestTitle = 6;
  const std::vector<Token>& tokens = sentence.tokens;
  if (mention.title.empty() || mention.type != MentionType::person) return false;
  if (token >= mention.tokens.first || token + kLongestTitle < mention.tokens.first) return false;
  const TextSpan between{tokens[token].span.begin, tokens[mention.tokens.first].span.begin};
  const std::string words = document.utf8(between);
  return mention.title.find(words.substr(0, words.find_first_of(" -"))) != std::string::npos;
}

/// "the Secretary", too.
bool is_person_word(const Token& token) {
  return Lexicon::builtin().word(ascii_lower(token.lemma)).noun_class == NounClass::person;
}

/// "its chief executive, HENRIK DAHL, ...": who the noun is about, by the name next to it.
std::optional<std::uint32_t> appositive_person(const Sentence& sentence, std::uint32_t head) {
  if (sentence.tokens[head].xpos == Xpos::nns || sentence.tokens[head].xpos == Xpos::nnps ||
      !is_person_word(sentence.tokens[head]))
    return std::nullopt;
  std::optional<std::uint32_t> person;
  for (const Mention& mention : sentence.mentions) {
    if (mention.type != MentionType::person || !mention.entity) continue;
    for (std::uint32_t i = mention.tokens.first; i < mention.tokens.last; ++i) {
      const Token& word = sentence.tokens[i];
      if (word.relation != Relation::appos || word.head != static_cast<std::int32_t>(head))
        continue;
      if (person && person != mention.entity) return std::nullopt;
      person = mention.entity;
    }
  }
  return person;
}

}  // namespace

bool is_personal_pronoun(const Token& token) {
  return token.xpos == Xpos::prp || token.xpos == Xpos::prp_poss;
}

std::optional<std::uint32_t> named_entity(const Document& document, const Sentence& sentence,
                                          const Argument& argument) {
  Interruption::look();
  const Mention* best = nullptr;
  for (const Mention& mention : sentence.mentions) {
    if (!mention.tokens.contains(argument.head) &&
        !in_title(document, sentence, argument.head, mention))
      continue;
    // "the president of Chad", resolved, is not a mention of Chad.
    if (mention.sieve == Sieve::role && mention.tokens != argument.tokens) continue;
    if (!best ||
        mention.tokens.last - mention.tokens.first > best->tokens.last - best->tokens.first)
      best = &mention;
  }
  return best ? best->entity : appositive_person(sentence, argument.head);
}

bool names_person_by_noun(const Document& document, const Sentence& sentence,
                          const Argument& argument) {
  for (const Mention& mention : sentence.mentions) {
    const bool overlaps =
        mention.tokens.first < argument.tokens.last && argument.tokens.first < mention.tokens.last;
    if (overlaps && mention.type == MentionType::person) return false;
    if (in_title(document, sentence, argument.head, mention)) return false;
  }
  return is_person_word(sentence.tokens[argument.head]);
}

TokenRange with_determiner(const Sentence& sentence, TokenRange range) {
  const bool is_lone = range.last - range.first == 1 && range.first > 0;
  if (is_lone && sentence.tokens[range.first - 1].head == static_cast<std::int32_t>(range.first) &&
      sentence.tokens[range.first - 1].relation == Relation::det)
    --range.first;
  return range;
}

}  // namespace dossier::extract::resolve

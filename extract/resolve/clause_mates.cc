// SPDX-License-Identifier: Apache-2.0
// Who a pronoun can't mean by where it stands: the subject of its own verb, and those who are only
// called on.
#include <algorithm>

#include "extract/names/mentions.h"
#include "extract/resolve/reference.h"
#include "extract/text/unicode.h"

namespace dossier::extract::resolve {

namespace {

bool is_reflexive(const Token& token) {
  const std::string text = to_lower(token.text);
  return text.ends_with("self") || text.ends_with("selves");
}

/// The predicate whose object the word is; null if it is none.
const Predicate* acting_on(const Sentence& sentence, std::uint32_t token) {
  const Token& word = sentence.tokens[token];
  if (word.head < 0 || word.xpos == Xpos::prp_poss || is_reflexive(word)) return nullptr;
  if (!word.relation.is(Relation::obj) && !word.relation.is(Relation::iobj) &&
      !word.relation.is(Relation::obl))
    return nullptr;
  for (const Predicate& predicate : sentence.predicates)
    if (predicate.head == static_cast<std::uint32_t>(word.head))
      return predicate.subject ? &predicate : nullptr;
  return nullptr;
}

bool says_nothing(const Sentence& sentence, const Mention& mention) {
  for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
    const auto& upos = sentence.tokens[i].upos;
    const bool filler = upos == Upos::punct || upos == Upos::adv || upos == Upos::intj ||
                        upos == Upos::cconj || upos == Upos::sconj;
    if (!mention.tokens.contains(i) && !filler) return false;
  }
  return true;
}

}  // namespace

bool Discourse::acts_on(std::uint32_t entity, std::uint32_t s, std::uint32_t token) const {
  const Sentence& sentence = analysis_.sentences[s];
  const Predicate* predicate = acting_on(sentence, token);
  if (!predicate) return false;
  const std::uint32_t subject = *predicate->subject;
  for (const Mention& mention : sentence.mentions)
    if (mention.tokens.contains(subject) && mention.entity == entity) return true;
  return std::any_of(referents_.begin(), referents_.end(), [&](const Referent& referent) {
    return referent.sentence == s && referent.token == subject && referent.entity == entity;
  });
}

bool Discourse::is_called_on(std::uint32_t s, const Mention& mention) const {
  const Sentence& sentence = analysis_.sentences[s];
  if (sentence.headline || mention.type != MentionType::person) return false;
  // "Tom, he is coming": what comes first may be spoken of.
  for (std::uint32_t i = mention.tokens.first; i > 0 && i < mention.tokens.last; ++i)
    if (sentence.tokens[i].relation == Relation::vocative) return true;
  return sentence.tokens.size() > mention.tokens.last - mention.tokens.first + 1 &&
         says_nothing(sentence, mention);
}

}  // namespace dossier::extract::resolve

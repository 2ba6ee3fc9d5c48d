// SPDX-License-Identifier: Apache-2.0
// Who a pronoun can't mean by where it stands: the subject of its own verb, whoever is named below
// that verb behind a pronoun that is its subject, and those who are only called on.
#include <algorithm>
#include <array>
#include <string_view>

#include "extract/clause/words.h"
#include "extract/names/mentions.h"
#include "extract/resolve/reference.h"
#include "extract/sentence_tree.h"
#include "extract/text/unicode.h"

namespace dossier::extract::resolve {

namespace {

bool is_reflexive(const Token& token) {
  const std::string text = to_lower(token.text);
  return text.ends_with("self") || text.ends_with("selves");
}

const Predicate* predicate_at(const Sentence& sentence, std::int32_t head) {
  for (const Predicate& predicate : sentence.predicates)
    if (static_cast<std::int32_t>(predicate.head) == head)
      return predicate.subject ? &predicate : nullptr;
  return nullptr;
}

/// "confirmed her death", "attended his funeral": whoever does is alive.
const Predicate* outliving(const Sentence& sentence, const Token& pronoun) {
  static constexpr std::array<std::string_view, 6> kEnds{"death",  "funeral", "burial",
                                                         "murder", "killing", "assassination"};
  static constexpr std::array<std::string_view, 5> kVerbs{"mourn", "avenge", "investigate",
                                                          "attend", "witness"};
  if (pronoun.head < 0) return nullptr;
  const Token& noun = sentence.tokens[static_cast<std::size_t>(pronoun.head)];
  const bool end = std::find(kEnds.begin(), kEnds.end(), noun.lemma) != kEnds.end();
  if (!end || noun.relation != Relation::obj || noun.head < 0) return nullptr;
  const std::string& verb = sentence.tokens[static_cast<std::size_t>(noun.head)].lemma;
  const bool outlives = clause::is_reporting_verb(verb) ||
                        std::find(kVerbs.begin(), kVerbs.end(), verb) != kVerbs.end();
  return outlives ? predicate_at(sentence, noun.head) : nullptr;
}

/// The predicate whose object the word is, or its death; null if it is none.
const Predicate* acting_on(const Sentence& sentence, std::uint32_t token) {
  const Token& word = sentence.tokens[token];
  if (word.xpos == Xpos::prp_poss) return outliving(sentence, word);
  if (word.head < 0 || is_reflexive(word)) return nullptr;
  if (!word.relation.is(Relation::obj) && !word.relation.is(Relation::iobj) &&
      !word.relation.is(Relation::obl))
    return nullptr;
  return predicate_at(sentence, word.head);
}

/// Whether `word` hangs on `governor`, at any depth, and not on `pronoun`.
bool is_below(const Sentence& sentence, std::uint32_t word, std::int32_t governor,
              std::uint32_t pronoun) {
  auto at = static_cast<std::int32_t>(word);
  for (std::size_t steps = 0; at >= 0 && steps < sentence.tokens.size(); ++steps) {
    if (at == static_cast<std::int32_t>(pronoun)) return false;
    if (at == governor) return true;
    at = sentence.tokens[static_cast<std::size_t>(at)].head;
  }
  return false;
}

/// "her daughter Clara": the name of the noun.
bool is_name_of(const Sentence& sentence, const Mention& mention, std::uint32_t noun) {
  const Token& head = sentence.tokens[head_of(sentence, mention.tokens)];
  return head.relation == Relation::appos && head.head == static_cast<std::int32_t>(noun);
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
    if (mention.entity == entity &&
        (mention.tokens.contains(subject) || is_name_of(sentence, mention, subject)))
      return true;
  return std::any_of(referents_.begin(), referents_.end(), [&](const Referent& referent) {
    return referent.sentence == s && referent.token == subject && referent.entity == entity;
  });
}

bool Discourse::is_subject_behind(const Mention& mention, const Sentence& sentence,
                                  std::uint32_t pronoun) {
  if (mention.tokens.first <= pronoun) return false;
  for (std::uint32_t i = mention.tokens.first; i < mention.tokens.last; ++i) {
    const Token& name = sentence.tokens[i];
    if (!name.relation.is(Relation::nsubj) || name.head < 0) continue;
    for (std::uint32_t j = 0; j < mention.tokens.first; ++j) {
      const Token& opening = sentence.tokens[j];
      const bool opens = opening.head == name.head && !opening.relation.is(Relation::nsubj);
      if (opens && is_below(sentence, pronoun, static_cast<std::int32_t>(j), mention.tokens.first))
        return true;
    }
  }
  return false;
}

namespace {

/// "Its capital is Lima": it is not Lima's.
bool is_of_owner(const Sentence& sentence, const Mention& mention, std::uint32_t pronoun) {
  const Token& own = sentence.tokens[pronoun];
  if (own.relation != Relation::nmod_poss || own.head < 0) return false;
  const Token& owned = sentence.tokens[static_cast<std::size_t>(own.head)];
  return owned.relation.is(Relation::nsubj) && owned.head >= 0 &&
         mention.tokens.contains(static_cast<std::uint32_t>(owned.head)) &&
         has_child(sentence, static_cast<std::uint32_t>(owned.head), Relation::cop);
}

}  // namespace

bool Discourse::names_another(const Mention& mention, const Sentence& sentence,
                              std::uint32_t pronoun) {
  const Token& subject = sentence.tokens[pronoun];
  if (mention.tokens.first > pronoun && is_of_owner(sentence, mention, pronoun)) return true;
  return subject.relation.is(Relation::nsubj) && mention.tokens.first > pronoun &&
         is_below(sentence, mention.tokens.last - 1, subject.head, pronoun);
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

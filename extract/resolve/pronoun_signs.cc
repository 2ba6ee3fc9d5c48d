// SPDX-License-Identifier: Apache-2.0
#include "extract/resolve/pronoun_signs.h"

#include <cmath>
#include <tuple>

#include "extract/sentence_tree.h"

namespace dossier::extract::resolve {

namespace {

/// Weights of a logarithmic sum, as extract/train/encoder/fit_pronoun_signs.py prints them; of the
/// signs in the order of named_signs().
constexpr float kOfModel = 0.60F;
constexpr std::array kOfSigns{1.09F, 0.55F, -1.67F, 0.52F, 0.70F, 0.42F, 0.80F};

/// Whether the word that `above` is the number of has `below` in its part of the tree.
bool is_above(const Sentence& sentence, std::int32_t above, std::uint32_t below) {
  std::int32_t at = sentence.tokens[below].head;
  for (std::size_t steps = 0; at >= 0 && steps < sentence.tokens.size(); ++steps) {
    if (at == above) return true;
    at = sentence.tokens[static_cast<std::size_t>(at)].head;
  }
  return false;
}

}  // namespace

void PronounSigns::add(const PronounSigns& other) {
  before = before || other.before;
  behind = behind || other.behind;
  last_before = last_before || other.last_before;
  nearest = nearest || other.nearest;
  goes_on = goes_on || other.goes_on;
  parallel = parallel || other.parallel;
  owns = owns || other.owns;
}

NamedSigns named_signs(const PronounSigns& signs) {
  const bool far = !signs.before && !signs.behind && !signs.last_before;
  return {{{"before", signs.before},
           {"behind", signs.behind},
           {"far", far},
           {"nearest", signs.nearest},
           {"goes_on", signs.goes_on},
           {"parallel", signs.parallel},
           {"owns", signs.owns}}};
}

float PronounSigns::factor() const {
  const NamedSigns signs = named_signs(*this);
  static_assert(std::tuple_size_v<NamedSigns> == kOfSigns.size());
  float sum = 0;
  for (std::size_t i = 0; i < signs.size(); ++i) sum += signs[i].second ? kOfSigns[i] : 0;
  return std::exp(sum);
}

PronounSigns signs_of(const Analysis& analysis, const PronounReading& reading,
                      const PronounReading::Candidate& candidate) {
  const Sentence& sentence = analysis.sentences[candidate.sentence];
  const Mention& mention = sentence.mentions[candidate.mention];
  const Token& pronoun = analysis.sentences[reading.sentence].tokens[reading.token];
  const Token& head = sentence.tokens[head_of(sentence, mention.tokens)];
  const bool subject = head.relation.is(Relation::nsubj);
  const bool is_subject = pronoun.relation.is(Relation::nsubj);
  PronounSigns signs;
  const bool same = candidate.sentence == reading.sentence;
  signs.before = same && mention.tokens.first < reading.token;
  signs.behind = same && !signs.before;
  signs.last_before = candidate.sentence + 1 == reading.sentence;
  signs.goes_on = signs.before && subject && is_subject;
  signs.parallel = signs.last_before && subject && is_subject;
  signs.owns = signs.before && subject && pronoun.relation == Relation::nmod_poss &&
               is_above(sentence, head.head, reading.token);
  return signs;
}

PronounSigns signs_of_pronoun(const Analysis& analysis, const PronounReading& reading,
                              std::uint32_t sentence, std::int32_t verb) {
  const Sentence& own = analysis.sentences[reading.sentence];
  const Token& pronoun = own.tokens[reading.token];
  const bool is_subject = pronoun.relation.is(Relation::nsubj);
  PronounSigns signs;
  signs.before = sentence == reading.sentence;
  signs.last_before = !signs.before;
  if (verb < 0) return signs;
  signs.goes_on = signs.before && is_subject;
  signs.parallel = signs.last_before && is_subject;
  signs.owns =
      signs.before && pronoun.relation == Relation::nmod_poss && is_above(own, verb, reading.token);
  return signs;
}

float tempered(float probability) { return std::pow(probability, kOfModel); }

}  // namespace dossier::extract::resolve

// SPDX-License-Identifier: Apache-2.0
// Pronouns of the third person by the reading model, and where it decides.
#include <algorithm>

#include "extract/resolve/named_things.h"
#include "extract/resolve/pronoun_signs.h"
#include "extract/resolve/reference.h"
#include "extract/sentence_tree.h"
#include "extract/text/unicode.h"

namespace dossier::extract::resolve {

namespace {

/// A name that is less probable is not taken for what a pronoun means.
constexpr float kLeastOfPerson = 0.25F;
/// Less probable, and the rules decide where they can.
constexpr float kLeastAgainstRules = 0.6F;
constexpr float kLeastOfNone = 0.5F;  ///< that no name is meant
constexpr float kLeastOfThing = 0.7F;
constexpr float kLeastOfSure = 0.9F;  ///< that there is next to no doubt
/// Who is less probable does not stand in the way of a subject behind the pronoun.
constexpr float kLeastOfLeader = 0.02F;
/// By how much the subject behind a pronoun is likelier than the model reads, which knows few texts
/// with such sentences.
constexpr float kOfSubjectBehind = 100;
/// By how much who the document is about is likelier than the model reads, which does not know it.
constexpr float kOfMainPerson = 4;
/// And if it goes on with a subject that means the same: "She was born in Rome. Her father".
constexpr float kOfMainSubject = 10;

}  // namespace

const PronounReading* Discourse::reading_of(std::uint32_t s, std::uint32_t token) const {
  const auto at = std::lower_bound(
      analysis_.pronouns.begin(), analysis_.pronouns.end(), std::pair(s, token),
      [](const PronounReading& reading, const std::pair<std::uint32_t, std::uint32_t>& place) {
        return std::pair(reading.sentence, reading.token) < place;
      });
  const bool found = at != analysis_.pronouns.end() && at->sentence == s && at->token == token;
  return found ? &*at : nullptr;
}

float Discourse::likelihood(const PronounReading& reading,
                            const PronounReading::Candidate& candidate) const {
  const Sentence& sentence = analysis_.sentences[reading.sentence];
  const Token& pronoun = sentence.tokens[reading.token];
  const Mention& mention = analysis_.sentences[candidate.sentence].mentions[candidate.mention];
  if (!mention.entity || !agrees(*mention.entity, gender_of_pronoun(pronoun))) return 0;
  if (is_people(candidate.sentence, mention) && is_singular(pronoun)) return 0;
  if (is_surely_person(mention) && is_singular(pronoun)) return 0;
  // "They" are more than one person.
  if (table_.type(*mention.entity) == MentionType::person &&
      !is_people(candidate.sentence, mention) && is_plural(pronoun))
    return 0;
  if (is_called_on(candidate.sentence, mention) ||
      acts_on(*mention.entity, reading.sentence, reading.token))
    return 0;
  if (candidate.sentence != reading.sentence) return candidate.probability;
  if (names_another(mention, sentence, reading.token)) return 0;
  const bool is_behind =
      is_subject_behind(mention, sentence, reading.token) && !another_leads(reading, mention);
  return candidate.probability * (is_behind ? kOfSubjectBehind : 1);
}

bool Discourse::is_surely_person(const Mention& mention) const {
  return table_.type(*mention.entity) == MentionType::person &&
         (table_.gender(*mention.entity) != Gender::unknown || !mention.title.empty() ||
          mention.tokens.last > mention.tokens.first + 1);
}

bool Discourse::another_leads(const PronounReading& reading, const Mention& behind) const {
  const Sentence& sentence = analysis_.sentences[reading.sentence];
  const Gender gender = gender_of_pronoun(sentence.tokens[reading.token]);
  return std::any_of(
      reading.candidates.begin(), reading.candidates.end(),
      [&](const PronounReading::Candidate& candidate) {
        if (candidate.sentence != reading.sentence || candidate.probability < kLeastOfLeader)
          return false;
        const Mention& mention = sentence.mentions[candidate.mention];
        return mention.tokens.first < reading.token && mention.entity &&
               mention.entity != behind.entity && agrees(*mention.entity, gender);
      });
}

bool Discourse::goes_on_with_main(const PronounReading& reading) const {
  const Gender gender =
      gender_of_pronoun(analysis_.sentences[reading.sentence].tokens[reading.token]);
  if (gender == Gender::unknown) return false;
  for (auto at = referents_.rbegin(); at != referents_.rend(); ++at) {
    if (at->sentence + 1 < reading.sentence) break;
    const bool behind = at->sentence == reading.sentence && at->token >= reading.token;
    const Token& word = analysis_.sentences[at->sentence].tokens[at->token];
    if (at->subject && !behind && gender_of_pronoun(word) == gender)
      return at->entity == main_person_;
  }
  return false;
}

float Discourse::likelihood_of_main(const PronounReading& reading) const {
  const float led = others_lead(reading) ? 1 : kOfMainPerson;
  return goes_on_with_main(reading) ? led * kOfMainSubject : led;
}

bool Discourse::others_lead(const PronounReading& reading) const {
  return std::any_of(reading.candidates.begin(), reading.candidates.end(),
                     [&](const PronounReading::Candidate& candidate) {
                       const Sentence& sentence = analysis_.sentences[candidate.sentence];
                       const Mention& mention = sentence.mentions[candidate.mention];
                       if (candidate.sentence > reading.sentence ||
                           candidate.sentence + 1 < reading.sentence ||
                           mention.entity == main_person_ || likelihood(reading, candidate) <= 0)
                         return false;
                       const bool same = candidate.sentence == reading.sentence;
                       return same ? mention.tokens.first < reading.token
                                   : sentence.tokens[head_of(sentence, mention.tokens)].relation.is(
                                         Relation::nsubj);
                     });
}

/// What may be meant, by entity. Who is only named in a later sentence is seldom meant.
Discourse::Options Discourse::options_of(const PronounReading& reading, bool by_signs) const {
  Options options;
  const float of_main = main_person_ ? likelihood_of_main(reading) : 1;
  Option* nearest = nullptr;
  for (const PronounReading::Candidate& candidate : reading.candidates) {
    if (candidate.sentence > reading.sentence) break;
    const Mention& mention = analysis_.sentences[candidate.sentence].mentions[candidate.mention];
    const float likely =
        likelihood(reading, candidate) * (mention.entity == main_person_ ? of_main : 1);
    if (likely <= 0) continue;
    Option& option = options[*mention.entity];
    option.likely += likely;
    if (by_signs) option.signs.add(signs_of(analysis_, reading, candidate));
    option.named = {*mention.entity, candidate.sentence, mention.tokens.last - 1, mention.span};
    const bool before =
        candidate.sentence < reading.sentence || mention.tokens.first < reading.token;
    if (before) nearest = &option;
  }
  if (nearest != nullptr) nearest->signs.nearest = true;
  if (by_signs) add_pronouns(reading, options);
  return options;
}

/// "She was born in Rome. He met her": pronouns that are read already, as names.
void Discourse::add_pronouns(const PronounReading& reading, Options& options) const {
  for (auto at = referents_.rbegin(); at != referents_.rend(); ++at) {
    if (at->sentence + 1 < reading.sentence) return;
    const bool behind = at->sentence == reading.sentence && at->token >= reading.token;
    if (behind || !is_personal_pronoun(analysis_.sentences[at->sentence].tokens[at->token]))
      continue;
    const auto option = options.find(at->entity);
    if (option == options.end()) continue;
    const std::int32_t verb = at->subject ? at->verb : -1;
    option->second.signs.add(signs_of_pronoun(analysis_, reading, at->sentence, verb));
  }
}

// Signs were fitted for people, on passages that are about nobody in particular.
std::optional<Discourse::Named> Discourse::named_by(const PronounReading& reading) const {
  const Token& pronoun = analysis_.sentences[reading.sentence].tokens[reading.token];
  const bool by_signs = gender_of_pronoun(pronoun) != Gender::unknown && !main_person_;
  float likely = 0, all = 0, most = 0;
  const Option* best = nullptr;
  const Options options = options_of(reading, by_signs);
  if (weighed_ != nullptr && by_signs) note_weighed(reading, options);
  for (const auto& [entity, option] : options) {
    const float weight = by_signs ? tempered(option.likely) * option.signs.factor() : option.likely;
    likely += option.likely;
    all += weight;
    if (weight <= most) continue;
    most = weight;
    best = &option;
  }
  if (best == nullptr) return std::nullopt;
  return Named{best->named, most / all * likely / (likely + reading.none)};
}

bool Discourse::is_surely(std::uint32_t s, std::uint32_t token, std::uint32_t entity) const {
  const PronounReading* reading = reading_of(s, token);
  const std::optional<Named> named = reading ? named_by(*reading) : std::nullopt;
  return named && named->probability >= kLeastOfSure &&
         table_.find(named->referent.entity) == table_.find(entity);
}

/// "Muslims", "the Lunds"; not "the United Nations".
bool Discourse::is_people(std::uint32_t s, const Mention& mention) const {
  const Label<Xpos>& tag = analysis_.sentences[s].tokens[mention.tokens.last - 1].xpos;
  const MentionType type = table_.type(*mention.entity);
  return (tag == Xpos::nnps || tag == Xpos::nns) && type != MentionType::organization &&
         !is_place(type);
}

bool Discourse::is_singular(const Token& pronoun) {
  const std::string text = to_lower(pronoun.text);
  return text == "it" || text == "its" || text == "itself";
}

bool Discourse::is_plural(const Token& pronoun) {
  return to_lower(pronoun.text).starts_with("the");
}

bool Discourse::agrees(std::uint32_t entity, Gender gender) const {
  if (gender == Gender::unknown) return true;
  const MentionType type = table_.type(entity);
  const Gender known = table_.gender(entity);
  return (type == MentionType::person || type == MentionType::unknown) &&
         (known == Gender::unknown || known == gender);
}

/// "It is time to go": it is nothing.
bool Discourse::tells_time(std::uint32_t s, std::uint32_t token) const {
  const std::vector<Token>& tokens = analysis_.sentences[s].tokens;
  if (to_lower(tokens[token].text) != "it" || tokens[token].head < 0) return false;
  const Token& noun = tokens[static_cast<std::size_t>(tokens[token].head)];
  return noun.lemma == "time" && tokens[token].relation.is(Relation::nsubj);
}

// Of things, the rules are surer than the model, and of people without a name ("the mayor"), which
// it does not know; of other people, the model.
std::optional<Referent> Discourse::third_person(std::uint32_t s, std::uint32_t token) const {
  if (tells_time(s, token)) return std::nullopt;
  const auto ruled = third_person_by_rules(s, token);
  const PronounReading* const reading = reading_of(s, token);
  if (!reading) return ruled;
  const auto named = named_by(*reading);
  if (gender_of_pronoun(analysis_.sentences[s].tokens[token]) == Gender::unknown)
    return ruled || !named || named->probability < kLeastOfThing ? ruled : named->referent;
  if (named && ruled && named->referent.entity == ruled->entity) return named->referent;
  const bool nearer = named && ruled && named->referent.sentence > ruled->sentence;
  if (ruled && table_.is_concept(ruled->entity) && !nearer) return ruled;
  if (ruled && named && !main_person_ && named->probability < kLeastAgainstRules) return ruled;
  if (named && named->probability >= kLeastOfPerson) return named->referent;
  // The model means something that cannot be meant: a body by "she".
  const bool misread = !named && reading->none < kLeastOfNone;
  return misread ? ruled : std::nullopt;
}

}  // namespace dossier::extract::resolve

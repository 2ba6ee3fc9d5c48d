// SPDX-License-Identifier: Apache-2.0
#include "extract/resolve/reference.h"

#include <algorithm>
#include <unordered_set>

#include "extract/names/mentions.h"
#include "extract/text/unicode.h"

namespace dossier::extract::resolve {

namespace {

using Words = std::unordered_set<std::string_view>;

}  // namespace

void Discourse::set_body(std::uint32_t speaker, std::uint32_t body) {
  for (auto& [who, what] : bodies_) {
    if (who != speaker) continue;
    if (what != body) what = speaker;  // two employers: nothing can be said
    return;
  }
  bodies_.emplace_back(speaker, body);
}

std::optional<std::uint32_t> Discourse::speaker(std::uint32_t s) const {
  const std::optional<std::uint32_t> turn = analysis_.sentences[s].turn;
  if (turn && *turn < resolution_.speakers.size()) return resolution_.speakers[*turn];
  return analysis_.sentences[s].headline ? std::nullopt : resolution_.author;
}

std::optional<std::uint32_t> Discourse::body_of(std::optional<std::uint32_t> person) const {
  for (const auto& [who, what] : bodies_)
    if (person == who) return what;
  return person;
}

std::optional<std::uint32_t> Discourse::quoted_speaker(std::uint32_t s, std::uint32_t token,
                                                       std::optional<TextSpan>* said) const {
  const Quotation* quotation = quotations_.at(s, token);
  if (!quotation || !quotation->speaker) return std::nullopt;
  for (const Mention& mention : analysis_.sentences[quotation->speaker->sentence].mentions) {
    if (!mention.entity || !mention.tokens.contains(quotation->speaker->token)) continue;
    if (said) *said = mention.span;
    return mention.entity;
  }
  return std::nullopt;
}

/// "you" of a questioner is who answers.
std::optional<std::uint32_t> Discourse::addressee(std::uint32_t s) const {
  const std::optional<std::uint32_t> turn = analysis_.sentences[s].turn;
  if (!turn || *turn + 1 >= resolution_.speakers.size() || resolution_.speakers[*turn])
    return std::nullopt;
  return resolution_.speakers[*turn + 1];
}

std::optional<std::uint32_t> Discourse::pronoun(std::uint32_t s, std::uint32_t token,
                                                Provenance& provenance) const {
  const std::string text = to_lower(analysis_.sentences[s].tokens[token].text);
  static const Words first{"i", "me", "my", "myself", "mine"};
  static const Words we{"we", "us", "our", "ourselves", "ours"};
  const bool plural = we.contains(text);
  if (plural || first.contains(text)) {
    provenance = {plural ? Sieve::speakers_body : Sieve::speaker, speaker_label(s)};
    const auto who =
        quoted(s, token) ? quoted_speaker(s, token, &provenance.antecedent) : speaker(s);
    const auto meant = plural ? body_of(who) : who;
    // "they protect us": never the speaker alone.
    const bool one = meant && text == "us" && table_.type(*meant) == MentionType::person;
    return one ? std::nullopt : meant;
  }
  if (text == "you" || text == "your") {
    provenance = {Sieve::addressee, std::nullopt};
    return addressee(s);
  }
  const std::optional<Referent> found = third_person(s, token);
  provenance = {Sieve::pronoun, found ? std::optional(found->span) : std::nullopt};
  return found ? std::optional(found->entity) : std::nullopt;
}

/// The label of a sentence's turn.
std::optional<TextSpan> Discourse::speaker_label(std::uint32_t s) const {
  const std::optional<std::uint32_t> turn = analysis_.sentences[s].turn;
  if (!turn || analysis_.document.turns[*turn].label.size() == 0) return std::nullopt;
  return analysis_.document.turns[*turn].label;
}

Gender Discourse::gender_of_pronoun(const Token& token) {
  static const Words male{"he", "him", "his", "himself"};
  static const Words female{"she", "her", "hers", "herself"};
  const std::string text = to_lower(token.text);
  if (male.contains(text)) return Gender::male;
  return female.contains(text) ? Gender::female : Gender::unknown;
}

std::optional<Referent> Discourse::third_person_by_rules(std::uint32_t s,
                                                         std::uint32_t token) const {
  const Token& word = analysis_.sentences[s].tokens[token];
  const std::string text = to_lower(word.text);
  static const Words they{"they", "them", "their", "themselves"};
  if (word.relation == Relation::expl) return std::nullopt;
  const bool behind_verb = token > 0 && analysis_.sentences[s].tokens[token - 1].xpos.is(Xpos::vb);
  const bool object = (text == "it" && behind_verb) || text == "him" || text == "them" ||
                      (text == "her" && word.xpos == Xpos::prp);
  if (const Gender gender = gender_of_pronoun(word); gender != Gender::unknown) {
    if (word.xpos == Xpos::prp_poss)
      if (const auto found = ahead(s, token)) return found;
    return search(s, token, Wanted::person, gender, object);
  }
  const bool many = they.contains(text);
  if (!many && text != "it" && text != "its" && text != "itself") return std::nullopt;
  const Wanted wanted = many ? Wanted::many : Wanted::thing;
  if (const auto found = who_reports(s, token, wanted, Gender::unknown)) return found;
  return search(s, token, wanted, Gender::unknown, object);
}

/// "During his visit, Anna Berg met ...": the subject after a possessive that opens the
/// sentence.
std::optional<Referent> Discourse::ahead(std::uint32_t s, std::uint32_t token) const {
  std::optional<Referent> found;
  for (const Referent& referent : referents_) {
    if (referent.sentence != s || table_.type(referent.entity) != MentionType::person) continue;
    if (referent.token < token) return std::nullopt;
    if (referent.subject && !found) found = referent;
  }
  return token <= 3 ? found : std::nullopt;
}

bool Discourse::fits(const Referent& referent, Wanted wanted, Gender gender,
                     std::uint32_t s) const {
  const MentionType type = table_.type(referent.entity);
  const bool named = !table_.is_concept(referent.entity);
  switch (wanted) {
    case Wanted::person: {
      const Gender known = table_.gender(referent.entity);
      const bool person = type == MentionType::person || (referent.person_noun && !referent.plural);
      return person && speaker(s) != referent.entity &&
             (known == Gender::unknown || known == gender);
    }
    case Wanted::thing:
      if (referent.plural || referent.person_noun) return false;
      if (!referent.subject && type != MentionType::organization) return false;
      return named ? type != MentionType::person && type != MentionType::nationality
                   : referent.subject;
    case Wanted::many:
      return referent.plural || type == MentionType::organization ||
             type == MentionType::nationality;
  }
  return false;
}

/// The one candidate there is, or the one that is a subject; where it was named last.
std::optional<Referent> Discourse::choose(const std::vector<Referent>& candidates) const {
  std::optional<Referent> any, subject;
  bool several = false, several_subjects = false;
  for (const Referent& referent : candidates) {
    several = several || (any && any->entity != referent.entity);
    any = referent;
    if (!referent.subject) continue;
    several_subjects = several_subjects || (subject && subject->entity != referent.entity);
    subject = referent;
  }
  if (subject) return several_subjects ? std::nullopt : subject;
  return several ? std::nullopt : any;
}

std::optional<Referent> Discourse::search(std::uint32_t s, std::uint32_t token, Wanted wanted,
                                          Gender gender, bool object) const {
  // "put it", "see it": it seldom refers to what was mentioned last.
  const std::uint32_t reach = wanted == Wanted::person            ? 2
                              : object && wanted == Wanted::thing ? 0
                                                                  : 1;
  for (std::uint32_t back = 0; back <= reach && back <= s; ++back) {
    std::vector<Referent> candidates;
    for (const Referent& referent : referents_) {
      if (referent.sentence != s - back || (back == 0 && referent.token >= token)) continue;
      const bool acts = wanted == Wanted::person && acts_on(referent.entity, s, token);
      // '"Crime deserves punishment", it added': what is quoted does not speak.
      if (back == 0 && quoted(s, referent.token) && !quoted(s, token)) continue;
      if (fits(referent, wanted, gender, s) && !acts) candidates.push_back(referent);
    }
    if (object && back == 0) {  // "he met him": not the subject of the same verb
      const std::int32_t verb = analysis_.sentences[s].tokens[token].head;
      std::erase_if(candidates, [&](const Referent& referent) {
        return referent.subject && (verb < 0 || referent.verb == verb);
      });
    }
    if (candidates.empty()) continue;
    // "Placed under the care of Dr Berg, he ...": subjects go on with subjects.
    const bool subject = analysis_.sentences[s].tokens[token].relation.is(Relation::nsubj);
    const bool any_subject = std::any_of(candidates.begin(), candidates.end(),
                                         [](const Referent& one) { return one.subject; });
    if (back == 0 && subject && !any_subject && wanted == Wanted::person) continue;
    return choose(candidates);
  }
  return std::nullopt;
}

}  // namespace dossier::extract::resolve

// SPDX-License-Identifier: Apache-2.0
#include "extract/resolve/reference.h"

#include <algorithm>
#include <unordered_set>

#include "extract/lexicon/word_table.h"
#include "extract/names/mentions.h"
#include "extract/text/unicode.h"

namespace dossier::extract::resolve {

namespace {

using Words = std::unordered_set<std::string_view>;

bool is_generic_organization(std::string_view noun) {
  static const WordSet heads("nouns", "organization_head");
  static const WordSet others("nouns", "organization");
  return heads.contains(noun) || others.contains(noun);
}

bool is_generic_city(std::string_view noun) {
  return noun == "town" || noun == "city" || noun == "village" || noun == "settlement";
}

bool is_generic_place(std::string_view noun) {
  return is_generic_city(noun) || noun == "country" || noun == "region" || noun == "republic" ||
         noun == "state" || noun == "province" || noun == "island" || noun == "area" ||
         noun == "nation";
}

bool generic_fits(std::string_view noun, MentionType type) {
  if (is_generic_city(noun)) return type == MentionType::city || type == MentionType::place;
  if (noun == "country" || noun == "republic" || noun == "state" || noun == "nation")
    return type == MentionType::country;
  if (noun == "region" || noun == "province" || noun == "island" || noun == "area")
    return type == MentionType::place;
  return type == MentionType::organization;
}

}  // namespace

void Discourse::describe(const Referent& referent, std::vector<std::string> modifiers) {
  const std::string& noun = analysis_.sentences[referent.sentence].tokens[referent.token].lemma;
  descriptions_.push_back({referent, noun, std::move(modifiers)});
}

/// The only thing that was said to be such a thing, a dozen sentences back at most.
std::optional<Referent> Discourse::described(std::uint32_t s, TokenRange range) const {
  constexpr std::uint32_t kReach = 12;
  const std::vector<Token>& tokens = analysis_.sentences[s].tokens;
  const std::string& noun = tokens[range.last - 1].lemma;
  std::optional<Referent> only;
  for (const Description& one : descriptions_) {
    const Referent& referent = one.referent;
    const bool before = referent.sentence < s || referent.token < range.first;
    if (one.noun != noun || referent.sentence > s || !before || referent.sentence + kReach < s)
      continue;
    bool fits = true;
    for (std::uint32_t i = range.first + 1; i + 1 < range.last; ++i)
      fits = fits && std::find(one.modifiers.begin(), one.modifiers.end(), tokens[i].lemma) !=
                         one.modifiers.end();
    if (!fits) continue;
    if (only && only->entity != referent.entity) return std::nullopt;
    only = referent;
  }
  return only;
}

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
    return plural ? body_of(who) : who;
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

std::optional<Referent> Discourse::third_person(std::uint32_t s, std::uint32_t token) const {
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
  if (text == "it" || text == "its" || text == "itself")
    return search(s, token, Wanted::thing, Gender::unknown, object);
  if (they.contains(text)) return search(s, token, Wanted::many, Gender::unknown, object);
  return std::nullopt;
}

/// "During his visit, Peter Maurer met ...": the subject after a possessive that opens the
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
      if (fits(referent, wanted, gender, s)) candidates.push_back(referent);
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

std::optional<std::uint32_t> Discourse::description(std::uint32_t s, const Argument& argument,
                                                    Provenance& provenance) const {
  const Sentence& sentence = analysis_.sentences[s];
  const TokenRange range = argument.tokens;
  if (range.last - range.first < 2 || sentence.tokens[range.last - 1].xpos != Xpos::nn)
    return std::nullopt;
  const std::string determiner = to_lower(sentence.tokens[range.first].text);
  const bool definite = determiner == "the" || determiner == "this" || determiner == "that";
  if (const auto found = definite ? described(s, range) : std::nullopt) {
    provenance = {Sieve::description, found->span};
    return found->entity;
  }
  if (range.last - range.first != 2) return std::nullopt;
  const std::string noun = to_lower(sentence.tokens[range.first + 1].text);
  provenance = {Sieve::description, std::nullopt};
  if (determiner == "our" && (noun == "country" || noun == "nation" || noun == "republic")) {
    const auto whose = body_of(speaker(s));
    if (whose && table_.type(*whose) == MentionType::country) return whose;
    return std::nullopt;
  }
  if (!definite) return std::nullopt;
  if (!is_generic_organization(noun) && !is_generic_place(noun)) return std::nullopt;
  const std::uint32_t reach = determiner == "this" ? 3 : 6;
  for (auto referent = referents_.rbegin(); referent != referents_.rend(); ++referent) {
    if (referent->sentence > s || (referent->sentence == s && referent->token >= range.first))
      continue;
    if (referent->sentence + reach < s) break;
    if (table_.is_concept(referent->entity)) continue;
    const MentionType type = table_.type(referent->entity);
    if (!generic_fits(noun, type)) continue;
    bool named_so = false;
    for (const std::string& form : table_.forms(referent->entity))
      named_so = named_so || to_lower(form).find(noun) != std::string::npos;
    const bool near = determiner == "this" && referent->sentence + 2 >= s;
    provenance.antecedent = referent->span;
    if (named_so) return referent->entity;
    if (near && (is_place(type) || noun == "organisation" || noun == "organization" ||
                 noun == "agency" || noun == "company" || noun == "firm"))
      return referent->entity;
  }
  return std::nullopt;
}

}  // namespace dossier::extract::resolve

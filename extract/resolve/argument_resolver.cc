// SPDX-License-Identifier: Apache-2.0
#include "extract/resolve/argument_resolver.h"

#include <utility>
#include <vector>

#include "extract/clause/words.h"
#include "extract/confidence.h"
#include "extract/interruption.h"
#include "extract/lexicon/known_names.h"
#include "extract/lexicon/word_table.h"
#include "extract/resolve/concept.h"
#include "extract/resolve/named_things.h"
#include "extract/resolve/parts_of.h"
#include "model/ascii.h"

namespace dossier::extract::resolve {
namespace {

bool is_open(const Token& token) {
  return token.xpos == Xpos::dt || token.xpos == Xpos::pdt || token.xpos == Xpos::ex ||
         token.xpos.is(Xpos::w);
}

bool is_vague(const Sentence& in, const Argument& argument) {
  static const WordSet words("function_words", "vague");
  const std::string& lemma = in.tokens[argument.head].lemma;
  // "None of them died" is about nobody, however long the phrase.
  if (lemma == "none" || lemma == "nobody" || lemma == "neither") return true;
  if (is_part_of_pronoun(in, argument.head)) return true;
  if (in.tokens[argument.tokens.last - 1].text == "of") return true;  // "two thirds of which"
  // "nine were hurt", "hit all three"
  const bool bare = argument.tokens.first + 1 == argument.tokens.last ||
                    (argument.tokens.first + 2 == argument.tokens.last &&
                     in.tokens[argument.tokens.first].upos == Upos::det);
  if (bare && is_bare_numeral(in, argument.head)) return !noun_of_part(in, argument.head);
  if (argument.tokens.last - argument.tokens.first > 2) return false;
  if (lemma == "other" && in.tokens[argument.tokens.first].upos == Upos::num) return false;
  return words.contains(lemma);
}

/// "speaks Danish": the language.
bool is_spoken(const Sentence& in, std::uint32_t word) {
  static const WordSet verbs("verbs", "speaking");
  const Token& token = in.tokens[word];
  return token.relation == Relation::obj && token.head >= 0 &&
         verbs.contains(in.tokens[static_cast<std::size_t>(token.head)].lemma);
}

}  // namespace

/// Everything but pronouns.
std::optional<std::uint32_t> ArgumentResolver::resolve_phrase(std::uint32_t s,
                                                              const Argument& argument) {
  const Sentence& in = sentence(s);
  if (const auto entity = named_entity(analysis_.document, in, argument)) {
    // A country's adjective alone is what is left of a phrase read wrongly.
    const Token& head = in.tokens[argument.head];
    const bool adjective = find_country(head.text).form == CountryForm::adjective;
    if (adjective && argument.tokens.last - argument.tokens.first == 1 && !role_) {
      if (is_spoken(in, argument.head)) return table_.concept_named(head.text);
      return std::nullopt;
    }
    return entity;
  }
  const bool single = argument.tokens.last - argument.tokens.first == 1;
  if (single &&
      (is_personal_pronoun(in.tokens[argument.head]) || is_open(in.tokens[argument.head])))
    return std::nullopt;
  if (const auto one = discourse_.one_of_two(s, argument.tokens)) {
    note_mention(s, argument.tokens, one->entity, {Sieve::description, one->span});
    return one->entity;
  }
  if (is_vague(in, argument)) return std::nullopt;
  Provenance provenance;
  if (const auto entity = discourse_.description(s, argument, provenance)) {
    note_mention(s, argument.tokens, *entity, provenance);
    return entity;
  }
  const std::string label = concept_label(in, argument);
  if (label.empty()) return std::nullopt;
  const bool plural = in.tokens[argument.head].xpos == Xpos::nns;
  if (const auto holder = plural ? std::nullopt : holders_.find(s, argument, label)) {
    note_mention(s, argument.tokens, holder->person, {Sieve::role, holder->said});
    return holder->person;
  }
  return unnamed(s, argument, label);
}

Resolved ArgumentResolver::resolve(std::uint32_t s, const Argument& argument) {
  Interruption::look();
  if (const auto whole = whole_of(sentence(s), argument)) return resolve(s, *whole);
  const Token& head = sentence(s).tokens[argument.head];
  const bool single = argument.tokens.last - argument.tokens.first == 1;
  if (!single || !is_personal_pronoun(head)) return {resolve_phrase(s, argument), false};
  const auto known = pronouns_.find(argument.head);
  return known == pronouns_.end() ? Resolved{} : known->second;
}

void ArgumentResolver::note_mention(std::uint32_t s, TokenRange tokens, std::uint32_t entity,
                                    const Provenance& provenance) {
  Sentence& in = sentence(s);
  for (const Mention& mention : in.mentions)
    if (mention.tokens == tokens) return;
  Mention mention;
  mention.tokens = tokens;
  mention.span = span_of(in, tokens);
  mention.text = analysis_.document.utf8(mention.span);
  mention.type = table_.type(entity);
  mention.entity = entity;
  mention.sieve = provenance.sieve;
  mention.antecedent = provenance.antecedent;
  in.mentions.push_back(std::move(mention));
}

void ArgumentResolver::fill(std::uint32_t s) {
  std::vector<Clause> kept;
  for (const Clause& whole : sentence(s).clauses)
    for (Clause& clause : opened(s, whole))
      if (fill_clause(s, clause)) kept.push_back(std::move(clause));
  sentence(s).clauses = std::move(kept);
  for (Frame& frame : sentence(s).frames) fill_frame(s, frame);
  for (Clause& clause : sentence(s).clauses)
    attribute_quoted(s, clause.predicate.first, clause.attributed);
  for (Frame& frame : sentence(s).frames) attribute_quoted(s, frame.head, frame.attributed);
}

/// A quotation is claimed by the person quoted, even if "said" is sentences away.
void ArgumentResolver::attribute_quoted(std::uint32_t s, std::uint32_t token,
                                        std::optional<Argument>& attributed) const {
  if (attributed) return;
  const std::optional<std::uint32_t> who = discourse_.quoted_speaker(s, token);
  if (!who) return;
  attributed.emplace();
  attributed->entity = who;
}

void ArgumentResolver::fill_frame(std::uint32_t s, Frame& frame) {
  if (frame.attributed) frame.attributed->entity = resolve(s, *frame.attributed).entity;
  if (frame.kind == Frame::Kind::role) return fill_role(s, frame);
  for (FrameArgument& argument : frame.arguments) {
    open_members(s, argument);
    for (Argument& member : argument.members) {
      if (member.entity) continue;
      member.quantity = quantity_of(s, member);
      if (!member.quantity && !argument.time) member.entity = resolve(s, member).entity;
    }
  }
}

/// A role without a known organisation is still a role.
void ArgumentResolver::fill_role(std::uint32_t s, Frame& frame) {
  role_ = true;
  const std::optional<std::uint32_t> holder =
      resolve(s, frame.arguments.front().members.front()).entity;
  frame.arguments.front().members.front().entity = holder;
  for (FrameArgument& argument : frame.arguments) {
    if (argument.role != ArgumentRole::object && argument.role != ArgumentRole::oblique) continue;
    for (Argument& body : argument.members) {
      if (!names_body(s, body)) continue;
      body.entity = resolve(s, body).entity;
      if (body.entity == holder || is_unnamed_person(s, body))
        body.entity = body_of_unnamed(s, frame, body);
    }
  }
  role_ = false;
}

/// An adjective that is no country's says nothing of whose a post is: "the local mayor".
bool ArgumentResolver::names_body(std::uint32_t s, const Argument& argument) {
  const Token& head = sentence(s).tokens[argument.head];
  const bool single = argument.tokens.last - argument.tokens.first == 1;
  return !single || !head.xpos.is(Xpos::jj) || find_country(head.text).form != CountryForm::none ||
         named_entity(analysis_.document, sentence(s), argument).has_value();
}

/// "The president's envoy": whose, nobody knows.
bool ArgumentResolver::is_unnamed_person(std::uint32_t s, const Argument& argument) {
  if (!argument.entity || !table_.is_concept(*argument.entity)) return false;
  return clause::is_title_noun(ascii_lower(sentence(s).tokens[argument.head].lemma)) ||
         names_person_by_noun(analysis_.document, sentence(s), argument);
}

/// "The Kenyan president's envoy" speaks for Kenya, but the president's lawyer does not.
std::optional<std::uint32_t> ArgumentResolver::body_of_unnamed(std::uint32_t s, const Frame& role,
                                                               const Argument& person) {
  if (clause::is_calling(sentence(s).tokens[role.head].lemma)) return std::nullopt;
  for (const Mention& mention : sentence(s).mentions)
    if (person.tokens.contains(mention.tokens.first) && mention.type != MentionType::person)
      return mention.entity;
  return std::nullopt;
}

bool ArgumentResolver::fill_clause(std::uint32_t s, Clause& clause) {
  if (!fill_counted(s, clause.subject, clause)) return false;
  if (clause.object && !fill_counted(s, clause.object, clause)) return false;
  if (clause.place && !fill_part(s, clause.place, clause)) clause.place.reset();
  if (clause.attributed && !fill_part(s, clause.attributed, clause)) return false;
  const bool same =
      clause.object && clause.object->entity && clause.object->entity == clause.subject->entity;
  return !same;
}

bool ArgumentResolver::fill_part(std::uint32_t s, std::optional<Argument>& part, Clause& clause) {
  if (!part) return false;
  if (part->entity) return true;
  const Resolved found = resolve(s, *part);
  part->entity = found.entity;
  if (found.pronoun) clause.confidence *= confidence::kPronoun;
  if (found.entity && table_.is_concept(*found.entity))
    clause.confidence *= concept_confidence(sentence(s), *part);
  return found.entity.has_value();
}

/// A thing, or a number of them.
bool ArgumentResolver::fill_counted(std::uint32_t s, std::optional<Argument>& part,
                                    Clause& clause) {
  if (!part) return false;
  part->quantity = quantity_of(s, *part);
  return part->quantity || fill_part(s, part, clause);
}

}  // namespace dossier::extract::resolve

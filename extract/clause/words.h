// SPDX-License-Identifier: Apache-2.0
// English words by what they do in a clause: constant tables, looked up by lemma.
//
// Verbs with a particle or preposition are written with "_" ("point_out", "call_on").
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "extract/document.h"

namespace dossier::extract::clause {

/// say, declare, note: the clause below is claimed by the subject.
bool is_reporting_verb(std::string_view lemma);
/// Any verb that can govern a clause without "that": say, think, hope, know.
bool takes_clause(std::string_view lemma);
/// What the clause below a verb becomes ("hope that X" -> hoped). Asserted for verbs that change
/// nothing.
Modality clause_modality(std::string_view lemma);
/// What "V to do" makes of doing ("agree to send" -> planned); none for verbs that are not of this
/// kind.
std::optional<Modality> subject_control(std::string_view lemma);
/// As subject_control() for "V someone to do" ("urge X to send" -> hoped).
std::optional<Modality> object_control(std::string_view lemma);
/// As subject_control() for "be ADJECTIVE to do" ("ready to help" -> possible).
std::optional<Modality> adjective_control(std::string_view lemma);
/// What the clause below "be ADJECTIVE that" becomes; `inner` is what it says itself.
Modality adjective_clause(std::string_view word, Modality inner);
/// fail, refuse, unable: what is below did not happen.
bool is_failing_verb(std::string_view lemma);
/// deny, dismiss, reject: what its object claims is not accepted.
bool is_denying_verb(std::string_view lemma);
/// make, file, hear: can have a claim or report for its object.
bool is_uttering_verb(std::string_view lemma);
/// accuse, suspect: "V someone of doing".
bool is_accusing_verb(std::string_view lemma);
/// prevent, ban: "V someone from doing": it is not done.
bool is_preventing_verb(std::string_view lemma);
/// evidence, proof, news: what follows without "that" is what it says.
bool is_proving_noun(std::string_view lemma);
/// lie, stand, hang: has its subject behind it ("In the harbour lies a ship").
bool is_presenting_verb(std::string_view lemma);
/// vote, rule: is done by so many to so many.
bool is_deciding_verb(std::string_view lemma);
/// arrive, stay: never has an object.
bool is_intransitive_verb(std::string_view lemma);
/// found, own: says whose a body is, and always has an object.
bool is_owning_verb(std::string_view lemma);
/// remain, seem, become: tells what its subject is.
bool is_linking_verb(std::string_view lemma);
/// know, designate, describe: "V something as something".
bool is_naming_verb(std::string_view lemma);
/// What an adverb makes of its clause ("allegedly" -> alleged); asserted for other words.
Modality adverb_modality(std::string_view word);
/// falsely, wrongly: what is said so is not so.
bool tells_falsehood(std::string_view word);
/// false, untrue: what is said to be so is not.
bool is_untrue(std::string_view adjective);
/// almost, nearly: what it stands at did not quite happen.
bool falls_short(std::string_view word);
/// "its backers, notably Chad": some of what stands before.
bool introduces_example(std::string_view word);
/// "will sometimes write": what is usual, not what is planned.
bool tells_habit(std::string_view word);
/// show, imply, mean: its subject is not a speaker.
bool is_showing_verb(std::string_view lemma);
/// signing -> sign: what a noun of an event says as a verb.
struct NounVerb {
  std::string_view lemma;
  bool intransitive = false;  ///< "the growth of X": X grows
  bool undergone = false;     ///< "her election": she was elected
};
std::optional<NounVerb> verb_of_noun(std::string_view lemma);
/// welcome, condemn: what it is about has happened.
bool tells_fact(std::string_view lemma);
/// ministry, report, statement: can be said to say something.
bool is_speaking_noun(std::string_view lemma);
/// What the clause below "NOUN that ..." becomes ("hope that" -> hoped); asserted for other nouns.
Modality noun_clause_modality(std::string_view lemma);

/// hold, have, make, pay, give ...: keeps its noun in the relation ("hold_talks_with").
bool is_light_verb(std::string_view lemma);
/// talks, meeting, visit, contact ...: a noun a light verb carries.
bool is_light_noun(std::string_view lemma);
/// A noun that draws this preposition to itself ("interest in", "support for").
bool noun_takes(std::string_view noun_lemma, std::string_view preposition);
/// "consists of", "was named after": no circumstance.
bool verb_takes(std::string_view lemma, std::string_view preposition);
/// cause, lead: ", causing panic" is about all that was said.
bool is_consequence_verb(std::string_view lemma);
/// provide, supply: "V someone with something".
bool is_providing_verb(std::string_view lemma);
/// expect, allow, consider: "V someone to do", "V it as something" is incomplete without the rest.
bool is_frame_verb(std::string_view lemma);
/// tell, assure: its object is the addressee.
bool has_listener(std::string_view lemma);
/// send, deploy: who is sent does what follows.
bool is_sending_verb(std::string_view lemma);
/// give, send, tell: "V someone something".
bool is_ditransitive(std::string_view lemma);
/// way, level, respect: "in every respect" is manner, not an argument.
bool is_manner_noun(std::string_view lemma);
/// A preposition that never makes a relation of its own (during, despite, without ...).
bool is_circumstance(std::string_view preposition);
/// year, day, moment ...: "for years" is time, not an argument.
bool is_time_noun(std::string_view lemma);
/// "sent by mail": how, not by whom.
bool is_means_noun(std::string_view lemma);
/// "passed by 61 votes": by how much, not by whom.
bool is_margin_noun(std::string_view lemma);
/// "her years working": who lived through them worked.
bool is_lived_noun(std::string_view lemma);
/// colleague, friend, leader, minister ...: nouns of people that are not marked by their form.
bool is_person_noun(std::string_view lemma);
/// charity, firm, ministry: an organisation.
bool is_body_noun(std::string_view lemma);
/// brother, wife ...: who somebody is to another.
bool is_kinship_noun(std::string_view lemma);
/// away, out, up ...: can be a verb's particle.
bool is_particle(std::string_view word);
/// Nouns that are used in the plural with their own sense: talks, ties.
bool is_plural_noun(std::string_view word);
/// appoint, elect, name: "V someone TITLE".
bool is_appointing_verb(std::string_view lemma);
/// minister, adviser: says with "for" what it is for.
bool takes_field(std::string_view title);
/// find, call, declare: "V the law void", "V him a liar".
bool is_predicating_verb(std::string_view lemma);
/// serve, work, act: "V as TITLE".
bool is_serving_verb(std::string_view lemma);
/// succeed, replace: takes somebody's place.
bool is_succeeding_verb(std::string_view lemma);
/// say, think, hope: never has a thing for an object.
bool is_clause_only_verb(std::string_view lemma);
/// interested, based, located: "be PARTICIPLE" is a state, not an action.
bool is_stative_participle(std::string_view word);
/// contact, accord, line: "in NOUN with".
bool is_carrier_noun(std::string_view lemma);
/// charge, favour: "in charge of X" carries X.
bool carries_of(std::string_view lemma);
/// not, never, no ...
bool is_negator(std::string_view word);

enum class Fixed : unsigned char { none, preposition, adverbial, subordinator, conjunction };
struct FixedPhrase {
  Fixed kind = Fixed::none;
  std::size_t length = 0;
  std::string name;  ///< words joined by "_"
};
/// The longest multi-word preposition, adverbial, subordinator or conjunction `lower_words` start
/// with.
FixedPhrase fixed_phrase(std::span<const std::string> lower_words);

/// president, minister, director-general ...: a word that heads a title.
bool is_title_noun(std::string_view lower_word);
/// actor, lawyer ...: a title that is no post of an organisation or a country.
bool is_calling(std::string_view lemma);
/// A post that may be named after somebody: "the Anna Berg Professor of Law".
bool is_named_post(std::string_view word);
/// new, former, late ...: comes before a title and is not part of it. `ended` is set if it means
/// that the post is no longer held.
bool is_title_modifier(std::string_view lower_word, bool& ended);

}  // namespace dossier::extract::clause

// SPDX-License-Identifier: Apache-2.0
// Answers from extract/lexicon/data: verbs, adjectives, nouns, phrases, titles, function words.
#include "extract/clause/words.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "extract/graph/vocabulary.h"
#include "extract/lexicon/word_table.h"

namespace dossier::extract::clause {

namespace {

struct Sets {
  WordSet reporting{"verbs", "reporting"};
  WordSet showing{"verbs", "showing"};
  WordSet light{"verbs", "light"};
  WordSet fact{"verbs", "fact"};
  WordSet consequence{"verbs", "consequence"};
  WordSet providing{"verbs", "providing"};
  WordSet frame{"verbs", "frame"};
  WordSet listener{"verbs", "listener"};
  WordSet sending{"verbs", "sending"};
  WordSet ditransitive{"verbs", "ditransitive"};
  WordSet appointing{"verbs", "appointing"};
  WordSet predicating{"verbs", "predicating"};
  WordSet serving{"verbs", "serving"};
  WordSet succeeding{"verbs", "succeeding"};
  WordSet clause_only{"verbs", "clause_only"};
  WordSet belief{"verbs", "belief"};
  WordSet failing{"verbs", "failing"};
  WordSet denying{"verbs", "denying"};
  WordSet uttering{"verbs", "uttering"};
  WordSet accusing{"verbs", "accusing"};
  WordSet preventing{"verbs", "preventing"};
  WordSet deciding{"verbs", "deciding"};
  WordSet presenting{"verbs", "presenting"};
  WordSet intransitive{"verbs", "intransitive"};
  WordSet owning{"verbs", "owning"};
  WordSet linking{"verbs", "linking"};
  WordSet naming{"verbs", "naming"};
  WordSet proving{"nouns", "proving"};
  WordSet falsehood{"adverbs", "falsehood"};
  WordSet short_of{"adverbs", "short"};
  WordSet habit{"adverbs", "habit"};
  WordSet example{"adverbs", "example"};
  WordSet stative{"adjectives", "stative"};
  WordSet failing_adjective{"adjectives", "failing"};
  WordSet untrue{"adjectives", "untrue"};
  WordSet light_noun{"nouns", "light"};
  WordSet time_noun{"nouns", "time"};
  WordSet lived{"nouns", "lived"};
  WordSet means{"nouns", "means"};
  WordSet margin{"nouns", "margin"};
  WordSet manner_noun{"nouns", "manner"};
  WordSet speaking_noun{"nouns", "speaking"};
  WordSet plural_noun{"nouns", "plural"};
  WordSet carrier_noun{"nouns", "carrier"};
  WordSet carrier_of_noun{"nouns", "carrier_of"};
  WordSet person_noun{"nouns", "person"};
  WordSet kinship_noun{"nouns", "kin"};
  WordSet organization{"nouns", "organization"};
  WordSet company{"nouns", "company"};
  WordSet government{"nouns", "government"};
  WordSet circumstance{"phrases", "circumstance"};
  WordSet title{"titles", "title"};
  WordSet trade{"titles", "trade"};
  WordSet modifier{"titles", "modifier"};
  WordSet ended{"titles", "ended"};
  WordSet calling{"titles", "calling"};
  WordSet with_field{"titles", "with_field"};
  WordSet named_post{"titles", "chair"};
  WordSet particle{"function_words", "particle"};
  WordSet negator{"function_words", "negator"};
};

const Sets& sets() {
  static const Sets all;
  return all;
}

/// None for an empty cell.
std::optional<Modality> modality_of(std::string_view name) {
  const std::optional<Modality> modality = modality_named(name);
  if (!modality && !name.empty()) throw std::logic_error("not a modality: " + std::string(name));
  return modality;
}

bool has_item(std::string_view list, std::string_view wanted) {
  while (!list.empty())
    if (next_item(list, ' ') == wanted) return true;
  return false;
}

}  // namespace

bool is_reporting_verb(std::string_view lemma) { return sets().reporting.contains(lemma); }
bool is_denying_verb(std::string_view lemma) { return sets().denying.contains(lemma); }
bool is_uttering_verb(std::string_view lemma) { return sets().uttering.contains(lemma); }
bool is_accusing_verb(std::string_view lemma) { return sets().accusing.contains(lemma); }
bool is_preventing_verb(std::string_view lemma) { return sets().preventing.contains(lemma); }
bool is_presenting_verb(std::string_view lemma) { return sets().presenting.contains(lemma); }
bool is_deciding_verb(std::string_view lemma) { return sets().deciding.contains(lemma); }
bool is_intransitive_verb(std::string_view lemma) { return sets().intransitive.contains(lemma); }
bool is_owning_verb(std::string_view lemma) { return sets().owning.contains(lemma); }
bool is_linking_verb(std::string_view lemma) { return sets().linking.contains(lemma); }
bool is_naming_verb(std::string_view lemma) { return sets().naming.contains(lemma); }
bool is_proving_noun(std::string_view lemma) { return sets().proving.contains(lemma); }
bool tells_falsehood(std::string_view word) { return sets().falsehood.contains(word); }
bool is_untrue(std::string_view adjective) { return sets().untrue.contains(adjective); }
bool falls_short(std::string_view word) { return sets().short_of.contains(word); }
bool introduces_example(std::string_view word) { return sets().example.contains(word); }
bool tells_habit(std::string_view word) { return sets().habit.contains(word); }
bool is_showing_verb(std::string_view lemma) { return sets().showing.contains(lemma); }
bool is_light_verb(std::string_view lemma) { return sets().light.contains(lemma); }
bool tells_fact(std::string_view lemma) { return sets().fact.contains(lemma); }
bool is_consequence_verb(std::string_view lemma) { return sets().consequence.contains(lemma); }
bool is_providing_verb(std::string_view lemma) { return sets().providing.contains(lemma); }
bool is_frame_verb(std::string_view lemma) { return sets().frame.contains(lemma); }
bool has_listener(std::string_view lemma) { return sets().listener.contains(lemma); }
bool is_sending_verb(std::string_view lemma) { return sets().sending.contains(lemma); }
bool is_ditransitive(std::string_view lemma) { return sets().ditransitive.contains(lemma); }
bool is_appointing_verb(std::string_view lemma) { return sets().appointing.contains(lemma); }
bool is_predicating_verb(std::string_view lemma) { return sets().predicating.contains(lemma); }
bool is_succeeding_verb(std::string_view lemma) { return sets().succeeding.contains(lemma); }
bool is_serving_verb(std::string_view lemma) { return sets().serving.contains(lemma); }
bool takes_field(std::string_view title) { return sets().with_field.contains(title); }
bool is_named_post(std::string_view word) { return sets().named_post.contains(word); }
bool is_calling(std::string_view lemma) { return sets().calling.contains(lemma); }
bool is_kinship_noun(std::string_view lemma) { return sets().kinship_noun.contains(lemma); }
bool is_body_noun(std::string_view lemma) {
  return sets().organization.contains(lemma) || sets().company.contains(lemma) ||
         sets().government.contains(lemma);
}
bool is_clause_only_verb(std::string_view lemma) { return sets().clause_only.contains(lemma); }
bool is_stative_participle(std::string_view word) { return sets().stative.contains(word); }
bool is_light_noun(std::string_view lemma) { return sets().light_noun.contains(lemma); }
bool is_time_noun(std::string_view lemma) { return sets().time_noun.contains(lemma); }
bool is_means_noun(std::string_view lemma) { return sets().means.contains(lemma); }
bool is_margin_noun(std::string_view lemma) { return sets().margin.contains(lemma); }
bool is_lived_noun(std::string_view lemma) { return sets().lived.contains(lemma); }
bool is_manner_noun(std::string_view lemma) { return sets().manner_noun.contains(lemma); }
bool is_speaking_noun(std::string_view lemma) { return sets().speaking_noun.contains(lemma); }
bool is_plural_noun(std::string_view word) { return sets().plural_noun.contains(word); }
bool is_carrier_noun(std::string_view lemma) { return sets().carrier_noun.contains(lemma); }
bool carries_of(std::string_view lemma) { return sets().carrier_of_noun.contains(lemma); }
bool is_particle(std::string_view word) { return sets().particle.contains(word); }
bool is_negator(std::string_view word) { return sets().negator.contains(word); }

bool is_circumstance(std::string_view preposition) {
  return sets().circumstance.contains(preposition);
}

bool is_title_noun(std::string_view lower_word) {
  for (const std::string_view prefix : {"vice-", "deputy-", "co-", "ex-"})
    if (lower_word.starts_with(prefix)) lower_word.remove_prefix(prefix.size());
  return sets().title.contains(lower_word) || sets().trade.contains(lower_word);
}

bool takes_clause(std::string_view lemma) {
  return sets().reporting.contains(lemma) || sets().belief.contains(lemma);
}

bool is_failing_verb(std::string_view lemma) {
  return sets().failing.contains(lemma) || sets().failing_adjective.contains(lemma);
}

bool is_person_noun(std::string_view lemma) {
  return sets().person_noun.contains(lemma) || sets().title.contains(lemma);
}

bool is_title_modifier(std::string_view lower_word, bool& ended) {
  ended = sets().ended.contains(lower_word);
  return sets().modifier.contains(lower_word);
}

Modality clause_modality(std::string_view lemma) {
  static const WordColumn clause("verbs", "clause");
  return modality_of(clause[lemma]).value_or(Modality::asserted);
}

Modality noun_clause_modality(std::string_view lemma) {
  static const WordColumn that("nouns", "that");
  return modality_of(that[lemma]).value_or(Modality::asserted);
}

Modality adverb_modality(std::string_view word) {
  static const WordColumn makes("adverbs", "makes");
  return modality_of(makes[word]).value_or(Modality::asserted);
}

std::optional<Modality> subject_control(std::string_view lemma) {
  static const WordColumn to_do("verbs", "to_do");
  return modality_of(to_do[lemma]);
}

std::optional<Modality> object_control(std::string_view lemma) {
  static const WordColumn to_do("verbs", "object_to_do");
  return modality_of(to_do[lemma]);
}

std::optional<Modality> adjective_control(std::string_view lemma) {
  static const WordColumn to_do("adjectives", "to_do");
  return modality_of(to_do[lemma]);
}

Modality adjective_clause(std::string_view word, Modality inner) {
  static const WordColumn that("adjectives", "that");
  if (that[word] == "certain")
    return inner == Modality::planned ? Modality::expected : Modality::asserted;
  return modality_of(that[word]).value_or(Modality::asserted);
}

std::optional<NounVerb> verb_of_noun(std::string_view lemma) {
  static const WordColumn verbs("nouns", "verb");
  std::string_view rest = verbs[lemma];
  if (rest.empty()) return std::nullopt;
  const std::string_view verb = next_item(rest, ' ');
  return NounVerb{verb, rest == "intransitive", rest == "undergone"};
}

bool noun_takes(std::string_view noun_lemma, std::string_view preposition) {
  static const WordColumn takes("nouns", "takes");
  return has_item(takes[noun_lemma], preposition);
}

bool verb_takes(std::string_view lemma, std::string_view preposition) {
  static const WordColumn takes("verbs", "takes");
  return has_item(takes[lemma], preposition);
}

}  // namespace dossier::extract::clause

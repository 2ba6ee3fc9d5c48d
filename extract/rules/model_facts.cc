// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/model_facts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "extract/confidence.h"
#include "extract/graph/vocabulary.h"
#include "extract/rules/model_witness.h"

namespace dossier::extract::rules {
namespace {

enum class Kind : std::uint8_t { person, organization, place, country, date, actor };

/// How a property of the model is stored.
struct Property {
  std::string_view name;
  std::string_view predicate;
  Kind subject, object;
  Witness witness;                 ///< beside the model
  float least_probability = 0.5F;  ///< what is less probable is not stored
};

/// Of properties whose witness is seldom wrong.
constexpr float kLeastBesideGoodWitness = 0.3F;

constexpr std::array kProperties{
    Property{"CEO", "urn:dossier:vocabulary:chiefExecutive", Kind::organization, Kind::person,
             Witness::above_or_tree},
    Property{"CHILD_OF", "https://schema.org/parent", Kind::person, Kind::person,
             Witness::words_and_tree, kLeastBesideGoodWitness},
    Property{"DATE_FOUNDED", "https://schema.org/foundingDate", Kind::organization, Kind::date,
             Witness::words, kLeastBesideGoodWitness},
    Property{"DATE_OF_BIRTH", "https://schema.org/birthDate", Kind::person, Kind::date,
             Witness::words, kLeastBesideGoodWitness},
    Property{"DATE_OF_DEATH", "https://schema.org/deathDate", Kind::person, Kind::date,
             Witness::words_and_tree, kLeastBesideGoodWitness},
    Property{"EDUCATED_AT", "https://schema.org/alumniOf", Kind::person, Kind::organization,
             Witness::above, kLeastBesideGoodWitness},
    Property{"EMPLOYEE_OR_MEMBER_OF", kAffiliation, Kind::person, Kind::organization,
             Witness::tree_without_acts},
    Property{"FOUNDED_BY", "https://schema.org/founder", Kind::organization, Kind::actor,
             Witness::above_or_tree},
    Property{"HEADQUARTERS", "https://schema.org/location", Kind::organization, Kind::place,
             Witness::words},
    Property{"NATIONALITY", "https://schema.org/nationality", Kind::person, Kind::country,
             Witness::tree},
    Property{"PLACE_OF_BIRTH", "https://schema.org/birthPlace", Kind::person, Kind::place,
             Witness::above, kLeastBesideGoodWitness},
    Property{"PLACE_OF_RESIDENCE", "https://schema.org/homeLocation", Kind::person, Kind::place,
             Witness::words, kLeastBesideGoodWitness},
    Property{"POLITICAL_AFFILIATION", "urn:dossier:vocabulary:politicalParty", Kind::person,
             Kind::organization, Witness::tree, kLeastBesideGoodWitness},
    Property{"SPOUSE", "https://schema.org/spouse", Kind::person, Kind::person,
             Witness::above_or_tree, kLeastBesideGoodWitness},
    Property{"SUBSIDIARY_OF", "https://schema.org/parentOrganization", Kind::organization,
             Kind::organization, Witness::words},
};

const Property* property_named(std::string_view name) {
  const auto found = std::find_if(kProperties.begin(), kProperties.end(),
                                  [&](const Property& one) { return one.name == name; });
  return found == kProperties.end() ? nullptr : &*found;
}

/// "He", of whom the document gives no name.
bool is_unnamed_person(const Analysis& analysis, const Entity& entity) {
  return entity.type == MentionType::individual && entity.kind &&
         analysis.entities[*entity.kind].label == "person";
}

bool is_of(Kind kind, const Analysis& analysis, const Entity& entity) {
  const MentionType type = entity.type;
  switch (kind) {
    case Kind::person:
      return type == MentionType::person || is_unnamed_person(analysis, entity);
    case Kind::organization:
      // The names stage takes schools and museums for places.
      return type == MentionType::organization || type == MentionType::place ||
             type == MentionType::unknown;
    case Kind::place:
      return is_place(type);
    case Kind::country:
      return type == MentionType::country;
    case Kind::actor:
      return type == MentionType::person || type == MentionType::organization;
    case Kind::date:
      return false;
  }
  return false;
}

/// The entity or the date that these words mean, if it is of this kind.
std::optional<FactNode> node_of(const Analysis& analysis, const Sentence& sentence,
                                TokenRange tokens, Kind kind) {
  FactNode node;
  node.sentence = sentence.index;
  if (kind == Kind::date) {
    for (const TimeExpression& time : sentence.times) {
      if (time.tokens != tokens || time.value.empty()) continue;
      node.term = time_literal(time.value);
      return node;
    }
    return std::nullopt;
  }
  for (const Mention& mention : sentence.mentions) {
    if (mention.tokens != tokens || !mention.entity) continue;
    if (!is_of(kind, analysis, analysis.entities[*mention.entity])) continue;
    node.entity = mention.entity;
    return node;
  }
  return std::nullopt;
}

Argument argument_at(TokenRange tokens, const FactNode& node) {
  Argument argument;
  argument.tokens = tokens;
  argument.head = tokens.last - 1;
  argument.entity = node.entity;
  return argument;
}

bool is_asserted(const TypedFact& fact) {
  return !fact.said.negated && fact.said.modality == Modality::asserted;
}

/// "Born in Lima, she went to Oslo to study": what is read of "she" below "to study" is not
/// planned, as it is said of her name, too.
void add_once(TypedFact fact, Sentence& sentence) {
  for (TypedFact& other : sentence.typed_facts) {
    if (other.said.rule != fact.said.rule || other.subject != fact.subject ||
        other.object != fact.object)
      continue;
    if (is_asserted(fact) && !is_asserted(other)) other = std::move(fact);
    return;
  }
  sentence.typed_facts.push_back(std::move(fact));
}

void add_fact(const RelationReading& reading, Analysis& analysis) {
  const Property* property = property_named(reading.property);
  if (!property || reading.probability < property->least_probability) return;
  Sentence& sentence = analysis.sentences[reading.sentence];
  const auto subject = node_of(analysis, sentence, reading.subject, property->subject);
  const auto object = node_of(analysis, sentence, reading.object, property->object);
  if (!subject || !object || *subject == *object) return;
  std::optional<Claim> said = witnessed(sentence, reading, property->witness);
  if (!said) return;
  TypedFact fact;
  fact.subject = *subject;
  fact.predicate = Term::iri(std::string(property->predicate));
  fact.object = *object;
  fact.said = *std::move(said);
  fact.said.predicate = {std::min(reading.subject.first, reading.object.first),
                         std::max(reading.subject.last, reading.object.last)};
  fact.said.subject = argument_at(reading.subject, *subject);
  fact.said.object = argument_at(reading.object, *object);
  fact.said.confidence = confidence::bounded(reading.probability);
  fact.said.rule = "model:" + reading.property;
  add_once(std::move(fact), sentence);
}

}  // namespace

void add_model_facts(Analysis& analysis) {
  for (const RelationReading& reading : analysis.relations) add_fact(reading, analysis);
}

}  // namespace dossier::extract::rules

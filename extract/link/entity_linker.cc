// SPDX-License-Identifier: Apache-2.0
#include "extract/link/entity_linker.h"

#include <algorithm>
#include <set>

#include "extract/graph/vocabulary.h"
#include "extract/lexicon/known_names.h"
#include "extract/link/entity_kinds.h"
#include "extract/link/labels.h"
#include "extract/names/acronyms.h"
#include "extract/names/mentions.h"
#include "extract/names/name_forms.h"
#include "extract/names/short_forms.h"
#include "model/vocabulary.h"

namespace dossier::extract {

namespace {

std::set<std::string> names_of(const Entity& entity) {
  std::set<std::string> names(entity.aliases.begin(), entity.aliases.end());
  names.insert(entity.label);
  return names;
}

std::string own_label(const Entity& entity) {
  if (entity.type == MentionType::concept_) return entity.label;
  std::string best = entity.label;
  for (const std::string& name : entity.aliases)
    if (is_fuller(name, best, entity.type == MentionType::person)) best = name;
  return best;
}

std::string surname(const std::string& name) {
  const std::size_t blank = name.rfind(' ');
  return blank == std::string::npos ? name : name.substr(blank + 1);
}

}  // namespace

EntityLinker::EntityLinker(const Analysis& analysis, const GraphReader& known,
                           const Decisions& decisions)
    : analysis_(analysis), known_(known), decisions_(decisions), names_(analysis.entities.size()) {
  // People last: their posts need the IRIs of the organisations.
  for (const bool people : {false, true})
    for (std::uint32_t i = 0; i < analysis.entities.size(); ++i)
      if ((analysis.entities[i].type == MentionType::person) == people) name(i);
  for (std::uint32_t i = 0; i < analysis.entities.size(); ++i)
    names_[i].namesakes = namesakes(analysis.entities[i], names_[i].iri);
}

void EntityLinker::name(std::uint32_t entity) {
  const Entity& thing = analysis_.entities[entity];
  NamedEntity& named = names_[entity];
  named.type = thing.type;
  if (thing.type == MentionType::individual) {
    named.iri = part_iri(analysis_.document.slug, Part::individual, ++individuals_);
    named.label = thing.label;
    named.names = {thing.label};
    return;
  }
  const std::optional<Term> known = find_known(entity);
  if (known && taken_.insert(known->value()).second) {
    named.iri = *known;
    choose_label(named, thing);
    return;
  }
  if (!known && take_doubtful(named, thing)) return;
  named.iri = mint(thing.label);
  named.label = own_label(thing);
  named.names = names_of(thing);
}

/// "Rift Relief", a person in one document and an organisation in another, is one entity: a name of
/// several words, where one of the types is a guess and the other is taken.
bool EntityLinker::take_doubtful(NamedEntity& named, const Entity& thing) {
  if (thing.type == MentionType::concept_ || thing.label.find(' ') == std::string::npos)
    return false;
  std::optional<Term> only;
  for (const Term& candidate : known_.subjects(kLabel, Term::string(thing.label))) {
    if (candidate == only) continue;
    if (only) return false;
    only = candidate;
  }
  if (!only || !is_linkable(*only) || decisions_.concern(*only)) return false;
  const auto type = mistakable(known_.objects(*only, vocabulary::rdf::kType));
  if (!type || !mistakable({class_iri(thing.type)})) return false;
  const bool guessed = is_guess(thing.label, thing.type);
  const bool known_guessed = is_guess(thing.label, *type);
  // The class that something was loaded with is no guess.
  const bool is_own = only->value().starts_with(vocabulary::kEntity);
  if (!guessed && (!known_guessed || !is_own)) return false;
  if (!taken_.insert(only->value()).second) return false;
  named.iri = *only;
  choose_label(named, thing);
  // Of two guesses always the same one, whichever document came first.
  if (guessed && (!known_guessed || !is_own || *type < thing.type))
    named.type = *type;
  else
    named.old_class = class_iri(*type);
  return true;
}

bool EntityLinker::class_fits(const Term& candidate, MentionType type) const {
  return fits(known_.objects(candidate, vocabulary::rdf::kType), type);
}

/// A thing nothing is said of now, but a decision knows.
std::optional<Term> EntityLinker::decided(const std::string& label, MentionType type) const {
  return decisions_.named(label,
                          [&](const std::vector<Term>& classes) { return fits(classes, type); });
}

/// What documents speak of comes before what was only loaded: of two loaded things and one that is
/// spoken of, that one.
std::optional<Term> EntityLinker::known_by(const std::string& form, std::string_view predicate,
                                           MentionType type) const {
  std::set<Term> own, loaded;
  for (const Term& candidate : known_.subjects(predicate, Term::string(form))) {
    if (!is_linkable(candidate) || !class_fits(candidate, type)) continue;
    if (type == MentionType::organization && is_generic_government_name(form) &&
        !same_origin(candidate))
      continue;
    const bool is_own = candidate.value().starts_with(vocabulary::kEntity);
    (is_own ? own : loaded).insert(decisions_.origin(candidate, form));
  }
  const std::set<Term>& found = own.empty() ? loaded : own;
  return found.size() == 1 ? std::optional(*found.begin()) : std::nullopt;
}

/// The other names of organisations that have several.
std::optional<Term> EntityLinker::known_body(const Entity& thing) const {
  std::vector<std::string> forms = thing.aliases;
  forms.push_back(thing.label);
  for (const std::string& form : forms)
    for (const std::string& name : names_of_body(well_known_body(form)))
      for (const std::string_view predicate : {kLabel, kAltLabel})
        if (const auto found = known_by(name, predicate, thing.type)) return found;
  return std::nullopt;
}

std::optional<Term> EntityLinker::find_known(std::uint32_t entity) const {
  const Entity& thing = analysis_.entities[entity];
  if (const auto found = known_by(thing.label, kLabel, thing.type)) return found;
  if (thing.type == MentionType::concept_) return decided(thing.label, thing.type);
  if (is_strong(thing.label, thing.type))
    if (const auto found = known_by(thing.label, kAltLabel, thing.type)) return found;
  for (const std::string& form : thing.aliases) {
    if (!is_strong(form, thing.type)) continue;
    if (const auto found = known_by(form, kLabel, thing.type)) return found;
  }
  for (const std::string& form : thing.aliases) {
    if (!is_strong(form, thing.type) || (is_acronym(form) && form.size() < 4)) continue;
    if (const auto found = known_by(form, kAltLabel, thing.type)) return found;
  }
  if (thing.type == MentionType::person) {
    if (const auto found = known_person(entity)) return found;
  } else if (const auto found = known_body(thing)) {
    return found;
  }
  return decided(thing.label, thing.type);
}

/// "Ms Berg" and "Anna Berg" are one person when both are director of the same organisation.
std::optional<Term> EntityLinker::known_person(std::uint32_t entity) const {
  const std::string& label = analysis_.entities[entity].label;
  std::optional<Term> only;
  for (const Term& candidate : holders_of_roles(entity)) {
    const std::string known = known_.text(candidate, kLabel);
    const bool bare = known == surname(known) || label == surname(label);
    if (!bare || surname(known) != surname(label)) continue;
    const Term origin = decisions_.origin(candidate, known);
    if (only && origin != only) return std::nullopt;
    only = origin;
  }
  return only;
}

/// The people known to hold a post this document gives to `entity`.
std::vector<Term> EntityLinker::holders_of_roles(std::uint32_t entity) const {
  std::vector<Term> holders;
  for (const Sentence& sentence : analysis_.sentences) {
    for (const TypedFact& fact : sentence.typed_facts) {
      const bool role =
          fact.said.frame && sentence.frames[*fact.said.frame].kind == Frame::Kind::role;
      if (!role || fact.subject.entity != entity || !fact.object.entity) continue;
      if (!fact.predicate.value().starts_with(vocabulary::kRelation)) continue;
      const Term body = decisions_.current(names_[*fact.object.entity].iri);
      for (const Term& holder : known_.subjects(fact.predicate.value(), body))
        if (class_fits(holder, MentionType::person)) holders.push_back(holder);
    }
  }
  return holders;
}

Term EntityLinker::mint(const std::string& label) {
  const std::string base =
      vocabulary::iri(vocabulary::kEntity, local_name(without_legal_form(label)));
  std::string iri = base;
  const auto used = [&](const std::string& name) {
    return taken_.contains(name) || known_.is_subject(Term::iri(name)) ||
           decisions_.concern(Term::iri(name));
  };
  for (int number = 2; used(iri); ++number) iri = base + "_" + std::to_string(number);
  taken_.insert(iri);
  return Term::iri(iri);
}

/// The fullest name of all documents, whichever came first; a name that only others have stays in
/// their graphs.
void EntityLinker::choose_label(NamedEntity& named, const Entity& entity) const {
  const std::string decided = decisions_.label(named.iri);
  const std::string own = own_label(entity);
  named.label = decided.empty() ? own : decided;
  named.names = names_of(entity);
  if (!decided.empty()) {
    named.names.insert(decided);
    return;
  }
  const bool person = entity.type == MentionType::person;
  const bool is_own = named.iri.value().starts_with(vocabulary::kEntity);
  for (const Term& known : known_.objects(named.iri, kLabel)) {
    if (known.value() == own) continue;
    if (!is_own) {  // what somebody loaded keeps the label it came with
      named.label = known.value();
      return;
    }
    if (is_fuller(known.value(), own, person))
      named.label = known.value();
    else
      named.old_labels.push_back(known);
  }
}

}  // namespace dossier::extract

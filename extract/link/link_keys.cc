// SPDX-License-Identifier: Apache-2.0
// The rules of EntityLinker as keys: where that looks one document up in what is known, keys let
// any number of documents be joined at once, in any order.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "dossier/extract.h"
#include "extract/graph/vocabulary.h"
#include "extract/lexicon/known_names.h"
#include "extract/link/entity_kinds.h"
#include "extract/link/labels.h"
#include "extract/names/acronyms.h"
#include "extract/names/name_forms.h"
#include "extract/names/short_forms.h"
#include "model/vocabulary.h"

namespace dossier {

namespace {

using namespace extract;

/// What a document's graph says of an entity and of itself.
struct Known {
  std::string label;
  std::set<std::string> aliases;
  std::vector<Term> classes;
};

/// Author and place of the document, by their labels.
std::vector<std::string> origins_of(const std::vector<Quad>& graph,
                                    const std::map<std::string, Known>& entities) {
  std::vector<std::string> origins;
  for (const Quad& quad : graph) {
    const std::string& predicate = quad.predicate.value();
    if (predicate != kAuthor && predicate != kLocationCreated) continue;
    const auto at = entities.find(quad.object.value());
    if (at == entities.end()) continue;
    origins.push_back((predicate == kAuthor ? "author " : "place ") + at->second.label);
  }
  return origins;
}

class Keys {
 public:
  Keys(LinkableEntity& entity, MentionType type, const std::vector<std::string>& origins)
      : entity_(entity), type_(type), origins_(origins) {}

  /// `weak`: it links only to names that aren't.
  void name(const std::string& form, bool weak) {
    const std::string key = fmt::format("name {} {}", kind_name(type_), form);
    if (type_ != MentionType::organization || !is_generic_government_name(form)) {
      add(key, weak);
      return;
    }
    // "The Foreign Ministry" of two speakers is seldom one.
    for (const std::string& origin : origins_) add(key + " of " + origin, weak);
  }
  void add(std::string key, bool weak) { entity_.keys.push_back({std::move(key), weak}); }

 private:
  LinkableEntity& entity_;
  MentionType type_;
  const std::vector<std::string>& origins_;
};

void add_keys(LinkableEntity& entity, const Known& known, MentionType type,
              const std::vector<std::string>& origins) {
  Keys keys(entity, type, origins);
  const bool strong = is_strong(known.label, type);
  if (type == MentionType::concept_ || !strong)
    keys.add(fmt::format("label {} {}", kind_name(type), known.label), false);
  if (type == MentionType::concept_) return;
  if (strong) keys.name(known.label, false);
  for (const std::string& form : known.aliases)
    if (is_strong(form, type)) keys.name(form, is_acronym(form) && form.size() < 4);
  if (type != MentionType::person) {
    std::set<std::string> bodies{std::string(well_known_body(known.label))};
    for (const std::string& form : known.aliases) bodies.emplace(well_known_body(form));
    for (const std::string& body : bodies)
      if (!body.empty()) keys.add(fmt::format("body {} {}", kind_name(type), body), false);
  }
  const auto doubtful = mistakable(known.classes);
  if (!doubtful || known.label.find(' ') == std::string::npos) return;
  const bool guess = is_guess(known.label, *doubtful);
  keys.add("doubtful " + known.label, !guess);
  entity.class_rank = 1 + (guess ? 100U : 0U) + static_cast<std::uint32_t>(*doubtful);
}

std::map<std::string, Known> known_of(const std::vector<Quad>& graph) {
  std::map<std::string, Known> entities;
  for (const Quad& quad : graph) {
    const std::string& subject = quad.subject.value();
    if (!quad.subject.is_iri() || !subject.starts_with(vocabulary::kEntity)) continue;
    const std::string& predicate = quad.predicate.value();
    if (predicate == kLabel) {
      entities[subject].label = quad.object.value();
    } else if (predicate == kAltLabel) {
      entities[subject].aliases.insert(quad.object.value());
    } else if (predicate == vocabulary::rdf::kType) {
      entities[subject].classes.push_back(quad.object);
    }
  }
  return entities;
}

}  // namespace

std::vector<LinkableEntity> linkable_entities(const std::vector<Quad>& graph) {
  const std::map<std::string, Known> entities = known_of(graph);
  const std::vector<std::string> origins = origins_of(graph, entities);
  std::vector<LinkableEntity> result;
  for (const auto& [iri, known] : entities) {
    if (known.label.empty() || known.classes.empty()) continue;
    const MentionType type = type_of(known.classes.front()).value_or(MentionType::unknown);
    LinkableEntity& entity = result.emplace_back();
    entity.entity = Term::iri(iri);
    entity.entity_class = known.classes.front();
    const bool person = type == MentionType::person;
    entity.names.push_back({known.label, fullness(known.label, person)});
    for (const std::string& name : known.aliases)
      entity.names.push_back({name, fullness(name, person)});
    add_keys(entity, known, type, origins);
  }
  return result;
}

}  // namespace dossier

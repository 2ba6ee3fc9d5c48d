// SPDX-License-Identifier: Apache-2.0
#include "desk/export/things.h"

#include <algorithm>
#include <array>
#include <set>

#include "desk/views/rows.h"
#include "desk/write/escape.h"
#include "engine/saved/name_resolution.h"
#include "extract/graph/data_model.h"
#include "model/vocabulary.h"

namespace dossier::exporting {
namespace {

struct KindClass {
  std::string_view class_name;
  ThingKind kind;
};
constexpr std::array kKinds{KindClass{"Concept", ThingKind::concept_},
                            KindClass{"Individual", ThingKind::individual},
                            KindClass{"Quantity", ThingKind::quantity}};

/// The class that says most: a country is a place, too.
bool says_more(std::string_view one, std::string_view other) {
  constexpr std::array<std::string_view, 3> kGeneral{"Place", "Organization", "Thing"};
  const auto rank = [&](std::string_view name) {
    return std::find(kGeneral.begin(), kGeneral.end(), name) - kGeneral.begin();
  };
  return rank(one) == static_cast<std::ptrdiff_t>(kGeneral.size()) && rank(other) < 3;
}

}  // namespace

std::string_view name_of(ThingKind kind) {
  constexpr std::array<std::string_view, 5> kNames{"named", "individual", "concept", "quantity",
                                                   "value"};
  return kNames[static_cast<std::size_t>(kind)];
}

Things::Things(const KnowledgeBase& kb, const QueryOptions& options, bool names)
    : kb_(kb), options_(options), names_(names) {}

const Thing& Things::object(const Triple& triple) const {
  const auto value = values_.find({triple.subject, triple.object});
  return all_[value != values_.end() ? value->second : things_.at(triple.object)];
}

bool Things::has(const Triple& triple) const {
  return things_.contains(triple.subject) &&
         (values_.contains({triple.subject, triple.object}) || things_.contains(triple.object));
}

void Things::add(const Triple& triple) {
  add_thing(triple.subject);
  const bool is_node = triple.object.is_iri() || triple.object.is_blank_node();
  if (!is_node || extract::is_no_object(triple.object))
    add_value(triple.subject, triple.object);
  else
    add_thing(triple.object);
}

void Things::add_thing(const Term& term) {
  const auto [at, is_new] = things_.emplace(term, all_.size());
  if (!is_new) return;
  Thing thing;
  thing.iri = term.is_iri() ? term.value() : "";
  thing.name = term.is_iri() || term.is_blank_node() ? label_of(kb_, term) : term.to_string();
  describe(term, thing);
  thing.id = names_ ? unique(thing.name) : term.is_iri() ? term.value() : term.to_string();
  all_.push_back(std::move(thing));
}

void Things::add_value(const Term& subject, const Term& value) {
  const auto [at, is_new] = values_.emplace(std::pair(subject, value), all_.size());
  if (!is_new) return;
  Thing thing;
  thing.kind = ThingKind::value;
  if (!extract::is_no_object(value))
    thing.name = value.is_triple() ? value.to_string() : value.value();
  const std::string& owner = all_[things_.at(subject)].id;
  thing.id = names_ ? unique(owner + ": " + thing.name) : owner + " " + value.to_string();
  all_.push_back(std::move(thing));
}

void Things::describe(const Term& term, Thing& thing) const {
  if (term.is_blank_node()) thing.kind = ThingKind::individual;
  QueryOptions own = options_;
  own.parameters = {{"thing", term}};
  for (const Row& row : kb_.query("SELECT DISTINCT ?class ?alias WHERE { { $thing a ?class } UNION "
                                  "{ $thing skos:altLabel ?alias } } ORDER BY ?class ?alias",
                                  own)) {
    if (row["alias"]) thing.aliases.push_back(row["alias"]->value());
    if (!row["class"]) continue;
    const std::string name(writing::last_part(row["class"]->value()));
    for (const KindClass& one : kKinds)
      if (row["class"]->value() == vocabulary::iri(vocabulary::kDossier, one.class_name))
        thing.kind = one.kind;
    if (thing.class_name.empty() || says_more(name, thing.class_name)) thing.class_name = name;
  }
}

std::string Things::unique(std::string name) {
  if (name.empty()) name = "unnamed";
  std::string out = name;
  // "X (2)" may be the name of a thing itself.
  while (!taken_.emplace(out, 1).second) out = name + " (" + std::to_string(++taken_[name]) + ")";
  return out;
}

}  // namespace dossier::exporting

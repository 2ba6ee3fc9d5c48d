// SPDX-License-Identifier: Apache-2.0
// Families of relations: "who met whom" is asked once, whatever verb was used.
#include <algorithm>
#include <map>

#include "dossier/views.h"
#include "extract/record/relation_families.h"
#include "model/vocabulary.h"

namespace dossier {
namespace {

/// The built-in families as the header shows them.
struct Families {
  Families() {
    std::map<std::string_view, std::vector<std::string_view>> by_name;
    for (const auto& [name, relation] : extract::builtin_families())
      by_name[name].push_back(relation);
    relations.reserve(by_name.size());
    for (auto& [name, members] : by_name) {
      relations.push_back(std::move(members));
      families.push_back({name, relations.back()});
    }
  }

  std::vector<std::vector<std::string_view>> relations;
  std::vector<RelationFamily> families;
};

bool has_facts(const KnowledgeBase& kb, const Term& relation, const QueryOptions& options) {
  QueryOptions own = options;
  own.parameters = {{"relation", relation}};
  return kb.query("ASK { ?fact rdf:reifies <<( ?s $relation ?o )>> }", own).boolean();
}

/// What triples of the knowledge base add to a family.
std::vector<Term> declared(const KnowledgeBase& kb, std::string_view name,
                           const QueryOptions& options) {
  QueryOptions own = options;
  own.parameters = {{"name", Term::string(std::string(name))}};
  std::vector<Term> out;
  for (const Row& row : kb.query(
           "SELECT DISTINCT ?relation WHERE { ?relation k:family $name } ORDER BY ?relation", own))
    out.push_back(*row["relation"]);
  return out;
}

}  // namespace

std::span<const RelationFamily> relation_families() {
  static const Families all;
  return all.families;
}

std::vector<Term> family(const KnowledgeBase& kb, std::string_view name,
                         const QueryOptions& options) {
  std::vector<Term> members;
  for (const RelationFamily& one : relation_families()) {
    if (one.name != name) continue;
    for (const std::string_view local : one.relations)
      members.push_back(Term::iri(vocabulary::iri(vocabulary::kRelation, local)));
  }
  for (Term& relation : declared(kb, name, options))
    if (std::find(members.begin(), members.end(), relation) == members.end())
      members.push_back(std::move(relation));
  std::erase_if(members, [&](const Term& one) { return !has_facts(kb, one, options); });
  return members;
}

}  // namespace dossier

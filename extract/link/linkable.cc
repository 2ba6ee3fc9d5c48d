// SPDX-License-Identifier: Apache-2.0
// Which things of the knowledge base a name can mean, and which it only may mean.
#include <algorithm>
#include <set>

#include "extract/graph/vocabulary.h"
#include "extract/link/entity_kinds.h"
#include "extract/link/entity_linker.h"
#include "extract/tables/table_terms.h"
#include "model/vocabulary.h"

namespace dossier::extract {

/// Whether a name can be that of this thing: not a relation, and nothing inside a document.
bool EntityLinker::is_linkable(const Term& candidate) {
  if (!candidate.is_iri()) return false;
  const std::string& iri = candidate.value();
  return !iri.starts_with(vocabulary::kDocument) && !iri.starts_with(vocabulary::kRelation) &&
         !iri.starts_with(vocabulary::kArgument) && !iri.starts_with(vocabulary::kDossier);
}

/// Whether a document that mentions `candidate` has this one's author or place: "the Foreign
/// Ministry" of two speakers is seldom one.
bool EntityLinker::same_origin(const Term& candidate) const {
  const Document& document = analysis_.document;
  const auto agrees = [&](const Term& other, std::string_view predicate,
                          const std::optional<std::string>& name) {
    const std::optional<Term> thing = known_.object(other, predicate);
    return thing && name && known_.text(*thing, kLabel) == *name;
  };
  for (const Term& one : known_.objects(candidate, vocabulary::rdf::kType))
    for (const Term& other :
         known_.graphs_of({candidate, Term::iri(std::string(vocabulary::rdf::kType)), one}))
      if (other == document_iri(document.slug) || agrees(other, kAuthor, document.author) ||
          agrees(other, kLocationCreated, document.place))
        return true;
  return false;
}

/// Whether the name of `candidate` was loaded, and not read in a document.
bool EntityLinker::is_loaded_as(const Term& candidate, std::string_view predicate,
                                const Term& name) const {
  const std::vector<Term> graphs = known_.graphs_of({candidate, iri(predicate), name});
  const auto is_read = [&](const Term& graph) {
    return known_.contains(graph, vocabulary::rdf::kType, iri(k::kDocument)) &&
           !known_.contains(graph, vocabulary::rdf::kType, iri(k::kTable));
  };
  return std::none_of(graphs.begin(), graphs.end(), is_read);
}

/// What was loaded under one of the thing's names and was not taken for it: no class of ours says
/// what it is, or several things have that name.
std::vector<Term> EntityLinker::namesakes(const Entity& thing, const Term& own) const {
  std::set<Term> found;
  if (thing.type == MentionType::concept_) return {};
  std::set<std::string> names(thing.aliases.begin(), thing.aliases.end());
  names.insert(thing.label);
  for (const std::string& form : names) {
    if (!is_strong(form, thing.type)) continue;
    for (const std::string_view predicate : {kLabel, kAltLabel})
      for (const Term& candidate : known_.subjects(predicate, Term::string(form))) {
        const std::vector<Term> classes = known_.objects(candidate, vocabulary::rdf::kType);
        const bool has_class = std::any_of(classes.begin(), classes.end(), [](const Term& one) {
          return type_of(one).has_value();
        });
        if (!is_linkable(candidate) || (has_class && !fits(classes, thing.type))) continue;
        if (candidate != own && is_loaded_as(candidate, predicate, Term::string(form)))
          found.insert(candidate);
      }
  }
  return {found.begin(), found.end()};
}

}  // namespace dossier::extract

// SPDX-License-Identifier: Apache-2.0
#include "extract/record/labels.h"

#include <algorithm>
#include <string>
#include <vector>

#include "extract/record/terms.h"
#include "extract/resolve/names.h"
#include "model/vocabulary.h"

namespace dossier::extract {

namespace {

Term iri(std::string_view text) { return Term::iri(std::string(text)); }

/// Names that are not taken over from texts: a country's is fixed, a concept's is its phrase.
bool has_fixed_label(const GraphReader& known, const Term& entity) {
  return known.contains(entity, vocabulary::rdf::kType, iri(kCountry)) ||
         known.contains(entity, vocabulary::rdf::kType, iri(k::kConcept));
}

/// Whether another document writes the name, or has the entity speak under it.
bool is_said_elsewhere(const GraphReader& known, const Term& entity, const std::string& name,
                       const Term& document) {
  for (const Term& mention : known.subjects(k::kOf, entity)) {
    const std::optional<Term> sentence = known.object(mention, k::kPartOf);
    if (sentence && known.object(*sentence, k::kPartOf) != document &&
        resolve::bare_name(known.text(mention, k::kText)) == name)
      return true;
  }
  for (const Term& sentence : known.subjects(k::kSpeaker, entity))
    if (known.object(sentence, k::kPartOf) != document) return true;
  return false;
}

/// Makes the fullest name that other documents have the label there.
void rename(Transaction& transaction, const GraphReader& known, const Term& entity,
            const Term& document) {
  std::vector<Term> names = known.objects(entity, kAltLabel);
  std::sort(names.begin(), names.end(), [](const Term& a, const Term& b) {
    return a.value().size() != b.value().size() ? a.value().size() > b.value().size() : a < b;
  });
  for (const Term& name : names) {
    bool renamed = false;
    for (const Term& graph : known.graphs_of({entity, iri(kAltLabel), name})) {
      if (graph == document) continue;
      transaction.erase({entity, iri(kAltLabel), name, graph});
      transaction.insert({entity, iri(kLabel), name, graph});
      renamed = true;
    }
    if (renamed) return;
  }
}

}  // namespace

void promote_labels(Transaction& transaction, const GraphReader& known, const EntityNames& names,
                    std::size_t entities) {
  for (std::uint32_t i = 0; i < entities; ++i) {
    const NamedEntity& named = names[i];
    if (named.old_class) {
      const Term type = iri(vocabulary::rdf::kType);
      for (const Term& graph : known.graphs_of({named.iri, type, *named.old_class})) {
        transaction.erase({named.iri, type, *named.old_class, graph});
        transaction.insert({named.iri, type, class_iri(named.type), graph});
      }
    }
    if (named.old_label.empty()) continue;
    const Term old = Term::string(named.old_label);
    for (const Term& graph : known.graphs_of({named.iri, iri(kLabel), old})) {
      transaction.erase({named.iri, iri(kLabel), old, graph});
      transaction.insert({named.iri, iri(kAltLabel), old, graph});
    }
  }
}

void demote_labels(Transaction& transaction, const GraphReader& known, const Decisions& decisions,
                   const Term& document) {
  for (const Quad& quad : known.quads_of(document, kLabel)) {
    if (decisions.concern(quad.subject)) continue;
    const std::vector<Term> graphs = known.graphs_of({quad.subject, quad.predicate, quad.object});
    const bool only_here = graphs.size() == 1;
    if (!only_here && (has_fixed_label(known, quad.subject) ||
                       !quad.subject.value().starts_with(vocabulary::kEntity) ||
                       is_said_elsewhere(known, quad.subject, quad.object.value(), document)))
      continue;
    for (const Term& graph : graphs)
      if (graph != document) transaction.erase({quad.subject, quad.predicate, quad.object, graph});
    rename(transaction, known, quad.subject, document);
  }
}

}  // namespace dossier::extract

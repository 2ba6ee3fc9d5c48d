// SPDX-License-Identifier: Apache-2.0
#include "extract/link/labels.h"

#include <algorithm>
#include <string>
#include <vector>

#include "extract/graph/vocabulary.h"
#include "extract/lexicon/known_names.h"
#include "extract/names/acronyms.h"
#include "extract/names/name_forms.h"
#include "model/vocabulary.h"

namespace dossier::extract {

namespace {

/// Makes the fullest name that other documents have the label there.
void rename(Transaction& transaction, const GraphReader& known, const Term& entity,
            const Term& document) {
  const bool person = known.contains(entity, vocabulary::rdf::kType, iri(kPerson));
  std::vector<Term> names = known.objects(entity, kAltLabel);
  std::sort(names.begin(), names.end(), [person](const Term& a, const Term& b) {
    return is_fuller(a.value(), b.value(), person);
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

/// The name of a country that is its label: "Chad", not "Republic of Chad".
bool is_usual_country_name(const std::string& name) {
  const CountryMatch match = find_country(name);
  return match.form == CountryForm::name && match.country == name;
}

}  // namespace

bool is_bare(const std::string& name) {
  return without_honorific(name) == name && !begins_with_title(name);
}

// Flags above the length, which no name fills.
std::uint64_t fullness(const std::string& name, bool person) {
  constexpr std::uint64_t kLongest = std::uint64_t{1} << 32;
  std::uint64_t rank = !person && is_usual_country_name(name) ? 1 : 0;
  rank = rank * 2 + (is_bare(name) ? 1 : 0);
  rank = rank * 2 + (is_acronym(name) ? 0 : 1);
  return rank * kLongest + name.size();
}

bool is_fuller(const std::string& a, const std::string& b, bool person) {
  const std::uint64_t of_a = fullness(a, person), of_b = fullness(b, person);
  return of_a != of_b ? of_a > of_b : a < b;
}

void promote_labels(Transaction& transaction, const GraphReader& known, const EntityLinker& names,
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
    for (const Term& old : named.old_labels) {
      for (const Term& graph : known.graphs_of({named.iri, iri(kLabel), old})) {
        transaction.erase({named.iri, iri(kLabel), old, graph});
        transaction.insert({named.iri, iri(kAltLabel), old, graph});
      }
    }
  }
}

void demote_labels(Transaction& transaction, const GraphReader& known, const Decisions& decisions,
                   const Term& document) {
  for (const Quad& quad : known.quads_of(document, kLabel)) {
    if (decisions.concern(quad.subject) || !quad.subject.value().starts_with(vocabulary::kEntity))
      continue;
    if (known.graphs_of({quad.subject, quad.predicate, quad.object}).size() == 1)
      rename(transaction, known, quad.subject, document);
  }
}

}  // namespace dossier::extract

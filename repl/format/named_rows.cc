// SPDX-License-Identifier: Apache-2.0
#include "repl/format/named_rows.h"

#include "engine/saved/name_resolution.h"
#include "model/vocabulary.h"

namespace dossier::repl {
namespace {

/// An entity, or what a document has of its own ("doc:talk#x7"), but no document and no relation.
bool has_name(const Term& term) {
  if (!term.is_iri()) return false;
  const std::string& iri = term.value();
  if (iri.starts_with(vocabulary::kEntity)) return true;
  const std::size_t part = iri.rfind('#');
  return iri.starts_with(vocabulary::kDocument) && part != iri.npos && part + 1 < iri.size() &&
         (iri[part + 1] == 'x' || iri[part + 1] == 'q');
}

}  // namespace

Term NamedRows::named(const Term& term) {
  const auto known = names_.find(term);
  if (known != names_.end()) return known->second;
  return names_.emplace(term, Term::string(label_of(kb_, term))).first->second;
}

void NamedRows::row(Solution values) {
  std::vector<std::optional<Term>> named_values(values.begin(), values.end());
  for (std::optional<Term>& value : named_values)
    if (value && has_name(*value)) value = named(*value);
  next_.row(named_values);
}

}  // namespace dossier::repl

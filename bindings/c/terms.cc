// SPDX-License-Identifier: Apache-2.0
#include "bindings/c/terms.h"

#include <string>

#include "bindings/c/errors.h"
#include "dossier/prefixes.h"
#include "dossier/rdf.h"
#include "model/well_formed.h"

namespace dossier::c {

Term term_of(const char* text, std::string_view name) {
  need(text, name);
  return parse_term(text, predeclared_prefixes());
}

std::optional<Term> optional_term(const char* text) {
  if (text == nullptr) return std::nullopt;
  return parse_term(text, predeclared_prefixes());
}

std::optional<Term> optional_graph(const char* text) {
  if (text == nullptr) return std::nullopt;
  if (std::optional<Term> pasted = pasted_iri(text)) return pasted;
  return parse_term(text, predeclared_prefixes());
}

}  // namespace dossier::c

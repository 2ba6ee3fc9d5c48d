// SPDX-License-Identifier: Apache-2.0
#include "engine/results/short_names.h"

#include "engine/results/one_line.h"
#include "model/vocabulary.h"
#include "parser/rdf/names.h"

namespace dossier {
namespace {

bool is_read_without_type(std::string_view datatype) {
  return datatype.substr(0, vocabulary::kXsd.size()) == vocabulary::kXsd;
}

std::string short_literal(const Term& term, const Prefixes& prefixes) {
  std::string text = one_line(term.value());
  if (!term.language().empty()) {
    text += '@';
    text += term.language();
  } else if (!is_read_without_type(term.datatype())) {
    text = '"' + text + "\"^^" + short_iri(term.datatype(), prefixes);
  }
  return text;
}

}  // namespace

std::string short_text(const Term& term, const Prefixes& prefixes) {
  switch (term.kind()) {
    case Term::Kind::iri:
      return short_iri(term.value(), prefixes);
    case Term::Kind::blank_node:
      return "_:" + term.value();
    case Term::Kind::literal:
      return short_literal(term, prefixes);
    case Term::Kind::triple:
      return "<<( " + short_text(term.as_triple().subject, prefixes) + ' ' +
             short_text(term.as_triple().predicate, prefixes) + ' ' +
             short_text(term.as_triple().object, prefixes) + " )>>";
  }
  return {};
}

}  // namespace dossier

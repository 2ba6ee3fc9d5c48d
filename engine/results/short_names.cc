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

using Put = std::function<void(std::string_view)>;

void short_literal(const Term& term, const Prefixes& prefixes, const Put& put) {
  if (!term.language().empty()) {
    one_line(term.value(), put);
    put("@");
    put(term.language());
  } else if (is_read_without_type(term.datatype())) {
    one_line(term.value(), put);
  } else {
    put("\"");
    one_line(term.value(), put);
    put("\"^^");
    put(short_iri(term.datatype(), prefixes));
  }
}

}  // namespace

void short_text(const Term& term, const Prefixes& prefixes, const Put& put) {
  switch (term.kind()) {
    case Term::Kind::iri:
      put(short_iri(term.value(), prefixes));
      return;
    case Term::Kind::blank_node:
      put("_:");
      put(term.value());
      return;
    case Term::Kind::literal:
      short_literal(term, prefixes, put);
      return;
    case Term::Kind::triple:
      put("<<( ");
      short_text(term.as_triple().subject, prefixes, put);
      put(" ");
      short_text(term.as_triple().predicate, prefixes, put);
      put(" ");
      short_text(term.as_triple().object, prefixes, put);
      put(" )>>");
  }
}

std::string short_text(const Term& term, const Prefixes& prefixes) {
  std::string text;
  short_text(term, prefixes, [&text](std::string_view piece) { text += piece; });
  return text;
}

}  // namespace dossier

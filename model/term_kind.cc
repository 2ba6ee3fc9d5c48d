// SPDX-License-Identifier: Apache-2.0
#include "model/term_kind.h"

#include "model/vocabulary.h"

namespace dossier {

TermId::Kind numbered_kind(const Term& term) {
  switch (term.kind()) {
    case Term::Kind::iri:
      return TermId::Kind::iri;
    case Term::Kind::blank_node:
      return TermId::Kind::blank_node;
    case Term::Kind::triple:
      return TermId::Kind::triple;
    case Term::Kind::literal:
      break;
  }
  if (!term.language().empty()) return TermId::Kind::lang_string;
  return term.datatype() == vocabulary::xsd::kString ? TermId::Kind::string
                                                     : TermId::Kind::typed_literal;
}

}  // namespace dossier

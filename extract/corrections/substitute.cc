// SPDX-License-Identifier: Apache-2.0
#include "extract/corrections/substitute.h"

namespace dossier::extract {

bool speaks_of(const Term& term, const Term& thing) {
  return term == thing || (term.is_triple() && speaks_of(term.as_triple(), thing));
}

bool speaks_of(const Triple& triple, const Term& thing) {
  return speaks_of(triple.subject, thing) || speaks_of(triple.predicate, thing) ||
         speaks_of(triple.object, thing);
}

Term substitute(const Term& term, const Term& from, const Term& to) {
  if (term == from) return to;
  return term.is_triple() ? Term::triple(substitute(term.as_triple(), from, to)) : term;
}

Triple substitute(const Triple& triple, const Term& from, const Term& to) {
  return {substitute(triple.subject, from, to), substitute(triple.predicate, from, to),
          substitute(triple.object, from, to)};
}

}  // namespace dossier::extract

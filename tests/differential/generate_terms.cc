// SPDX-License-Identifier: Apache-2.0
#include "model/vocabulary.h"
#include "tests/differential/generator.h"

namespace dossier::naive {
namespace {

Term iri(const char* kind, std::size_t number) {
  return Term::iri("urn:" + std::string(kind) + std::to_string(number));
}

}  // namespace

Term TermGenerator::literal() {
  switch (below(8)) {
    case 0:
      return Term::string("a");
    case 1:
      return Term::string("a string that is not short");
    case 2:
      return Term::lang("a", "en");
    case 3:
      return Term::boolean(chance(50));
    case 4:
      return Term::typed("1.5", std::string(vocabulary::xsd::kDecimal));
    case 5:
      return Term::typed(canonical_ ? "7" : "01", std::string(vocabulary::xsd::kInteger));
    default:
      return Term::integer(static_cast<std::int64_t>(below(4)) - 1);
  }
}

Term TermGenerator::predicate() { return iri("p", below(is_focused() ? 2 : 3)); }

Term TermGenerator::resource() {
  return chance(15) ? Term::blank_node("n" + std::to_string(below(2))) : iri("n", below(4));
}

Term TermGenerator::node_iri() {
  if (chance(90)) return iri("n", below(4));
  return pick<Term>({Term::iri("urn:unknown"), predicate(), graph()});
}

void TermGenerator::know(const Quad& quad) {
  for (const Term& term : {quad.subject, quad.object})
    if (term.is_iri() || term.is_literal()) known_.push_back(term);
}

Quad TermGenerator::quad() {
  Quad out{resource(), predicate(), object(), std::nullopt};
  if (chance(10)) {
    out.predicate = Term::iri(std::string(vocabulary::rdf::kReifies));
    out.object = Term::triple({iri("n", below(4)), predicate(), object()});
  }
  if (chance(45)) out.graph = graph();
  return out;
}

}  // namespace dossier::naive

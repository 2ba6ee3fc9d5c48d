// SPDX-License-Identifier: Apache-2.0
#include "parser/rdf/term_view.h"

#include <string>
#include <utility>

#include "model/vocabulary.h"

namespace dossier {

Term to_term(const TermView& view) {
  if (view.kind == TermView::Kind::triple) {
    const TripleView& parts = *view.triple;
    return Term::triple({to_term(parts.subject), to_term(parts.predicate), to_term(parts.object)});
  }
  std::string value(view.value);
  switch (view.kind) {
    case TermView::Kind::iri:
      return Term::iri(std::move(value));
    case TermView::Kind::blank_node:
      return Term::blank_node(std::move(value));
    case TermView::Kind::tagged:
      return Term::lang(std::move(value), std::string(view.qualifier), view.direction);
    case TermView::Kind::typed:
      return Term::typed(std::move(value), std::string(view.qualifier));
    case TermView::Kind::string:
    case TermView::Kind::triple:
      break;
  }
  return Term::string(std::move(value));
}

Quad to_quad(const QuadView& view) {
  Quad quad{to_term(view.subject), to_term(view.predicate), to_term(view.object), {}};
  if (view.graph) quad.graph = to_term(*view.graph);
  return quad;
}

TermView Viewer::view(const Term& term) {
  using Kind = TermView::Kind;
  TermView out;
  out.value = term.value();
  if (term.is_iri()) {
    out.kind = Kind::iri;
  } else if (term.is_blank_node()) {
    out.kind = Kind::blank_node;
  } else if (term.is_triple()) {
    const Triple& parts = term.as_triple();
    const TripleView triple{view(parts.subject), view(parts.predicate), view(parts.object)};
    out.kind = Kind::triple;
    out.triple = &triples_.emplace_back(triple);
  } else if (!term.language().empty()) {
    out.kind = Kind::tagged;
    out.direction = term.direction();
    out.qualifier = term.language();
  } else if (term.datatype() != vocabulary::xsd::kString) {
    out.kind = Kind::typed;
    out.qualifier = term.datatype();
  }
  return out;
}

QuadView Viewer::view(const Quad& quad) {
  QuadView out{view(quad.subject), view(quad.predicate), view(quad.object), {}};
  if (quad.graph) out.graph = view(*quad.graph);
  return out;
}

}  // namespace dossier

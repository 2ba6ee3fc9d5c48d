// SPDX-License-Identifier: Apache-2.0
#include "model/term_view.h"

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

TermView view_of(const Term& term) noexcept {
  using Kind = TermView::Kind;
  const std::string_view value = term.value();
  if (term.is_iri()) return {Kind::iri, Direction::none, value, {}, nullptr};
  if (term.is_blank_node()) return {Kind::blank_node, Direction::none, value, {}, nullptr};
  if (!term.language().empty())
    return {Kind::tagged, term.direction(), value, term.language(), nullptr};
  if (term.datatype() == vocabulary::xsd::kString)
    return {Kind::string, Direction::none, value, {}, nullptr};
  return {Kind::typed, Direction::none, value, term.datatype(), nullptr};
}

TermView Viewer::view(const Term& term) {
  if (!term.is_triple()) return view_of(term);
  const Triple& parts = term.as_triple();
  const TripleView triple{view(parts.subject), view(parts.predicate), view(parts.object)};
  TermView out;
  out.kind = TermView::Kind::triple;
  out.triple = &triples_.emplace_back(triple);
  return out;
}

QuadView Viewer::view(const Quad& quad) {
  QuadView out{view(quad.subject), view(quad.predicate), view(quad.object), {}};
  if (quad.graph) out.graph = view(*quad.graph);
  return out;
}

}  // namespace dossier

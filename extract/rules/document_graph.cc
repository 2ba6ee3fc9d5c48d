// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/document_graph.h"

#include "extract/rules/graph_builder.h"

namespace dossier::extract::rules {

WantedTerms::WantedTerms(const std::vector<Term>& constants, bool everything)
    : everything_(everything) {
  for (const Term& term : constants) {
    if (term.is_iri()) iris_.insert(term.value());
  }
}

DocumentGraph::DocumentGraph(const Analysis& analysis, const Resolution& resolution,
                             const WantedTerms& wanted, std::span<const Term> first_terms) {
  const std::vector<Quad> quads = GraphBuilder(analysis, resolution, wanted, *this).build();
  size_ = quads.size();
  source_.emplace(quads, first_terms);
}

FactNode DocumentGraph::node(const Term& term) const {
  if (term.is_iri()) {
    if (const auto found = nodes_.find(term.value()); found != nodes_.end()) return found->second;
  }
  FactNode node;
  node.term = term;
  return node;
}

std::optional<FramePlace> DocumentGraph::frame(const Term& term) const {
  const auto found = frames_.find(term.value());
  return found == frames_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::uint32_t> DocumentGraph::sentence(const Term& term) const {
  const auto found = sentences_.find(term.value());
  return found == sentences_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace dossier::extract::rules

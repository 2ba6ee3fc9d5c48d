// SPDX-License-Identifier: Apache-2.0
#include "tests/w3c/workbench.h"

#include "dossier/error.h"
#include "tests/w3c/result_set.h"

namespace dossier::w3c {
namespace {

Term own(const Term& term, const std::string& file) {
  if (term.is_blank_node()) return Term::blank_node(term.value() + " of " + file);
  if (!term.is_triple()) return term;
  const Triple& triple = term.as_triple();
  return Term::triple(
      {own(triple.subject, file), own(triple.predicate, file), own(triple.object, file)});
}

}  // namespace

void Workbench::load(const std::vector<Quad>& quads) {
  const std::vector<Quad> before = dump();
  Transaction transaction = knowledge_base_.begin();
  for (const Quad& quad : before) transaction.erase(quad);
  for (const Quad& quad : quads) transaction.insert(quad);
  transaction.commit(Durability::relaxed);
}

std::vector<Quad> Workbench::dump() const {
  std::vector<Quad> quads;
  knowledge_base_.dump([&](const Quad& quad) { quads.push_back(quad); });
  return quads;
}

std::vector<Quad> quads_of_file(const Suites& suites, const std::string& iri,
                                const std::optional<Term>& graph) {
  std::vector<Quad> quads = load_quads(suites, iri);
  for (Quad& quad : quads) {
    quad.subject = own(quad.subject, iri);
    quad.object = own(quad.object, iri);
    if (quad.graph) quad.graph = own(*quad.graph, iri);
    if (graph) quad.graph = graph;
  }
  return quads;
}

}  // namespace dossier::w3c

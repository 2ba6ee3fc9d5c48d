// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "tests/differential/naive_algebra.h"

namespace dossier::naive {
namespace {

Dataset local_dataset(const std::vector<Quad>& quads, bool union_default,
                      const ast::DatasetClause& clause) {
  const auto lists = [](const std::vector<Term>& graphs, const Term& graph) {
    return std::find(graphs.begin(), graphs.end(), graph) != graphs.end();
  };
  std::set<Triple> default_graph;
  std::map<Term, std::set<Triple>> named;
  for (const Quad& quad : quads) {
    const Triple triple{quad.subject, quad.predicate, quad.object};
    if (!clause.empty()) {
      if (quad.graph && lists(clause.default_graphs, *quad.graph)) default_graph.insert(triple);
      if (quad.graph && lists(clause.named_graphs, *quad.graph)) named[*quad.graph].insert(triple);
      continue;
    }
    if (quad.graph) named[*quad.graph].insert(triple);
    if (!quad.graph || union_default) default_graph.insert(triple);
  }
  Dataset dataset{{default_graph.begin(), default_graph.end()}, {}, nullptr};
  for (const auto& [name, triples] : named)
    dataset.named[name].assign(triples.begin(), triples.end());
  return dataset;
}

/// Blank nodes with other labels, in triple terms, too.
template <typename Rename>
Term relabelled(const Term& term, const Rename& rename) {
  if (term.is_blank_node()) return Term::blank_node(rename(std::string(term.value())));
  if (!term.is_triple()) return term;
  const Triple& triple = term.as_triple();
  return Term::triple(
      {relabelled(triple.subject, rename), triple.predicate, relabelled(triple.object, rename)});
}

}  // namespace

Dataset Dataset::of(const std::vector<Quad>& quads, bool union_default,
                    const ast::DatasetClause& clause) {
  Dataset out = local_dataset(quads, union_default, clause);
  out.endpoint = std::make_shared<const Dataset>(local_dataset(with_remote_nodes(quads), true, {}));
  return out;
}

std::vector<Quad> with_remote_nodes(std::vector<Quad> quads) {
  const auto rename = [](const std::string& label) { return kRemote + label; };
  for (Quad& quad : quads) {
    quad.subject = relabelled(quad.subject, rename);
    quad.object = relabelled(quad.object, rename);
  }
  return quads;
}

Solutions as_one_answer(Solutions solutions) {
  static std::size_t answers = 0;
  const std::string suffix = "answer" + std::to_string(++answers);
  const auto rename = [&](const std::string& label) { return label + suffix; };
  for (Solution& solution : solutions)
    for (auto& [name, term] : solution) term = relabelled(term, rename);
  return solutions;
}

Term without_remote_labels(const Term& term) {
  return relabelled(term, [](const std::string& label) {
    return label.starts_with(kRemote) ? std::string(kRemote) : label;
  });
}

}  // namespace dossier::naive

// SPDX-License-Identifier: Apache-2.0
// A document's graph in memory, by subject and predicate.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extract/corrections/decision.h"

namespace dossier::extract {

/// Over a graph that outlives it.
class GraphView {
 public:
  explicit GraphView(const TripleSet& graph) : graph_(graph) {}

  std::vector<Term> objects(const Term& subject, std::string_view predicate) const;
  /// The first object's lexical form; empty when there is none.
  std::string text(const Term& subject, std::string_view predicate) const;
  /// The k:Mention nodes of an entity.
  std::vector<Term> mentions(const Term& entity) const;
  /// rdfs:label and skos:altLabel.
  std::set<std::string> names(const Term& entity) const;
  /// Those names of the entity that are a mention's whole text.
  std::set<std::string> names_in_text(const Term& entity) const;

 private:
  const TripleSet& graph_;
};

}  // namespace dossier::extract

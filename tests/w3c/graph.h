// SPDX-License-Identifier: Apache-2.0
// A set of triples one can ask: manifests, result sets in RDF, expected graphs.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/quad.h"
#include "dossier/rdf.h"

namespace dossier::w3c {

class Graph {
 public:
  explicit Graph(std::vector<Quad> quads);

  const std::vector<Quad>& quads() const { return quads_; }
  std::vector<Term> objects(const Term& subject, std::string_view predicate) const;
  std::optional<Term> object(const Term& subject, std::string_view predicate) const;
  /// Each once.
  std::vector<Term> subjects(std::string_view predicate, const Term& object) const;
  /// The members of a collection.
  std::vector<Term> list(Term node) const;

 private:
  std::vector<Quad> quads_;
  std::multimap<Term, std::size_t> by_subject_;
};

/// Parses a document; throws Error as parse_rdf() does.
std::vector<Quad> parse_quads(std::string_view text, RdfFormat format, const std::string& base);

}  // namespace dossier::w3c

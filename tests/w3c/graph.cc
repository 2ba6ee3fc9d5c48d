// SPDX-License-Identifier: Apache-2.0
#include "tests/w3c/graph.h"

#include <set>

#include "model/vocabulary.h"

namespace dossier::w3c {

Graph::Graph(std::vector<Quad> quads) : quads_(std::move(quads)) {
  for (std::size_t i = 0; i < quads_.size(); ++i) by_subject_.emplace(quads_[i].subject, i);
}

std::vector<Term> Graph::objects(const Term& subject, std::string_view predicate) const {
  std::vector<Term> found;
  const auto [begin, end] = by_subject_.equal_range(subject);
  for (auto it = begin; it != end; ++it) {
    if (quads_[it->second].predicate.value() == predicate) {
      found.push_back(quads_[it->second].object);
    }
  }
  return found;
}

std::optional<Term> Graph::object(const Term& subject, std::string_view predicate) const {
  std::vector<Term> found = objects(subject, predicate);
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

std::vector<Term> Graph::subjects(std::string_view predicate, const Term& object) const {
  std::set<Term> found;
  for (const Quad& quad : quads_) {
    if (quad.predicate.value() == predicate && quad.object == object) found.insert(quad.subject);
  }
  return {found.begin(), found.end()};
}

std::vector<Term> Graph::list(Term node) const {
  std::vector<Term> members;
  while (const auto first = object(node, vocabulary::rdf::kFirst)) {
    members.push_back(*first);
    node = object(node, vocabulary::rdf::kRest).value_or(Term());
  }
  return members;
}

std::vector<Quad> parse_quads(std::string_view text, RdfFormat format, const std::string& base) {
  std::vector<Quad> quads;
  RdfOptions options;
  options.format = format;
  options.base = base;
  parse_rdf(text, options, [&](Quad&& quad) { quads.push_back(std::move(quad)); });
  return quads;
}

}  // namespace dossier::w3c

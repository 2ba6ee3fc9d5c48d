// SPDX-License-Identifier: Apache-2.0
#include "extract/corrections/graph_view.h"

#include "extract/graph/vocabulary.h"

namespace dossier::extract {

std::vector<Term> GraphView::objects(const Term& subject, std::string_view predicate) const {
  const Term wanted = Term::iri(std::string(predicate));
  std::vector<Term> result;
  // The empty IRI is the first of all terms.
  for (auto at = graph_.lower_bound({subject, wanted, Term::iri("")});
       at != graph_.end() && at->subject == subject && at->predicate == wanted; ++at)
    result.push_back(at->object);
  return result;
}

std::string GraphView::text(const Term& subject, std::string_view predicate) const {
  const std::vector<Term> found = objects(subject, predicate);
  return found.empty() ? std::string() : found.front().value();
}

std::vector<Term> GraphView::mentions(const Term& entity) const {
  std::vector<Term> result;
  for (const Triple& triple : graph_)
    if (triple.object == entity && triple.predicate.value() == k::kOf)
      result.push_back(triple.subject);
  return result;
}

std::set<std::string> GraphView::names(const Term& entity) const {
  std::set<std::string> result;
  for (const std::string_view predicate : {kLabel, kAltLabel})
    for (const Term& name : objects(entity, predicate)) result.insert(name.value());
  return result;
}

std::set<std::string> GraphView::names_in_text(const Term& entity) const {
  const std::set<std::string> known = names(entity);
  std::set<std::string> result;
  for (const Term& mention : mentions(entity)) {
    const std::string name = name_in_text(text(mention, k::kText));
    if (known.contains(name)) result.insert(name);
  }
  return result;
}

}  // namespace dossier::extract

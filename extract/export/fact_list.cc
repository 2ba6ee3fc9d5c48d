// SPDX-License-Identifier: Apache-2.0
#include "extract/export/fact_list.h"

#include <fmt/format.h>

#include <set>
#include <unordered_map>

#include "dossier/prefixes.h"
#include "extract/graph/vocabulary.h"
#include "model/vocabulary.h"

namespace dossier::extract {

FactList::FactList(const std::vector<Quad>& quads) {
  std::unordered_map<std::string, std::size_t> numbers;
  std::set<Triple> stated;
  for (const Quad& quad : quads) {
    if (quad.predicate.value() == kLabel)
      labels_.emplace(quad.subject.value(), quad.object.value());
    if (quad.object.is_iri() && quad.object.value() == k::kQuantity)
      quantities_.insert(quad.subject.value());
    if (quad.object.is_iri() && quad.object.value() == k::kIndividual)
      individuals_.insert(quad.subject.value());
    stated.insert({quad.subject, quad.predicate, quad.object});
    if (quad.predicate.value() != vocabulary::rdf::kReifies) continue;
    numbers.emplace(quad.subject.value(), facts_.size());
    facts_.push_back({quad.object.as_triple(), {}, false});
  }
  for (const Quad& quad : quads) {
    const auto number = numbers.find(quad.subject.value());
    if (number == numbers.end()) continue;
    facts_[number->second].says.emplace(quad.predicate.value(), quad.object);
  }
  for (std::size_t i = 0; i < facts_.size(); ++i) {
    ShownFact& fact = facts_[i];
    by_sentence_[std::string(text_of(fact.says, k::kEvidence))].push_back(i);
    fact.asserted = stated.contains(fact.triple) && text_of(fact.says, k::kPolarity).empty() &&
                    text_of(fact.says, k::kModality).empty();
  }
}

std::vector<const ShownFact*> FactList::of_sentence(const std::string& sentence) const {
  std::vector<const ShownFact*> result;
  const auto found = by_sentence_.find(sentence);
  if (found == by_sentence_.end()) return result;
  for (const std::size_t number : found->second) result.push_back(&facts_[number]);
  return result;
}

std::string FactList::label(const Term& term) const {
  const auto found = labels_.find(term.value());
  if (!term.is_literal() && found != labels_.end()) return found->second;
  return short_name(term);
}

std::string short_name(const Term& term) {
  if (term.is_literal()) return fmt::format("\"{}\"", term.value());
  if (!term.is_iri()) return term.to_string();
  for (const auto& [prefix, iri] : predeclared_prefixes()) {
    if (term.value().starts_with(iri))
      return fmt::format("{}:{}", prefix, term.value().substr(iri.size()));
  }
  return term.to_string();
}

std::string_view text_of(const Properties& says, std::string_view predicate) {
  const auto found = says.find(std::string(predicate));
  return found == says.end() ? std::string_view() : std::string_view(found->second.value());
}

}  // namespace dossier::extract

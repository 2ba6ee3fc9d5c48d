// SPDX-License-Identifier: Apache-2.0
// Writes what would be stored for a document as JSON.
#include <array>
#include <nlohmann/json.hpp>
#include <ostream>

#include "extract/export/document_facts.h"
#include "extract/export/fact_list.h"
#include "extract/graph/vocabulary.h"
#include "model/vocabulary.h"

namespace dossier::extract {

namespace {

using Json = nlohmann::ordered_json;

/// What a reifier may say, under the names of the vocabulary.
constexpr std::array<std::string_view, 12> kShown = {
    k::kPolarity, k::kModality,     k::kTime,  k::kFrom,          k::kTo,         k::kTimeText,
    k::kPlace,    k::kAttributedTo, k::kVoice, k::kPredicateText, k::kConfidence, k::kRule};

std::string local(std::string_view predicate) {
  return std::string(predicate.substr(vocabulary::kDossier.size()));
}

Json node(const FactList& list, const Term& term) {
  if (term.is_literal()) return Json{{"value", term.value()}};
  if (list.is_quantity(term)) return Json{{"quantity", list.label(term)}};
  return Json{{"id", short_name(term)}, {"label", list.label(term)}};
}

Json fact_json(const FactList& list, const ShownFact& fact) {
  Json result{{"subject", node(list, fact.triple.subject)},
              {"predicate", short_name(fact.triple.predicate)},
              {"object", node(list, fact.triple.object)},
              {"asserted", fact.asserted}};
  for (const std::string_view predicate : kShown) {
    const auto found = fact.says.find(std::string(predicate));
    if (found == fact.says.end()) continue;
    const Term& term = found->second;
    if (predicate == k::kConfidence)
      result[local(predicate)] = std::stod(term.value());
    else
      result[local(predicate)] = term.is_iri() ? short_name(term) : term.value();
  }
  return result;
}

Json document_json(const Document& document) {
  Json result{{"file", document.source_name}, {"headline", document.headline}};
  if (document.date) result["date"] = *document.date;
  if (document.date_time) result["dateTime"] = *document.date_time;
  if (document.place) result["place"] = *document.place;
  if (document.author) result["author"] = *document.author;
  return result;
}

}  // namespace

void write_json(const DocumentFacts& facts, std::ostream& out) {
  const FactList list(facts.quads);
  const Document& document = facts.analysis.document;
  Json sentences = Json::array();
  for (const Sentence& sentence : facts.analysis.sentences) {
    Json found = Json::array();
    for (const ShownFact* fact :
         list.of_sentence(sentence_iri(document.slug, sentence.index).value()))
      found.push_back(fact_json(list, *fact));
    sentences.push_back({{"index", sentence.index},
                         {"begin", sentence.span.begin},
                         {"end", sentence.span.end},
                         {"text", document.utf8(sentence.span)},
                         {"facts", std::move(found)}});
  }
  Json entities = Json::array();
  for (const Entity& entity : facts.analysis.entities) {
    entities.push_back({{"label", entity.label},
                        {"class", short_name(class_iri(entity.type))},
                        {"aliases", entity.aliases}});
  }
  out << Json{{"document", document_json(document)},
              {"sentences", std::move(sentences)},
              {"entities", std::move(entities)}}
             .dump()
      << '\n';
}

}  // namespace dossier::extract

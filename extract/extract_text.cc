// SPDX-License-Identifier: Apache-2.0
// What a document says as values: extract_file(), extract_text().
#include <algorithm>
#include <cstdlib>

#include "dossier/extract.h"
#include "extract/export/document_facts.h"
#include "extract/export/fact_list.h"
#include "extract/graph/vocabulary.h"
#include "extract/ingest_steps.h"
#include "extract/reader/unpack.h"
#include "extract/rules/rules_access.h"
#include "extract/text/unicode.h"

namespace dossier {
namespace {

using extract::FactList;
using extract::ShownFact;
namespace k = extract::k;

std::string said(const ShownFact& fact, std::string_view predicate) {
  return std::string(extract::text_of(fact.says, predicate));
}

/// The label of a place or a person the fact names.
std::string named(const FactList& list, const ShownFact& fact, std::string_view predicate) {
  const auto found = fact.says.find(std::string(predicate));
  return found == fact.says.end() ? std::string() : list.label(found->second);
}

/// Where the parts of the fact stand in its sentence, which begins at `start`.
std::vector<std::pair<std::uint32_t, std::uint32_t>> spans_of(const ShownFact& fact,
                                                              std::uint32_t start) {
  const auto offset = [&](std::string_view predicate) {
    return static_cast<std::uint32_t>(std::strtoul(said(fact, predicate).c_str(), nullptr, 10));
  };
  std::vector<std::pair<std::uint32_t, std::uint32_t>> spans;
  for (const k::SpanTerms& part : k::kFactSpans) {
    if (fact.says.contains(std::string(part.begin)))
      spans.emplace_back(offset(part.begin) - start, offset(part.end) - start);
  }
  std::sort(spans.begin(), spans.end());
  return spans;
}

ExtractedFact fact_of(const FactList& list, const ShownFact& shown,
                      const extract::Sentence& sentence) {
  ExtractedFact fact;
  fact.triple = shown.triple;
  fact.asserted = shown.asserted;
  fact.polarity = said(shown, k::kPolarity);
  fact.modality = said(shown, k::kModality);
  fact.time = said(shown, k::kTime);
  fact.time_from = said(shown, k::kFrom);
  fact.time_to = said(shown, k::kTo);
  fact.time_text = said(shown, k::kTimeText);
  fact.place = named(list, shown, k::kPlace);
  fact.attributed_to = named(list, shown, k::kAttributedTo);
  fact.subject_text = said(shown, k::kSubjectText);
  fact.predicate_text = said(shown, k::kPredicateText);
  fact.object_text = said(shown, k::kObjectText);
  fact.rule = said(shown, k::kRule);
  fact.confidence = std::strtod(said(shown, k::kConfidence).c_str(), nullptr);
  fact.spans = spans_of(shown, sentence.span.begin);
  return fact;
}

void take_facts(const extract::DocumentFacts& facts, ExtractedDocument& result) {
  const FactList list(facts.quads);
  const extract::Document& document = facts.analysis.document;
  for (const extract::Sentence& sentence : facts.analysis.sentences) {
    const Term iri = extract::sentence_iri(document.slug, sentence.index);
    for (const ShownFact* shown : list.of_sentence(iri.value())) {
      result.facts.push_back(fact_of(list, *shown, sentence));
      result.facts.back().sentence = result.sentences.size();
    }
    result.sentences.push_back(
        {sentence.span.begin, sentence.span.end, document.utf8(sentence.span)});
  }
}

void take_entities(const extract::DocumentFacts& facts, ExtractedDocument& result) {
  for (std::size_t i = 0; i < facts.entities.size(); ++i) {
    const extract::Entity& entity = facts.analysis.entities[i];
    result.entities.push_back(
        {facts.entities[i], extract::class_iri(entity.type), entity.label, entity.aliases});
  }
}

}  // namespace

ExtractedDocument extract_file(const std::string& path, const IngestOptions& options) {
  return extract_text(extract::read_bytes(path), path, options);
}

ExtractedDocument extract_text(std::string_view bytes, const std::string& source_name,
                               const IngestOptions& options) {
  const extract::DocumentFacts facts =
      extract::read_facts(bytes, source_name, extract::RulesAccess::set(options.rules),
                          extract::read_settings(options));
  const extract::Document& document = facts.analysis.document;
  ExtractedDocument result;
  result.document = extract::document_iri(document.slug);
  result.source_file = document.source_name;
  result.headline = document.headline;
  result.date = document.date.value_or("");
  result.place = document.place.value_or("");
  result.author = document.author.value_or("");
  result.text = extract::to_utf8(document.text);
  take_facts(facts, result);
  take_entities(facts, result);
  return result;
}

}  // namespace dossier

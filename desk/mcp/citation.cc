// SPDX-License-Identifier: Apache-2.0
#include "desk/mcp/citation.h"

namespace dossier::mcp {
namespace {

/// A number with two digits is what an estimate is worth.
void put_confidence(Json& out, const std::optional<double>& confidence) {
  if (confidence)
    out["confidence"] = static_cast<double>(static_cast<int>(*confidence * 100)) / 100;
}

Json citation(const Term& document, const std::string& headline, const std::string& date,
              const Term& sentence, const std::string& text, const std::string& speaker) {
  Json out{{"document", iri_text(document)}};
  put(out, "headline", headline);
  put(out, "date", date);
  out["sentence"] = iri_text(sentence);
  out["text"] = text;
  put(out, "speaker", speaker);
  return out;
}

std::string status_of(const std::string& polarity, const std::string& modality) {
  FactRow row;
  row.polarity = polarity;
  row.modality = modality;
  const std::string qualifier = row.qualifier();
  return qualifier.empty() ? "asserted" : qualifier;
}

}  // namespace

void put(Json& object, const char* name, const std::string& text) {
  if (!text.empty()) object[name] = text;
}

std::string iri_text(const Term& term) { return term.is_iri() ? term.value() : term.to_string(); }

Json citation_of(const FactRow& row) {
  Json out = citation(row.document, row.headline, row.date, row.sentence, row.text, row.speaker);
  if (row.page != 0) out["page"] = row.page;
  return out;
}

Json citation_of(const FoundSentence& one) {
  return citation(one.document, one.headline, one.date, one.sentence, one.text, one.speaker);
}

Json citation_of(const Evidence& one) {
  return citation(one.document, one.headline, one.date, one.sentence, one.text, one.speaker);
}

Json json_of(const FactRow& row) {
  Json out{{"subject", row.subject}, {"relation", row.predicate}};
  put(out, "object", row.object);
  out["status"] = status_of(row.polarity, row.modality);
  put(out, "when", period_text(row.time));
  put(out, "from", row.time.from);
  put(out, "to", row.time.to);
  put(out, "place", row.place);
  put(out, "attributed_to", row.attributed_to);
  put_confidence(out, row.confidence);
  out["subject_iri"] = iri_text(row.triple.subject);
  out["relation_iri"] = iri_text(row.triple.predicate);
  out["object_iri"] = iri_text(row.triple.object);
  out["fact"] = iri_text(row.fact);
  out["citation"] = citation_of(row);
  return out;
}

Json json_of(const std::vector<FactRow>& rows) {
  Json out = Json::array();
  for (const FactRow& row : rows) out.push_back(json_of(row));
  return out;
}

Json json_of(const Evidence& evidence) {
  Json out{{"subject_iri", iri_text(evidence.fact.subject)},
           {"relation_iri", iri_text(evidence.fact.predicate)},
           {"object_iri", iri_text(evidence.fact.object)},
           {"status", status_of(evidence.polarity, evidence.modality)}};
  put(out, "when", evidence.time);
  put(out, "place", evidence.place);
  put(out, "attributed_to", evidence.attributed_to);
  put_confidence(out, evidence.confidence);
  out["citation"] = citation_of(evidence);
  return out;
}

}  // namespace dossier::mcp

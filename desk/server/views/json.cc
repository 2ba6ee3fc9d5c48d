// SPDX-License-Identifier: Apache-2.0
#include "desk/server/views/json.h"

namespace dossier::server {

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json json_of(const NamedTerm& named) {
  const char* const key = named.term.is_iri() ? "iri" : "value";
  const std::string value =
      named.term.is_blank_node() ? named.term.to_string() : named.term.value();
  return {{key, value}, {"label", named.label}, {"kind", named.kind}};
}

Json json_of(const std::optional<NamedTerm>& named) { return named ? json_of(*named) : Json(); }

Json json_of(const std::optional<CodePoints>& at) {
  return at ? Json{at->first, at->second} : Json();
}

Json json_of(const ReadFact& fact) {
  Json json{{"fact", fact.fact.is_iri() ? Json(fact.fact.value()) : Json()},
            {"subject", json_of(fact.subject)},
            {"predicate", json_of(fact.predicate)},
            {"object", json_of(fact.object)},
            {"status", fact.status},
            {"negative", fact.negative},
            {"time", text_or_null(fact.time)},
            {"from", text_or_null(fact.from)},
            {"to", text_or_null(fact.to)},
            {"timeText", text_or_null(fact.time_text)},
            {"confidence", fact.confidence ? Json(*fact.confidence) : Json()},
            {"claimant", json_of(fact.claimant)},
            {"place", json_of(fact.place)}};
  Json arguments = Json::array();
  for (const auto& [name, value] : fact.arguments) {
    arguments.push_back({{"name", name}, {"value", json_of(value)}});
  }
  json["arguments"] = std::move(arguments);
  json["sentence"] = fact.sentence.value();
  json["index"] = fact.index;
  json["text"] = fact.text;
  json["speaker"] = json_of(fact.speaker);
  json["page"] = fact.page ? Json(*fact.page) : Json();
  json["document"] = fact.document.value();
  json["headline"] = text_or_null(fact.headline);
  json["date"] = text_or_null(fact.date);
  json["marks"] = {{"subject", json_of(fact.subject_at)},
                   {"predicate", json_of(fact.predicate_at)},
                   {"object", json_of(fact.object_at)}};
  return json;
}

namespace {

Json span_json(const std::pair<std::uint32_t, std::uint32_t>& span) {
  return span.first < span.second ? Json{span.first, span.second} : Json();
}

Json label_or_null(const std::string& label) {
  return label.empty() ? Json() : Json{{"label", label}};
}

}  // namespace

Json json_of(const FactRow& fact, Namer& namer) {
  const bool negative = fact.polarity == "negative";
  const std::string status = !fact.modality.empty() ? fact.modality
                             : negative             ? "denied"
                                                    : "asserted";
  return {{"fact", fact.fact.is_iri() ? Json(fact.fact.value()) : Json()},
          {"subject", json_of(namer(fact.triple.subject))},
          {"predicate", json_of(namer(fact.triple.predicate))},
          {"object", json_of(namer(fact.triple.object))},
          {"status", status},
          {"negative", negative},
          {"time", text_or_null(fact.time.time)},
          {"from", text_or_null(fact.time.from)},
          {"to", text_or_null(fact.time.to)},
          {"timeText", text_or_null(fact.time.text)},
          {"confidence", fact.confidence ? Json(*fact.confidence) : Json()},
          {"claimant", label_or_null(fact.attributed_to)},
          {"sentence", fact.sentence.value()},
          {"text", fact.text},
          {"speaker", label_or_null(fact.speaker)},
          {"page", fact.page == 0 ? Json() : Json(fact.page)},
          {"document", fact.document.value()},
          {"headline", text_or_null(fact.headline)},
          {"date", text_or_null(fact.date)},
          {"marks",
           {{"subject", span_json(fact.subject_span)},
            {"predicate", span_json(fact.predicate_span)},
            {"object", span_json(fact.object_span)}}}};
}

Json json_of_term(const Term& term) {
  switch (term.kind()) {
    case Term::Kind::iri:
      return {{"type", "uri"}, {"value", term.value()}};
    case Term::Kind::blank_node:
      return {{"type", "bnode"}, {"value", term.value()}};
    case Term::Kind::triple: {
      const Triple& triple = term.as_triple();
      return {{"type", "triple"},
              {"value",
               {{"subject", json_of_term(triple.subject)},
                {"predicate", json_of_term(triple.predicate)},
                {"object", json_of_term(triple.object)}}}};
    }
    case Term::Kind::literal:
      break;
  }
  Json json{{"type", "literal"}, {"value", term.value()}};
  if (!term.language().empty()) {
    json["xml:lang"] = std::string(term.language());
  } else if (!term.datatype().ends_with("#string")) {
    json["datatype"] = std::string(term.datatype());
  }
  return json;
}

}  // namespace dossier::server

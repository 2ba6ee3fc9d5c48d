// SPDX-License-Identifier: Apache-2.0
#include "desk/server/views/json.h"

#include <array>

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

namespace {

Json span_json(const std::pair<std::uint32_t, std::uint32_t>& span) {
  return span.first < span.second ? Json{span.first, span.second} : Json();
}

Json arguments_json(const FactRow& fact, Namer& namer) {
  Json arguments = Json::array();
  for (const auto& [name, value] : fact.arguments) {
    arguments.push_back({{"name", name}, {"value", json_of(namer(value))}});
  }
  return arguments;
}

}  // namespace

Json json_of(const FactRow& fact, Namer& namer) {
  return {{"fact", fact.fact.is_iri() ? Json(fact.fact.value()) : Json()},
          {"subject", json_of(namer(fact.triple.subject))},
          {"predicate", json_of(namer(fact.triple.predicate))},
          {"object", json_of(namer(fact.triple.object))},
          {"status", fact.status()},
          {"negative", fact.polarity == "negative"},
          {"time", text_or_null(fact.time.time)},
          {"from", text_or_null(fact.time.from)},
          {"to", text_or_null(fact.time.to)},
          {"timeText", text_or_null(fact.time.text)},
          {"confidence", fact.confidence ? Json(*fact.confidence) : Json()},
          {"claimant", json_of(namer(fact.attributed_to_thing))},
          {"place", json_of(namer(fact.place_thing))},
          {"arguments", arguments_json(fact, namer)},
          {"sentence", fact.sentence.value()},
          {"index", fact.index},
          {"text", fact.text},
          {"speaker", json_of(namer(fact.speaker_thing))},
          {"page", fact.page == 0 ? Json() : Json(fact.page)},
          {"document", fact.document.value()},
          {"headline", text_or_null(fact.headline)},
          {"date", text_or_null(fact.date)},
          {"marks",
           {{"subject", span_json(fact.subject_span)},
            {"predicate", span_json(fact.predicate_span)},
            {"object", span_json(fact.object_span)}}}};
}

Json decision_json(const EntityDecision& decision, Namer& namer) {
  constexpr std::array<const char*, 6> kWhat{"merge",  "split",  "split",
                                             "rename", "reject", "decline"};
  const auto named = [&](const Term& term) {
    return term == Term() ? Json() : json_of(namer(term));
  };
  return {{"number", decision.number},
          {"what", kWhat.at(static_cast<std::size_t>(decision.kind))},
          {"date", decision.date},
          {"entity", named(decision.entity)},
          {"other", named(decision.other)},
          {"name", text_or_null(decision.name)},
          {"text", text_or_null(decision.text)}};
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

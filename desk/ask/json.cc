// SPDX-License-Identifier: Apache-2.0
// Answers as JSON.
#include <nlohmann/json.hpp>

#include "dossier/ask.h"
#include "dossier/error.h"

namespace dossier {
namespace {

using nlohmann::ordered_json;

ordered_json iri_or_null(const Term& term) {
  return term.is_iri() ? ordered_json(term.value()) : ordered_json();
}

ordered_json text_or_null(const std::string& text) {
  return text.empty() ? ordered_json() : ordered_json(text);
}

ordered_json answer_json(const Answer& answer) {
  ordered_json out{{"value", answer.value},
                   {"iri", iri_or_null(answer.term)},
                   {"sentence", answer.fact.text},
                   {"document", answer.fact.document.value()},
                   {"headline", answer.fact.headline},
                   {"source", iri_or_null(answer.fact.sentence)},
                   {"begin", answer.fact.begin},
                   {"end", answer.fact.end},
                   {"date", answer.fact.date},
                   {"confidence", nullptr},
                   {"fact", iri_or_null(answer.fact.fact)}};
  if (answer.fact.date.empty()) out["date"] = nullptr;
  if (answer.fact.confidence) out["confidence"] = *answer.fact.confidence;
  const std::string qualifier = answer.fact.qualifier();
  if (!qualifier.empty()) out["said"] = qualifier;
  return out;
}

ordered_json list_json(const std::vector<Answer>& answers) {
  ordered_json out = ordered_json::array();
  for (const Answer& answer : answers) out.push_back(answer_json(answer));
  return out;
}

ordered_json text_json(const std::vector<FoundSentence>& sentences) {
  ordered_json out = ordered_json::array();
  for (const FoundSentence& one : sentences)
    out.push_back({{"sentence", one.text},
                   {"document", one.document.value()},
                   {"headline", one.headline},
                   {"source", iri_or_null(one.sentence)},
                   {"date", one.date.empty() ? ordered_json() : ordered_json(one.date)}});
  return out;
}

ordered_json ambiguous_json(const std::vector<AmbiguousName>& names) {
  ordered_json out = ordered_json::array();
  for (const AmbiguousName& name : names) {
    ordered_json candidates = ordered_json::array();
    for (const FoundEntity& one : name.candidates)
      candidates.push_back({{"iri", one.entity.value()}, {"label", one.label}});
    out.push_back({{"name", name.name}, {"candidates", candidates}});
  }
  return out;
}

ordered_json context_json(const AskContext& context) {
  ordered_json choices = ordered_json::object();
  for (const auto& [name, thing] : context.choices) choices[name] = thing.value();
  return {{"question", context.question}, {"answers", context.answers}, {"choices", choices}};
}

}  // namespace

AskContext ask_context(std::string_view json) {
  const ordered_json read = ordered_json::parse(json, nullptr, false);
  AskContext out;
  try {
    out.question = read.at("question").get<std::string>();
    out.answers = read.at("answers").get<std::vector<std::string>>();
    for (const auto& [name, thing] : read.at("choices").items())
      out.choices.emplace(name, Term::iri(thing.get<std::string>()));
  } catch (const nlohmann::json::exception&) {
    throw Error(ErrorCode::usage, "the context is not one that an answer had");
  }
  return out;
}

std::string to_json(const AskContext& context) {
  return context_json(context).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string to_json(const Answers& answers) {
  const ordered_json out{{"question", answers.question},
                         {"in_full", text_or_null(answers.in_full)},
                         {"unclear", text_or_null(answers.unclear)},
                         {"understood", answers.understood},
                         {"answers", list_json(answers.answers)},
                         {"denied", list_json(answers.denied)},
                         {"planned", list_json(answers.planned)},
                         {"alleged", list_json(answers.alleged)},
                         {"text", text_json(answers.text)},
                         {"sparql", answers.sparql},
                         {"step", answers.step},
                         {"unread", answers.unread},
                         {"ambiguous", ambiguous_json(answers.ambiguous)},
                         {"context", context_json(answers.context)}};
  return out.dump(2, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace dossier

// SPDX-License-Identifier: Apache-2.0
// Merges, splits and renames entities, and undoes it: see dossier/entities.h.
#include "dossier/entities.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <tuple>

#include "extract/corrections/decision.h"
#include "extract/corrections/decision_quads.h"
#include "extract/corrections/decision_work.h"
#include "extract/corrections/graph_view.h"
#include "extract/corrections/take_decision.h"
#include "extract/graph/graph_reader.h"
#include "extract/graph/vocabulary.h"
#include "extract/names/name_forms.h"
#include "model/vocabulary.h"
#include "storage/store.h"

namespace dossier {

namespace {

using extract::apply_decision;
using extract::Decision;
using extract::DecisionGround;
using extract::DecisionWork;
using extract::GraphReader;

std::vector<std::string> names_of(const GraphReader& known, const Term& entity) {
  std::vector<std::string> names;
  for (const std::string_view predicate : {extract::kLabel, extract::kAltLabel})
    for (const Term& name : known.objects(entity, predicate)) names.push_back(name.value());
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

/// The fullest of some names: a bare one before "Mr Lund", the longest, the first by letters.
std::string fullest(const std::vector<std::string>& names) {
  const auto rank = [](const std::string& name) {
    return std::make_tuple(extract::without_honorific(name) == name, name.size());
  };
  const std::string* best = nullptr;
  for (const std::string& name : names)
    if (best == nullptr || rank(name) > rank(*best)) best = &name;
  return best ? *best : std::string();
}

std::string label_of(const GraphReader& known, const Term& entity) {
  const std::string label = known.text(entity, extract::kLabel);
  return label.empty() ? entity.value() : label;
}

/// An IRI that neither the graphs nor the decisions use.
Term mint(const GraphReader& known, const std::vector<Decision>& decisions,
          const std::string& label) {
  const std::string base = vocabulary::iri(vocabulary::kEntity, extract::local_name(label));
  const auto taken = [&](const Term& iri) {
    return known.is_subject(iri) ||
           std::any_of(decisions.begin(), decisions.end(), [&](const Decision& decision) {
             return decision.entity == iri || decision.other == iri;
           });
  };
  Term iri = Term::iri(base);
  for (int number = 2; taken(iri); ++number) iri = Term::iri(fmt::format("{}_{}", base, number));
  return iri;
}

[[noreturn]] void refuse_name(const GraphReader& known, const Term& entity, const std::string& name,
                              const std::vector<std::string>& written) {
  std::string list;
  for (const std::string& one : written) list += (list.empty() ? "" : ", ") + one;
  throw Error(ErrorCode::input, fmt::format("no mention of {} is written \"{}\"; they are: {}",
                                            label_of(known, entity), name, list));
}

/// The names of an entity that occur as mentions, each once.
std::vector<std::string> written_names(const GraphReader& known, const Term& entity) {
  const std::vector<std::string> names = names_of(known, entity);
  std::vector<std::string> forms;
  for (const Term& mention : known.subjects(extract::k::kOf, entity)) {
    std::string form = extract::name_in_text(known.text(mention, extract::k::kText));
    if (std::binary_search(names.begin(), names.end(), form)) forms.push_back(std::move(form));
  }
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  return forms;
}

}  // namespace

std::string decision_time() {
  return Term::date_time(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()))
      .value();
}

EntityDecision merge_entities(KnowledgeBase& kb, const Term& kept, const Term& gone,
                              const std::string& date) {
  Transaction transaction = kb.begin();
  const DecisionGround before(kb);
  Decision decision = before.about(Decision::Kind::merge, kept, date);
  const Decision other = before.about(Decision::Kind::merge, gone, date);
  if (kept == gone)
    throw Error(ErrorCode::input,
                fmt::format("{} cannot be merged with itself", label_of(before.known, kept)));
  decision.other = gone;
  decision.other_label = other.entity_label;
  decision.other_classes = other.entity_classes;
  const std::vector<std::string> kept_names = names_of(before.known, kept);
  for (const std::string& name : names_of(before.known, gone))
    if (!std::binary_search(kept_names.begin(), kept_names.end(), name))
      decision.names.push_back(name);
  return apply_decision(transaction, decision);
}

EntityDecision split_name(KnowledgeBase& kb, const Term& entity, const std::string& name,
                          const std::string& date) {
  Transaction transaction = kb.begin();
  const DecisionGround before(kb);
  Decision decision = before.about(Decision::Kind::split_name, entity, date);
  const std::vector<std::string> written = written_names(before.known, entity);
  const std::string bare = extract::name_in_text(name);
  if (!std::binary_search(written.begin(), written.end(), bare))
    refuse_name(before.known, entity, name, written);
  std::vector<std::string> rest = names_of(before.known, entity);
  std::erase(rest, bare);
  decision.rest_label = bare == decision.entity_label ? fullest(rest) : decision.entity_label;
  if (decision.rest_label.empty())
    throw Error(ErrorCode::input, fmt::format("\"{}\" is its only name", bare));
  decision.names = {bare};
  decision.other_label = bare;
  decision.other_classes = decision.entity_classes;
  decision.other = mint(before.known, before.decisions, bare);
  return apply_decision(transaction, decision);
}

EntityDecision split_document(KnowledgeBase& kb, const Term& entity, const Term& document,
                              const std::string& date) {
  Transaction transaction = kb.begin();
  const DecisionGround before(kb);
  Decision decision = before.about(Decision::Kind::split_document, entity, date);
  const extract::TripleSet graph = DecisionWork(transaction).graph(document);
  const auto in_graph = std::any_of(graph.begin(), graph.end(), [&](const Triple& triple) {
    return triple.subject == entity || triple.object == entity;
  });
  if (!in_graph)
    throw Error(ErrorCode::input, fmt::format("{} does not mention {}", document.value(),
                                              label_of(before.known, entity)));
  const std::set<std::string> here = extract::GraphView(graph).names_in_text(entity);
  decision.document = document;
  decision.other_label = here.empty() ? decision.entity_label
                                      : fullest(std::vector<std::string>(here.begin(), here.end()));
  decision.other_classes = decision.entity_classes;
  decision.other = mint(before.known, before.decisions, decision.other_label);
  return apply_decision(transaction, decision);
}

EntityDecision rename_entity(KnowledgeBase& kb, const Term& entity, const std::string& name,
                             const std::string& date) {
  Transaction transaction = kb.begin();
  const DecisionGround before(kb);
  Decision decision = before.about(Decision::Kind::rename, entity, date);
  if (name.find_first_not_of(" \t\r\n") == std::string::npos)
    throw Error(ErrorCode::input, "a name needs at least one letter");
  if (name == decision.entity_label)
    throw Error(ErrorCode::input, fmt::format("\"{}\" is its name already", name));
  decision.names = {name};
  return apply_decision(transaction, decision);
}

void undo_decision(KnowledgeBase& kb, std::uint64_t number) {
  Transaction transaction = kb.begin();
  const DecisionGround before(kb);
  const auto at = std::find_if(before.decisions.begin(), before.decisions.end(),
                               [&](const Decision& one) { return one.number == number; });
  if (at == before.decisions.end())
    throw Error(ErrorCode::input, fmt::format("there is no decision {}", number));
  DecisionWork work(transaction);
  for (auto later = before.decisions.end(); later != at;) work.revert(*--later);
  work.erase(*at);
  for (auto later = at + 1; later != before.decisions.end(); ++later) work.apply(*later);
  transaction.commit();
}

std::vector<EntityDecision> entity_decisions(const KnowledgeBase& kb) {
  std::vector<EntityDecision> result;
  for (const Decision& decision : extract::read_decisions(GraphReader(kb.store().snapshot())))
    result.push_back(extract::shown(decision));
  return result;
}

}  // namespace dossier

// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/entity_request.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

#include "dossier/entities.h"
#include "dossier/error.h"
#include "engine/results/short_names.h"
#include "engine/saved/name_resolution.h"
#include "repl/input/option_values.h"
#include "repl/tasks/document_list.h"

namespace dossier::repl {
namespace {

Term count(std::uint64_t number) { return Term::integer(static_cast<std::int64_t>(number)); }

std::string now() {
  const auto time = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(time));
}

/// "merged e:B into e:A", "took \"Lund\" out of e:Carl_Lund as e:Lund".
std::string in_words(const EntityDecision& decision, const Prefixes& prefixes) {
  const std::string entity = short_text(decision.entity, prefixes);
  const std::string other = short_text(decision.other, prefixes);
  switch (decision.kind) {
    case EntityDecision::Kind::merge:
      return fmt::format("merged {} into {}", other, entity);
    case EntityDecision::Kind::split_name:
      return fmt::format("took \"{}\" out of {} as {}", decision.name, entity, other);
    case EntityDecision::Kind::split_document:
      return fmt::format("took what {} says out of {} as {}",
                         short_text(*decision.document, prefixes), entity, other);
  }
  return {};
}

[[noreturn]] void refuse_unknown(const EntityCard& card, const Prefixes& prefixes) {
  std::string message =
      fmt::format("the knowledge base has nothing about {}", short_text(card.entity, prefixes));
  for (const EntityDecision& decision : card.decisions)
    message += fmt::format("\ndecision {} {}", decision.number, in_words(decision, prefixes));
  throw Error(ErrorCode::input, message);
}

RowList show(const KnowledgeBase& kb, const EntityRequest& request, const Prefixes& prefixes) {
  const EntityCard card = entity_card(kb, resolve_entity(kb, request.words.front(), prefixes));
  if (card.classes.empty() && card.label.empty()) refuse_unknown(card, prefixes);
  RowList list;
  list.columns = {"what", "value", "document", "sentence", "begin", "end", "sieve", "antecedent"};
  const auto add = [&](const char* what, Term value) {
    list.rows.push_back({Term::string(what), std::move(value)});
    list.rows.back().resize(list.columns.size());
  };
  add("entity", card.entity);
  add("label", Term::string(card.label));
  for (const Term& one : card.classes) add("class", one);
  for (const std::string& alias : card.aliases) add("alias", Term::string(alias));
  for (const EntityMention& mention : card.mentions)
    list.rows.push_back({Term::string("mention"), Term::string(mention.text), mention.document,
                         count(mention.index), count(mention.begin), count(mention.end),
                         text_or_none(mention.sieve), text_or_none(mention.antecedent)});
  for (const EntityDecision& decision : card.decisions)
    add("decision", Term::string(fmt::format("{}: {} on {}", decision.number,
                                             in_words(decision, prefixes), decision.date)));
  return list;
}

RowList decision_list(const KnowledgeBase& kb, const Prefixes& prefixes) {
  RowList list;
  list.columns = {"number", "date", "entity", "other", "decision"};
  for (const EntityDecision& decision : entity_decisions(kb))
    list.rows.push_back({count(decision.number), Term::string(decision.date), decision.entity,
                         decision.other, Term::string(in_words(decision, prefixes))});
  return list;
}

std::string undo(KnowledgeBase& kb, const EntityRequest& request, const Prefixes& prefixes) {
  const std::vector<EntityDecision> all = entity_decisions(kb);
  if (all.empty()) throw Error(ErrorCode::input, "there is no decision to revert");
  const std::uint64_t number = request.words.empty()
                                   ? all.back().number
                                   : parse_count("the decision", request.words.front());
  const auto at = std::find_if(all.begin(), all.end(),
                               [&](const EntityDecision& one) { return one.number == number; });
  undo_decision(kb, number);
  return fmt::format("reverted decision {}, which {}", number, in_words(*at, prefixes));
}

EntityDecision decide(KnowledgeBase& kb, const EntityRequest& request, const Prefixes& prefixes) {
  const Term entity = resolve_entity(kb, request.words.front(), prefixes);
  if (request.verb == "merge")
    return merge_entities(kb, entity, resolve_entity(kb, request.words.back(), prefixes), now());
  if (!request.document) return split_name(kb, entity, request.words.back(), now());
  return split_document(kb, entity, resolve_document(kb, *request.document, prefixes), now());
}

struct Verb {
  std::string_view name;
  std::size_t least, most;  ///< words
  bool looks;
};

constexpr std::array kVerbs{Verb{"show", 1, 1, true}, Verb{"decisions", 0, 0, true},
                            Verb{"merge", 2, 2, false}, Verb{"split", 1, 2, false},
                            Verb{"undo", 0, 1, false}};

}  // namespace

bool only_looks(const EntityRequest& request) {
  for (const Verb& verb : kVerbs) {
    if (verb.name != request.verb) continue;
    const std::size_t words = request.words.size();
    const bool split = verb.name == "split";
    const bool right = words >= verb.least && words <= verb.most &&
                       (split ? request.document.has_value() == (words == 1) : !request.document);
    if (right) return verb.looks;
  }
  throw Error(ErrorCode::usage, fmt::format("write {}", kEntityUsage));
}

RowList look(const KnowledgeBase& kb, const EntityRequest& request, const Prefixes& prefixes) {
  return request.verb == "show" ? show(kb, request, prefixes) : decision_list(kb, prefixes);
}

std::string change(KnowledgeBase& kb, const EntityRequest& request, const Prefixes& prefixes) {
  if (request.verb == "undo") return undo(kb, request, prefixes);
  const EntityDecision decision = decide(kb, request, prefixes);
  return fmt::format("{} (decision {})", in_words(decision, prefixes), decision.number);
}

}  // namespace dossier::repl

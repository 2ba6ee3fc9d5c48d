// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/entity_request.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dossier/entities.h"
#include "dossier/error.h"
#include "engine/results/short_names.h"
#include "engine/saved/name_resolution.h"
#include "engine/saved/near_names.h"
#include "repl/tasks/decision_words.h"
#include "repl/tasks/document_list.h"

namespace dossier::repl {
namespace {

Term count(std::uint64_t number) { return Term::integer(static_cast<std::int64_t>(number)); }

[[noreturn]] void refuse_unknown(const EntityCard& card, const Prefixes& prefixes) {
  std::string message =
      fmt::format("the knowledge base has nothing about {}", short_text(card.entity, prefixes));
  for (const EntityDecision& decision : card.decisions)
    message += fmt::format("\ndecision {} {}", decision.number, in_words(decision, prefixes));
  throw Error(ErrorCode::input, message);
}

RowList show(const KnowledgeBase& kb, const EntityRequest& request, const Prefixes& prefixes) {
  std::string taken;  // the label below says which one it is
  const EntityCard card = entity_card(kb, resolve_near(kb, request.words.front(), prefixes, taken));
  if (card.classes.empty() && card.label.empty()) refuse_unknown(card, prefixes);
  RowList list;
  list.columns = {"what", "value", "document", "sentence", "position", "decided_by", "refers_to"};
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
                         count(mention.index),
                         Term::string(fmt::format("{}-{}", mention.begin, mention.end)),
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
                         decision.other == Term() ? std::nullopt : std::optional(decision.other),
                         Term::string(in_words(decision, prefixes))});
  return list;
}

EntityDecision decide(KnowledgeBase& kb, const EntityRequest& request, const Prefixes& prefixes) {
  const Term entity = resolve_entity(kb, request.words.front(), prefixes);
  if (request.verb == "merge")
    return merge_entities(kb, entity, resolve_entity(kb, request.words.back(), prefixes),
                          decision_time());
  if (request.verb == "rename")
    return rename_entity(kb, entity, request.words.back(), decision_time());
  if (!request.document) return split_name(kb, entity, request.words.back(), decision_time());
  return split_document(kb, entity, resolve_document(kb, *request.document, prefixes),
                        decision_time());
}

struct Verb {
  std::string_view name;
  std::size_t least, most;  ///< words
  bool looks;
};

constexpr std::array kVerbs{Verb{"show", 1, 1, true},    Verb{"decisions", 0, 0, true},
                            Verb{"merge", 2, 2, false},  Verb{"split", 1, 2, false},
                            Verb{"rename", 2, 2, false}, Verb{"undo", 0, 1, false}};

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
  if (request.verb == "undo")
    return undo(kb, request.words.empty() ? "" : request.words.front(), prefixes);
  return with_number(decide(kb, request, prefixes), prefixes);
}

}  // namespace dossier::repl

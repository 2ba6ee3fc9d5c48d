// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/fact_request.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "dossier/error.h"
#include "dossier/fact_corrections.h"
#include "dossier/views.h"
#include "engine/results/short_names.h"
#include "repl/tasks/decision_words.h"
#include "repl/tasks/fact_lines.h"

namespace dossier::repl {
namespace {

RowList new_list() {
  RowList list;
  list.columns = {"what", "value"};
  return list;
}

void add(RowList& list, const std::string& what, std::optional<Term> value) {
  if (value) list.rows.push_back({Term::string(what), std::move(value)});
}

/// Properties of the reifier that FactRow has in words already.
bool is_shown(const std::string& property) {
  constexpr std::array<std::string_view, 5> kShown{"type", "reifies", "evidence", "polarity",
                                                   "modality"};
  const std::string local = property.substr(property.find_last_of("#:/") + 1);
  return std::find(kShown.begin(), kShown.end(), local) != kShown.end() ||
         local.ends_with("Begin") || local.ends_with("End");
}

RowList show(const KnowledgeBase& kb, const FactRow& fact, const Prefixes& prefixes) {
  RowList list = new_list();
  add(list, "fact", fact.fact);
  add(list, "says", Term::string(fact_line(fact)));
  add(list, "said", Term::string(fact.qualifier().empty() ? "asserted" : fact.qualifier()));
  add(list, "subject", fact.triple.subject);
  add(list, "relation", fact.triple.predicate);
  add(list, "object", fact.triple.object);
  add(list, "sentence", fact.sentence);
  add(list, "text", text_or_none(fact.text));
  add(list, "told", text_or_none(fact.date));
  QueryOptions options;
  options.parameters = {{"fact", fact.fact}};
  for (const Row& row : kb.query(
           "SELECT ?property ?value { $fact ?property ?value } ORDER BY ?property ?value", options))
    if (!is_shown(row[0]->value())) add(list, short_text(*row[0], prefixes), *row[1]);
  return list;
}

RowList show(const RejectedFact& fact, const Prefixes& prefixes) {
  RowList list = new_list();
  add(list, "fact", fact.decision.entity);
  add(list, "rejected",
      Term::string(fmt::format("on {} (decision {})", fact.decision.date, fact.decision.number)));
  add(list, "said", Term::string(fact.saying));
  if (fact.triple) add(list, "subject", fact.triple->subject);
  add(list, "relation", fact.relation);
  if (fact.triple) add(list, "object", fact.triple->object);
  add(list, "subject as written", text_or_none(fact.subject));
  add(list, "object as written", text_or_none(fact.object));
  add(list, "text", text_or_none(fact.decision.text));
  add(list, "document", fact.decision.document);
  add(list, "restore", Term::string("restore " + short_text(fact.decision.entity, prefixes)));
  return list;
}

RowList show(const KnowledgeBase& kb, const Term& fact, const Prefixes& prefixes) {
  if (const std::optional<FactRow> row = fact_row(kb, fact)) return show(kb, *row, prefixes);
  const std::vector<RejectedFact> rejected = rejected_facts(kb);
  for (const RejectedFact& one : rejected)
    if (one.decision.entity == fact) return show(one, prefixes);
  throw Error(
      ErrorCode::input,
      fmt::format("{} is no fact of this knowledge base; .facts and dossier find show facts, "
                  "--format tsv with their IRIs",
                  short_text(fact, prefixes)));
}

RowList show_rejected(const KnowledgeBase& kb) {
  RowList list;
  list.columns = {"number", "date", "fact", "subject", "relation", "object", "said", "text"};
  for (const RejectedFact& fact : rejected_facts(kb))
    list.rows.push_back({Term::integer(static_cast<std::int64_t>(fact.decision.number)),
                         Term::string(fact.decision.date), fact.decision.entity,
                         text_or_none(fact.subject), fact.relation, text_or_none(fact.object),
                         Term::string(fact.saying), text_or_none(fact.decision.text)});
  return list;
}

struct Verb {
  std::string_view name;
  std::size_t least, most;  ///< facts
  bool looks;
};
constexpr std::size_t kAny = 1000;
constexpr std::array kVerbs{Verb{"show", 1, 1, true}, Verb{"rejected", 0, 0, true},
                            Verb{"reject", 1, kAny, false}, Verb{"restore", 1, kAny, false}};

}  // namespace

Term fact_iri(const std::string& text, const Prefixes& prefixes) {
  if (text.size() > 2 && text.front() == '<' && text.back() == '>')
    return Term::iri(text.substr(1, text.size() - 2));
  if (text.starts_with("urn:") || text.find("://") != std::string::npos) return Term::iri(text);
  const std::size_t colon = text.find(':');
  const auto prefix = std::find_if(prefixes.begin(), prefixes.end(), [&](const auto& one) {
    return colon != std::string::npos && one.first == text.substr(0, colon);
  });
  if (prefix == prefixes.end())
    throw Error(ErrorCode::usage,
                fmt::format("\"{}\" is no IRI of a fact; write it as doc:report#f3", text));
  std::string local = text.substr(colon + 1);
  std::erase(local, '\\');
  return Term::iri(prefix->second + local);
}

bool only_looks(const FactRequest& request) {
  for (const Verb& verb : kVerbs)
    if (verb.name == request.verb && request.facts.size() >= verb.least &&
        request.facts.size() <= verb.most)
      return verb.looks;
  throw Error(ErrorCode::usage, fmt::format("write {}", kFactUsage));
}

RowList look(const KnowledgeBase& kb, const FactRequest& request, const Prefixes& prefixes) {
  if (request.verb == "rejected") return show_rejected(kb);
  return show(kb, fact_iri(request.facts.front(), prefixes), prefixes);
}

std::string change(KnowledgeBase& kb, const FactRequest& request, const Prefixes& prefixes) {
  std::string said;
  for (const std::string& text : request.facts) {
    const Term fact = fact_iri(text, prefixes);
    if (!said.empty()) said += '\n';
    if (request.verb == "reject") {
      said += with_number(reject_fact(kb, fact, decision_time()), prefixes);
    } else {
      restore_fact(kb, fact);
      said += "restored " + short_text(fact, prefixes);
    }
  }
  return said;
}

}  // namespace dossier::repl

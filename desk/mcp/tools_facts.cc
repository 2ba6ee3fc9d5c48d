// SPDX-License-Identifier: Apache-2.0
// about, facts, why: what is known, and from where.
#include "desk/mcp/citation.h"
#include "desk/mcp/tool.h"
#include "dossier/error.h"
#include "dossier/views.h"

namespace dossier::mcp {
namespace {

Json json_of(const std::vector<MentionCount>& list, const char* kind) {
  Json out = Json::array();
  for (const MentionCount& one : list) {
    Json entry{{kind, iri_text(one.thing)}};
    put(entry, "name", one.name);
    put(entry, "date", one.date);
    entry["sentences"] = one.sentences;
    out.push_back(std::move(entry));
  }
  return out;
}

FactsRequest request_of(const Call& call) {
  FactsRequest out;
  out.about = call.entity("about");
  out.subject = call.entity("subject");
  out.object = call.entity("object");
  if (out.about && (out.subject || out.object))
    throw Error(ErrorCode::usage, "about means subject or object: leave those away");
  out.predicates = call.relations("relation");
  out.saying = call.text("saying");
  out.since = call.text("since");
  out.until = call.text("until");
  out.document = call.document("document");
  out.speaker = call.entity("speaker");
  if (call.has("min_confidence"))
    out.min_confidence = call.arguments()["min_confidence"].get<double>();
  out.names_only = call.has("names_only") && call.arguments()["names_only"].get<bool>();
  out.most = call.count("limit", 30);
  if (call.has("skip")) out.skip = call.arguments()["skip"].get<std::size_t>();
  return out;
}

Json one_fact(const Call& call) {
  if (call.has("subject") || call.has("relation") || call.has("object"))
    throw Error(ErrorCode::usage, "give either the IRI of a fact, or subject, relation and object");
  const Term fact = Term::iri(call.text("fact"));
  const std::optional<FactRow> row = fact_row(call.kb(), fact, call.query_options());
  if (!row) throw Error(ErrorCode::input, "there is no fact " + fact.value());
  return {{"all", 1}, {"facts", Json::array({mcp::json_of(*row)})}};
}

}  // namespace

Json run_about(const Call& call) {
  const std::optional<Term> entity = call.entity("entity");
  if (!entity) throw Error(ErrorCode::usage, "entity: give a name or an IRI");
  const EntityView card =
      entity_view(call.kb(), {*entity, call.count("limit", 30)}, call.query_options());
  if (card.classes.empty() && card.documents.empty() && card.facts.empty() && card.incoming.empty())
    throw Error(ErrorCode::input, "the knowledge base has nothing about " + iri_text(*entity));
  Json out{{"name", card.label}, {"iri", iri_text(card.entity)}};
  out["classes"] = card.class_names;
  out["aliases"] = card.aliases;
  out["sentences"] = card.sentences;
  out["roles"] = mcp::json_of(card.roles);
  out["facts"] = mcp::json_of(card.facts);
  out["facts_as_object"] = mcp::json_of(card.incoming);
  out["not_asserted"] = mcp::json_of(card.not_asserted);
  out["claims"] = mcp::json_of(card.claims);
  out["documents"] = json_of(card.documents, "document");
  out["mentioned_with"] = json_of(card.with, "iri");
  return out;
}

Json run_facts(const Call& call) {
  const Facts found = facts(call.kb(), request_of(call), call.query_options());
  return {{"all", found.all}, {"facts", mcp::json_of(found.rows)}};
}

Json run_why(const Call& call) {
  if (call.has("fact")) return one_fact(call);
  const FactsRequest request = request_of(call);
  if (!request.subject && request.predicates.empty() && !request.object)
    throw Error(ErrorCode::usage, "give a fact: at least one of subject, relation and object");
  const Facts found = facts(call.kb(), request, call.query_options());
  if (found.all == 0) throw Error(ErrorCode::input, "no document says so");
  return {{"all", found.all}, {"facts", mcp::json_of(found.rows)}};
}

}  // namespace dossier::mcp

// SPDX-License-Identifier: Apache-2.0
// The entities, and the card of one.
#include "dossier/entities.h"
#include "desk/server/views/facts.h"
#include "desk/server/views/json.h"
#include "desk/views/contradicted.h"
#include "desk/views/copies.h"
#include "desk/views/read_facts.h"
#include "desk/views/repeats.h"

namespace dossier::server {
namespace {

constexpr const char* kNamed =
    "FILTER NOT EXISTS { ?entity a k:Concept } FILTER NOT EXISTS { ?entity a k:Individual } "
    "FILTER NOT EXISTS { ?entity a k:Quantity } ";

/// Entities with counts of sentences and documents, most sentences first.
Json counted(const ViewCall& call, const std::string& pattern, const QueryOptions& options,
             std::size_t skip, std::size_t most, Namer& namer) {
  Json rows = Json::array();
  for (const Row& row :
       call.kb.query("SELECT ?entity (COUNT(DISTINCT ?sentence) AS ?sentences) "
                     "(COUNT(DISTINCT ?document) AS ?documents) { " +
                         pattern + " ?sentence k:mentions ?entity ; k:partOf ?document . " +
                         std::string(kNoCopies) +
                         "} GROUP BY ?entity "
                         "ORDER BY DESC(?sentences) ?entity OFFSET " +
                         std::to_string(skip) + " LIMIT " + std::to_string(most),
                     options)) {
    Json one = json_of(namer(*row[0]));
    one["sentences"] = row[1].as<std::uint64_t>();
    one["documents"] = row[2].as<std::uint64_t>();
    rows.push_back(std::move(one));
  }
  return rows;
}

/// Who and what is named in the same sentences.
Json together_with(const ViewCall& call, const Term& entity, Namer& namer) {
  QueryOptions options = call.options;
  options.parameters = {{"here", entity}};
  return counted(
      call, std::string("?sentence k:mentions $here . FILTER(!sameTerm(?entity, $here)) ") + kNamed,
      options, 0, 30, namer);
}

Json documents_of(const ViewCall& call, const QueryOptions& options) {
  Json rows = Json::array();
  for (const Row& row :
       call.kb.query("SELECT ?document ?headline ?date (COUNT(DISTINCT ?sentence) AS ?n) { "
                     "?sentence k:mentions $entity ; k:partOf ?document "
                     "OPTIONAL { ?document schema:headline ?headline } "
                     "OPTIONAL { ?document schema:datePublished ?date } } "
                     "GROUP BY ?document ?headline ?date ORDER BY DESC(?date) ?document LIMIT 200",
                     options)) {
    rows.push_back({{"iri", row[0]->value()},
                    {"headline", row[1] ? Json(row[1]->value()) : Json()},
                    {"date", row[2] ? Json(row[2]->value().substr(0, 10)) : Json()},
                    {"sentences", row[3].as<std::uint64_t>()}});
  }
  return rows;
}

Json decisions_of(const EntityCard& card, Namer& namer) {
  Json rows = Json::array();
  for (const EntityDecision& decision : card.decisions) {
    rows.push_back(decision_json(decision, namer));
  }
  return rows;
}

Json names_of(const ViewCall& call, const QueryOptions& options) {
  Json rows = Json::array();
  for (const Row& row : call.kb.query(
           "SELECT DISTINCT ?name { $entity skos:altLabel ?name } ORDER BY ?name LIMIT 100",
           options)) {
    rows.push_back(row[0]->value());
  }
  return rows;
}

std::uint64_t sentences_with(const ViewCall& call, const QueryOptions& options) {
  for (const Row& row : call.kb.query(
           "SELECT (COUNT(DISTINCT ?sentence) AS ?n) { ?sentence k:mentions $entity }", options)) {
    return row[0].as<std::uint64_t>();
  }
  return 0;
}

void require_known(const ViewCall& call, const Term& entity, const QueryOptions& options) {
  if (call.kb.query("ASK { { $entity ?p ?o } UNION { ?s ?p $entity } }", options).boolean()) return;
  throw HttpError{404, "nothing is known of " + entity.value()};
}

std::vector<FactRow> fact_rows(const ViewCall& call, const std::string& pattern,
                               const QueryOptions& options, Namer& namer) {
  std::vector<FactRow> facts = read_facts(
      call.kb, {.pattern = pattern, .order = "ORDER BY DESC(?date) ?document ?index LIMIT 500"},
      options, namer);
  fold_repeats(facts);
  return facts;
}

/// The relations by which documents contradict each other about the thing.
Json contradicted(const ViewCall& call, std::vector<FactRow> facts, const Term& entity) {
  std::erase_if(facts, [&](const FactRow& fact) {
    return fact.triple.subject != entity || fact.status() != "asserted";
  });
  Json relations = Json::array();
  for (const Term& one : contradicted_relations(call.kb, facts)) relations.push_back(one.value());
  return relations;
}

Json fact_list(const std::vector<FactRow>& facts, Namer& namer) {
  Json rows = Json::array();
  for (const FactRow& fact : facts) rows.push_back(json_of(fact, namer));
  return rows;
}

}  // namespace

Json entities_view(const ViewCall& call) {
  std::string pattern = call.form.text("concepts") == "1" ? "" : kNamed;
  QueryOptions options = call.options;
  if (const std::string kind = call.form.text("kind"); !kind.empty()) {
    pattern = "?entity a " + std::string(class_of_kind(kind)) + " . " +
              (kind == "concept" ? "" : pattern);
  }
  if (const std::string words = call.form.text("q"); !words.empty()) {
    options.parameters = {{"words", words}};
    pattern +=
        "FILTER EXISTS { ?entity rdfs:label|skos:altLabel ?name "
        "FILTER(CONTAINS(LCASE(?name), LCASE($words))) } ";
  }
  const std::size_t skip = number(call.form, "skip", 0, 10'000'000);
  const std::size_t most = number(call.form, "most", 100, 10'000);
  Namer namer(call.kb, call.options);
  // One more tells whether there are more.
  Json rows = counted(call, pattern, options, skip, most + 1, namer);
  const bool more = rows.size() > most;
  if (more) rows.erase(rows.size() - 1);
  return {{"skip", skip}, {"more", more}, {"entities", std::move(rows)}};
}

Json entity_view(const ViewCall& call) {
  const Term entity = term_of(call, "id");
  QueryOptions options = call.options;
  options.parameters = {{"entity", entity}};
  require_known(call, entity, options);
  Namer namer(call.kb, call.options);
  Json json{{"entity", json_of(namer(entity))},
            {"names", names_of(call, options)},
            {"sentences", sentences_with(call, options)},
            {"documents", documents_of(call, options)}};
  const std::vector<FactRow> facts =
      fact_rows(call,
                "?fact rdf:reifies <<( ?s ?p ?o )>> . "
                "FILTER(sameTerm(?s, $entity) || sameTerm(?o, $entity)) ",
                options, namer);
  json["facts"] = fact_list(facts, namer);
  json["contradicted"] = contradicted(call, facts, entity);
  const std::vector<FactRow> claims =
      fact_rows(call,
                "?fact k:attributedTo $entity ; rdf:reifies <<( ?s ?p ?o )>> . "
                "FILTER(!sameTerm(?s, $entity) && !sameTerm(?o, $entity)) ",
                options, namer);
  json["claims"] = fact_list(claims, namer);
  json["together"] = together_with(call, entity, namer);
  json["decisions"] = decisions_of(entity_card(call.kb, entity), namer);
  json["editable"] = call.context.options.edit;
  return json;
}

}  // namespace dossier::server

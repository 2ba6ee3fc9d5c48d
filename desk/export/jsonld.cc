// SPDX-License-Identifier: Apache-2.0
// JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/). It has no triple terms: a fact is a statement
// of subject, predicate and object, and what is asserted stands beside it as a triple.
#include <nlohmann/json.hpp>

#include "desk/export/fact_fields.h"
#include "desk/export/formats.h"
#include "model/vocabulary.h"

namespace dossier::exporting {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kContext = R"({
"k": "urn:dossier:vocabulary:", "schema": "https://schema.org/",
"rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
"rdfs": "http://www.w3.org/2000/01/rdf-schema#",
"skos": "http://www.w3.org/2004/02/skos/core#",
"xsd": "http://www.w3.org/2001/XMLSchema#"})";

class GraphWriter {
 public:
  explicit GraphWriter(std::ostream& out) : out_(out) {
    out_ << "{\"@context\": " << kContext << ",\n\"@graph\": [";
  }
  void put(const Json& node) {
    out_ << (first_ ? "\n" : ",\n")
         << node.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    first_ = false;
  }
  void finish() { out_ << "\n]}\n"; }

 private:
  std::ostream& out_;
  bool first_ = true;
};

Json typed(const std::string& value, std::string_view type) {
  return {{"@value", value}, {"@type", type}};
}

Json value_of(const Term& term) {
  if (term.is_iri() || term.is_blank_node()) return {{"@id", id_text(term)}};
  if (term.is_triple()) return term.to_string();
  if (!term.language().empty())
    return {{"@value", term.value()}, {"@language", std::string(term.language())}};
  if (term.datatype() == vocabulary::xsd::kString) return term.value();
  return typed(term.value(), term.datatype());
}

void put_text(Json& node, const char* key, const std::string& text) {
  if (!text.empty()) node[key] = text;
}

std::string_view day_type(const std::string& day) {
  if (day.size() == 4) return "xsd:gYear";
  return day.size() == 7 ? "xsd:gYearMonth" : "xsd:date";
}

void put_day(Json& node, const char* key, const std::string& day) {
  if (!day.empty()) node[key] = typed(day, day_type(day));
}

void put_names(GraphWriter& writer, const Thing& thing) {
  if (thing.kind == ThingKind::value) return;
  Json node{{"@id", thing.id}};
  put_text(node, "rdfs:label", thing.name);
  if (!thing.aliases.empty()) node["skos:altLabel"] = thing.aliases;
  writer.put(node);
}

void put_classes(GraphWriter& writer, const KnowledgeBase& kb, const QueryOptions& options,
                 const Thing& thing) {
  if (thing.iri.empty()) return;
  QueryOptions own = options;
  own.parameters = {{"thing", Term::iri(thing.iri)}};
  Json classes = Json::array();
  for (const Row& row :
       kb.query("SELECT DISTINCT ?class WHERE { $thing a ?class } ORDER BY ?class", own))
    classes.push_back(id_text(*row["class"]));
  if (!classes.empty()) writer.put({{"@id", thing.id}, {"@type", classes}});
}

void put_document(GraphWriter& writer, const writing::Source& source) {
  const DocumentRow& row = source.document;
  Json node{{"@id", id_text(row.document)}, {"@type", {"k:Document", "schema:CreativeWork"}}};
  put_text(node, "schema:headline", row.headline);
  put_day(node, "schema:datePublished", row.date);
  put_text(node, "k:sourceFile", row.file);
  put_text(node, "schema:inLanguage", row.language);
  put_text(node, "k:sha256", source.sha256);
  writer.put(node);
}

void put_statement(Json& node, const FactRow& row) {
  node["rdf:subject"] = value_of(row.triple.subject);
  node["rdf:predicate"] = value_of(row.triple.predicate);
  node["rdf:object"] = value_of(row.triple.object);
  node["k:evidence"] = value_of(row.sentence);
  put_text(node, "k:polarity", row.polarity);
  put_text(node, "k:modality", row.modality);
  put_day(node, "k:time", row.time.time);
  put_day(node, "k:from", row.time.from);
  put_day(node, "k:to", row.time.to);
  put_text(node, "k:timeText", row.time.text);
  if (row.confidence) node["k:confidence"] = typed(std::to_string(*row.confidence), "xsd:decimal");
}

void put_fact(GraphWriter& writer, const FactRow& row) {
  Json node{{"@id", id_text(row.fact)}, {"@type", {"k:Fact", "rdf:Statement"}}};
  put_statement(node, row);
  writer.put(node);
  Json sentence{{"@id", id_text(row.sentence)}, {"@type", "k:Sentence"}};
  sentence["k:partOf"] = value_of(row.document);
  put_text(sentence, "k:text", row.text);
  if (row.page != 0) sentence["k:page"] = row.page;
  writer.put(sentence);
  if (!row.asserted) return;
  writer.put({{"@id", id_text(row.triple.subject)},
              {row.triple.predicate.value(), Json::array({value_of(row.triple.object)})}});
}

}  // namespace

std::string write_jsonld(const ExportJob& job) {
  const FactsSource source(job);
  write_one_file(job, [&](std::ostream& out) {
    GraphWriter writer(out);
    for (const writing::Source& one : source.documents()) put_document(writer, one);
    for (const Thing& thing : source.things()) {
      put_names(writer, thing);
      put_classes(writer, job.kb, job.options, thing);
    }
    source.each_fact([&](const ExportedFact& fact) { put_fact(writer, fact.row); });
    writer.finish();
  });
  return source.report();
}

}  // namespace dossier::exporting

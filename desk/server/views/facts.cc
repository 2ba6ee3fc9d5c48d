// SPDX-License-Identifier: Apache-2.0
// The table of facts, narrowed by facets, and how many facts each facet has.
#include "desk/server/views/facts.h"

#include <array>

#include "desk/server/views/json.h"
#include "desk/views/fact_query.h"
#include "desk/views/read_facts.h"
#include "desk/views/repeats.h"
#include "dossier/views.h"

namespace dossier::server {
namespace {

constexpr const char* kStatus =
    "OPTIONAL { ?fact k:polarity ?isNegative } OPTIONAL { ?fact k:modality ?mode } "
    "BIND(COALESCE(?mode, IF(BOUND(?isNegative) && ?isNegative = \"negative\", \"denied\", "
    "\"asserted\")) AS ?status) ";

/// What has a name of its own, and values: no concepts, no unnamed things.
std::string named_only(const char* variable) {
  const std::string v = variable;
  return "FILTER NOT EXISTS { " + v + " a k:Concept } FILTER NOT EXISTS { " + v +
         " a k:Individual } ";
}

struct ClassWord {
  std::string_view kind;
  const char* class_iri;
};
constexpr std::array kClasses{
    ClassWord{"person", "schema:Person"},      ClassWord{"organization", "schema:Organization"},
    ClassWord{"country", "schema:Country"},    ClassWord{"city", "schema:City"},
    ClassWord{"place", "schema:Place"},        ClassWord{"event", "schema:Event"},
    ClassWord{"work", "schema:CreativeWork"},  ClassWord{"product", "schema:Product"},
    ClassWord{"nationality", "k:Nationality"}, ClassWord{"concept", "k:Concept"},
};

void add_term(const ViewCall& call, FactFilter& filter, const char* field, const char* pattern) {
  if (call.form.text(field).empty()) return;
  filter.options.parameters.emplace(field, term_of(call, field));
  filter.pattern += pattern;
}

void add_value(const ViewCall& call, FactFilter& filter, const char* field, Term value,
               const char* pattern) {
  if (call.form.text(field).empty()) return;
  filter.options.parameters.emplace(field, std::move(value));
  filter.pattern += pattern;
}

}  // namespace

const char* class_of_kind(const std::string& kind) {
  for (const ClassWord& word : kClasses) {
    if (word.kind == kind) return word.class_iri;
  }
  throw HttpError{400, "there is no kind " + kind};
}

FactFilter fact_filter(const ViewCall& call) {
  FactFilter filter{.pattern = "?fact rdf:reifies <<( ?s ?p ?o )>> . ", .options = call.options};
  add_term(call, filter, "about", "FILTER(sameTerm(?s, $about) || sameTerm(?o, $about)) ");
  add_term(call, filter, "subject", "FILTER(sameTerm(?s, $subject)) ");
  add_term(call, filter, "object", "FILTER(sameTerm(?o, $object)) ");
  if (const std::string iri = call.form.text("relation"); !iri.empty()) {
    filter.options.parameters.emplace("relation", Term::iri(iri));
    filter.pattern += "FILTER(sameTerm(?p, $relation)) ";
  }
  if (const std::string name = call.form.text("family"); !name.empty()) {
    const std::vector<Term> members = family(call.kb, name, call.options);
    filter.pattern = "VALUES ?p { " + iri_list(members) + " } " + filter.pattern;
    filter.pattern += read_once(members);
  }
  filter.pattern += kStatus;
  filter.wanted_status = call.form.text("status");
  if (const std::string kind = call.form.text("kind"); !kind.empty()) {
    filter.pattern += std::string("FILTER EXISTS { ?s a ") + class_of_kind(kind) + " } ";
  }
  add_term(call, filter, "claimant", "?fact k:attributedTo $claimant . ");
  add_term(call, filter, "document", "?fact k:evidence/k:partOf $document . ");
  add_value(
      call, filter, "since", Term::string(call.form.text("since")),
      "?fact k:evidence/k:partOf/schema:datePublished ?since_ FILTER(STR(?since_) >= $since) ");
  add_value(call, filter, "until", Term::string(call.form.text("until")),
            "?fact k:evidence/k:partOf/schema:datePublished ?until_ "
            "FILTER(SUBSTR(STR(?until_), 1, 10) <= $until) ");
  if (const std::size_t least = number(call.form, "least", 0, 100); least > 0) {
    filter.options.parameters.emplace("least", Term::real(static_cast<double>(least) / 100));
    filter.pattern += "?fact k:confidence ?sure FILTER(?sure >= $least) ";
  }
  if (call.form.text("dated") == "1") {
    filter.pattern += "FILTER EXISTS { ?fact k:time|k:from|k:to ?known } ";
  }
  if (call.form.text("names") == "1") filter.pattern += named_only("?s") + named_only("?o");
  return filter;
}

FactFilter FactFilter::with_status() const {
  FactFilter filter = *this;
  if (wanted_status.empty()) return filter;
  filter.options.parameters.emplace("wanted", Term::string(wanted_status));
  filter.pattern += "FILTER(?status = $wanted) ";
  return filter;
}

namespace {

/// [{"value", "count"}], the most frequent first.
Json counts(const ViewCall& call, const FactFilter& filter, const std::string& more,
            const std::string& value, std::size_t most = 30) {
  Json rows = Json::array();
  for (const Row& row :
       call.kb.query("SELECT " + value + " (COUNT(DISTINCT ?fact) AS ?count) { " + filter.pattern +
                         more + " } GROUP BY " + value + " ORDER BY DESC(?count) " + value +
                         " LIMIT " + std::to_string(most),
                     filter.options)) {
    if (!row[0]) continue;
    rows.push_back({{"value", row[0]->value()}, {"count", row[1].as<std::uint64_t>()}});
  }
  return rows;
}

void name_values(Json& rows, Namer& namer) {
  for (Json& row : rows) row["label"] = namer(Term::iri(row["value"])).label;
}

/// As many as a person scrolls through.
constexpr std::size_t kMostRelations = 250;

/// Statuses are counted as if none was chosen, so that another one can be.
Json facets(const ViewCall& call, const FactFilter& any, Namer& namer) {
  const FactFilter filter = any.with_status();
  Json json{
      {"status", counts(call, any, "", "?status")},
      {"relation", counts(call, filter, "", "?p", kMostRelations)},
      {"class", counts(call, filter, "?s a ?class ", "?class")},
      {"claimant", counts(call, filter, "?fact k:attributedTo ?who ", "?who")},
      {"document", counts(call, filter, "?fact k:evidence/k:partOf ?document ", "?document")}};
  name_values(json["relation"], namer);
  name_values(json["claimant"], namer);
  for (Json& row : json["document"]) {
    row["label"] = "";
    QueryOptions options = call.options;
    options.parameters = {{"document", Term::iri(row["value"])}};
    for (const Row& one :
         call.kb.query("SELECT ?h { $document schema:headline ?h } LIMIT 1", options)) {
      row["label"] = one[0]->value();
    }
  }
  Json families = Json::array();
  for (const RelationFamily& one : relation_families()) families.push_back(one.name);
  json["families"] = std::move(families);
  return json;
}

std::uint64_t how_many(const ViewCall& call, const FactFilter& filter) {
  for (const Row& row : call.kb.query(
           "SELECT (COUNT(DISTINCT ?fact) AS ?n) { " + filter.pattern + " }", filter.options)) {
    return row[0].as<std::uint64_t>();
  }
  return 0;
}

}  // namespace

Json facts_view(const ViewCall& call) {
  const FactFilter any = fact_filter(call);
  const FactFilter filter = any.with_status();
  const std::size_t skip = number(call.form, "skip", 0, 10'000'000);
  const std::size_t most = number(call.form, "most", 50, 10'000);
  Namer namer(call.kb, call.options);
  const FactSelection selection{
      .pattern = filter.pattern,
      .order = "ORDER BY DESC(?date) ?document ?index ?subjectBegin ?predicateBegin OFFSET " +
               std::to_string(skip) + " LIMIT " + std::to_string(most)};
  std::vector<FactRow> rows = read_facts(call.kb, selection, filter.options, namer);
  const std::size_t read = rows.size();
  if (call.form.text("fold") == "1") fold_repeats(rows);
  Json json{{"all", how_many(call, filter)},
            {"skip", skip},
            {"folded", read - rows.size()},
            {"facts", Json::array()}};
  for (const FactRow& fact : rows) json["facts"].push_back(json_of(fact, namer));
  if (call.form.text("facets") != "0") json["facets"] = facets(call, any, namer);
  return json;
}

}  // namespace dossier::server

// SPDX-License-Identifier: Apache-2.0
#include "desk/views/read_facts.h"

#include <set>

#include "desk/views/rows.h"

namespace dossier {
namespace {

constexpr const char* kHead =
    "SELECT ?f ?s ?p ?o ?polarity ?modality ?time ?from ?to ?timeEnd ?timeText ?confidence "
    "?claimant ?place ?sentence ?index ?text ?speaker ?page ?document ?headline ?date "
    "?begin ?subjectBegin ?subjectEnd ?predicateBegin ?predicateEnd ?objectBegin ?objectEnd WHERE "
    "{ ";

constexpr const char* kTail =
    " ?f k:evidence ?sentence . ?sentence k:partOf ?document ; k:text ?text ; k:index ?index ."
    " OPTIONAL { ?f k:polarity ?polarity } OPTIONAL { ?f k:modality ?modality }"
    " OPTIONAL { ?f k:time ?time } OPTIONAL { ?f k:from ?from } OPTIONAL { ?f k:to ?to }"
    " OPTIONAL { ?f k:timeEnd ?timeEnd } OPTIONAL { ?f k:timeText ?timeText }"
    " OPTIONAL { ?f k:confidence ?confidence } OPTIONAL { ?f k:attributedTo ?claimant }"
    " OPTIONAL { ?f k:place ?place } OPTIONAL { ?sentence k:speaker ?speaker }"
    " OPTIONAL { ?sentence k:page ?page } OPTIONAL { ?sentence k:begin ?begin } OPTIONAL { "
    "?document schema:headline ?headline }"
    " OPTIONAL { ?document schema:datePublished ?date }"
    " OPTIONAL { ?f k:subjectBegin ?subjectBegin ; k:subjectEnd ?subjectEnd }"
    " OPTIONAL { ?f k:predicateBegin ?predicateBegin ; k:predicateEnd ?predicateEnd }"
    " OPTIONAL { ?f k:objectBegin ?objectBegin ; k:objectEnd ?objectEnd }"
    " BIND(COALESCE(STR(?from), STR(?time), STR(?to)) AS ?first) } ";

/// Offsets count in the document's text; the result counts in the sentence.
std::optional<CodePoints> span(const Row& row, const char* begin, const char* end) {
  const auto offset = row["begin"].as<std::optional<std::uint64_t>>();
  const auto first = row[begin].as<std::optional<std::uint64_t>>();
  const auto last = row[end].as<std::optional<std::uint64_t>>();
  if (!offset || !first || !last || *first < *offset || *last <= *first) return std::nullopt;
  return CodePoints{*first - *offset, *last - *offset};
}

std::string status_of(const Row& row) {
  if (row["modality"]) return row["modality"]->value();
  return text_of(row["polarity"]) == "negative" ? "denied" : "asserted";
}

void set_time(ReadFact& fact, const Row& row) {
  fact.time = text_of(row["time"]);
  fact.from = text_of(row["from"]);
  fact.to = text_of(row["to"]);
  fact.time_text = text_of(row["timeText"]);
  if (!row["timeEnd"] || !fact.to.empty()) return;
  fact.from = fact.time;
  fact.to = text_of(row["timeEnd"]);
}

ReadFact fact_of(const Row& row, Namer& namer) {
  ReadFact fact;
  fact.fact = *row["f"];
  fact.subject = namer(*row["s"]);
  fact.predicate = namer(*row["p"]);
  fact.object = namer(*row["o"]);
  fact.status = status_of(row);
  fact.negative = text_of(row["polarity"]) == "negative";
  set_time(fact, row);
  fact.confidence = row["confidence"].as<std::optional<double>>();
  fact.claimant = namer(row["claimant"]);
  fact.place = namer(row["place"]);
  fact.sentence = *row["sentence"];
  fact.index = row["index"].as<std::optional<std::uint64_t>>().value_or(0);
  fact.text = row["text"]->value();
  fact.speaker = namer(row["speaker"]);
  fact.page = row["page"].as<std::optional<std::uint64_t>>();
  fact.document = *row["document"];
  fact.headline = text_of(row["headline"]);
  fact.date = day_of(row["date"]);
  fact.subject_at = span(row, "subjectBegin", "subjectEnd");
  fact.predicate_at = span(row, "predicateBegin", "predicateEnd");
  fact.object_at = span(row, "objectBegin", "objectEnd");
  return fact;
}

constexpr std::string_view kArgument = "urn:dossier:argument:";

/// What else the clause says: a:to, a:with, ...
void add_arguments(const PreparedQuery& query, ReadFact& fact, const QueryOptions& options,
                   Namer& namer) {
  if (!fact.fact.is_iri()) return;
  for (const Row& row : query.run({{"fact", fact.fact}}, options)) {
    const std::string name = row[0]->value().substr(kArgument.size());
    fact.arguments.emplace_back(name, namer(*row[1]));
  }
}

}  // namespace

std::vector<ReadFact> read_facts(const KnowledgeBase& kb, const FactSelection& selection,
                                 const QueryOptions& options, Namer& namer) {
  std::vector<ReadFact> facts;
  std::set<Term> seen;
  const std::string text = kHead + selection.pattern + kTail + selection.order;
  for (const Row& row : kb.query(text, options)) {
    if (seen.insert(*row["f"]).second) facts.push_back(fact_of(row, namer));
  }
  const PreparedQuery arguments = kb.prepare(
      "SELECT DISTINCT ?argument ?value { $fact ?argument ?value "
      "FILTER(STRSTARTS(STR(?argument), \"urn:dossier:argument:\")) } ORDER BY ?argument ?value");
  QueryOptions limits = options;
  limits.parameters = {};
  for (ReadFact& fact : facts) add_arguments(arguments, fact, limits, namer);
  return facts;
}

}  // namespace dossier

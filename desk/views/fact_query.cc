// SPDX-License-Identifier: Apache-2.0
#include "desk/views/fact_query.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "desk/views/copies.h"
#include "desk/views/periods.h"
#include "dossier/error.h"
#include "model/vocabulary.h"

namespace dossier {
namespace {

/// Whether the fact is said so.
std::string saying_pattern(const std::string& saying) {
  if (saying.empty()) return {};
  if (std::find(sayings().begin(), sayings().end(), saying) == sayings().end()) {
    std::string list;
    for (const std::string& one : sayings()) list += (list.empty() ? "" : ", ") + one;
    throw Error(ErrorCode::usage, fmt::format("facts are not \"{}\": write {}", saying, list));
  }
  if (saying == "asserted")
    return "FILTER NOT EXISTS { ?fact k:polarity \"negative\" } "
           "FILTER NOT EXISTS { ?fact k:modality ?anyModality } ";
  if (saying == "denied") return "?fact k:polarity \"negative\" . ";
  return fmt::format("?fact k:modality \"{}\" . ", saying);
}

/// The fact's last (first) day, else the document's, as text that compares as days do.
std::string day_filter(std::string_view variable, std::string_view bound, std::string_view sign) {
  return fmt::format(
      "OPTIONAL {{ ?fact {0} ?bound{1} }} OPTIONAL {{ ?fact k:time ?time{1} }} "
      "OPTIONAL {{ ?document schema:datePublished ?told{1} }} "
      "FILTER(COALESCE(STR(?bound{1}), STR(?time{1}), STR(?told{1})) {2} STR(${1})) ",
      bound, variable, sign);
}

std::string triple_pattern(const FactsRequest& request) {
  if (request.about)
    return "{ ?fact rdf:reifies <<( $about ?p ?o )>> BIND($about AS ?s) } UNION "
           "{ ?fact rdf:reifies <<( ?s ?p $about )>> FILTER(?s != $about) BIND($about AS ?o) } ";
  std::string bound;
  if (request.subject) bound += "BIND($subject AS ?s) ";
  if (request.object) bound += "BIND($object AS ?o) ";
  return fmt::format("?fact rdf:reifies <<( {} ?p {} )>> . {}", request.subject ? "$subject" : "?s",
                     request.object ? "$object" : "?o", bound);
}

void put(FactConditions& out, const char* name, const std::optional<Term>& value,
         std::string_view pattern) {
  if (!value) return;
  out.pattern += pattern;
  out.values.emplace(name, *value);
}

Period period_of(const Row& row) {
  Period out;
  out.time = text_of(row["time"]);
  out.text = text_of(row["timeText"]);
  out.from = text_of(row["from"]);
  out.to = text_of(row["to"]);
  if (!out.from.empty() || !out.to.empty()) return out;
  out.from = first_day(out.time);
  const std::string end = text_of(row["timeEnd"]);
  out.to = last_day(end.empty() ? out.time : end);
  return out;
}

}  // namespace

std::string iri_list(const std::vector<Term>& terms) {
  std::string out;
  for (const Term& term : terms) out += (out.empty() ? "" : " ") + term.to_string();
  return out;
}

std::string read_once(const std::vector<Term>& relations) {
  if (relations.size() < 2) return {};
  return fmt::format(
      "FILTER NOT EXISTS {{ VALUES ?twinRelation {{ {} }} ?twin rdf:reifies <<( ?s ?twinRelation "
      "?o )>> ; k:evidence ?twinSentence . ?fact k:evidence ?twinSentence "
      "FILTER(STR(?twinRelation) < STR(?p)) }} ",
      iri_list(relations));
}

FactConditions fact_conditions(const FactsRequest& request) {
  FactConditions out;
  if (!request.predicates.empty())
    out.pattern += fmt::format("VALUES ?p {{ {} }} ", iri_list(request.predicates));
  put(out, "about", request.about, "");
  if (!request.about) {
    put(out, "subject", request.subject, "");
    put(out, "object", request.object, "");
  }
  out.pattern += triple_pattern(request);
  out.pattern += read_once(request.predicates);
  out.pattern += "?fact k:evidence ?sentence . ?sentence k:partOf ?document . ";
  out.pattern += saying_pattern(request.saying);
  // A copy of a document says nothing of its own, unless it is asked for by name.
  if (!request.document) out.pattern += kNoCopies;
  put(out, "onlyIn", request.document, "FILTER(?document = $onlyIn) ");
  put(out, "saidBy", request.speaker,
      "{ ?fact k:attributedTo $saidBy } UNION { ?sentence k:speaker $saidBy . "
      "FILTER NOT EXISTS { ?fact k:attributedTo ?anotherSource } } ");
  put(out, "onlyClass", request.entity_class,
      "FILTER(EXISTS { ?s a $onlyClass } || EXISTS { ?o a $onlyClass }) ");
  if (request.names_only)
    out.pattern +=
        "FILTER(isIRI(?s) && isIRI(?o)) FILTER NOT EXISTS { ?s a k:Concept } FILTER NOT EXISTS "
        "{ ?o a k:Concept } FILTER NOT EXISTS { ?s a k:Individual } FILTER NOT EXISTS { ?o a "
        "k:Individual } ";
  if (request.min_confidence > 0)
    out.pattern +=
        fmt::format("?fact k:confidence ?sure FILTER(?sure >= {}) ", request.min_confidence);
  if (!request.since.empty()) {
    out.pattern += day_filter("since", "k:to", ">=");
    out.values.emplace("since", day_term(request.since));
  }
  if (!request.until.empty()) {
    out.pattern += day_filter("until", "k:from", "<=");
    out.values.emplace("until", day_term(request.until));
  }
  return out;
}

std::string_view fact_columns() {
  return "?fact ?s ?p ?o ?polarity ?modality ?time ?timeEnd ?timeText ?from ?to ?place ?sentence "
         "?document ?headline ?date ?text ?index ?page ?speaker ?by ?confidence ?asserted ?begin "
         "?end "
         "?subjectBegin ?subjectEnd ?predicateBegin ?predicateEnd ?objectBegin ?objectEnd";
}

std::string_view fact_patterns() {
  return "?fact rdf:reifies <<( ?s ?p ?o )>> ; k:evidence ?sentence . "
         "?sentence k:partOf ?document ; k:text ?text . OPTIONAL { ?sentence k:index ?index } "
         "OPTIONAL { ?sentence k:page ?page } OPTIONAL { ?sentence k:speaker ?speaker } "
         "OPTIONAL { ?sentence k:begin ?begin ; k:end ?end } "
         "OPTIONAL { ?fact k:subjectBegin ?subjectBegin ; k:subjectEnd ?subjectEnd } "
         "OPTIONAL { ?fact k:predicateBegin ?predicateBegin ; k:predicateEnd ?predicateEnd } "
         "OPTIONAL { ?fact k:objectBegin ?objectBegin ; k:objectEnd ?objectEnd } "
         "OPTIONAL { ?document schema:headline ?headline } "
         "OPTIONAL { ?document schema:datePublished ?date } "
         "OPTIONAL { ?fact k:polarity ?polarity } OPTIONAL { ?fact k:modality ?modality } "
         "OPTIONAL { ?fact k:time ?time } OPTIONAL { ?fact k:timeEnd ?timeEnd } "
         "OPTIONAL { ?fact k:timeText ?timeText } OPTIONAL { ?fact k:from ?from } "
         "OPTIONAL { ?fact k:to ?to } OPTIONAL { ?fact k:place ?place } "
         "OPTIONAL { ?fact k:attributedTo ?by } OPTIONAL { ?fact k:confidence ?confidence } "
         "BIND(EXISTS { ?s ?p ?o } AS ?asserted) ";
}

namespace {

std::uint64_t number_of(const RowValue& value) {
  return value.has_value() ? value.as<std::uint64_t>() : 0;
}

/// Words of the document as words of its sentence; none for those that stand elsewhere.
std::pair<std::uint32_t, std::uint32_t> span_of(const RowValue& begin, const RowValue& end,
                                                const FactRow& row) {
  if (!begin.has_value() || !end.has_value()) return {0, 0};
  const std::uint64_t first = number_of(begin);
  const std::uint64_t last = number_of(end);
  if (first < row.begin || last > row.end || first >= last) return {0, 0};
  return {static_cast<std::uint32_t>(first - row.begin),
          static_cast<std::uint32_t>(last - row.begin)};
}

}  // namespace

FactRow FactRowReader::read(const Row& row) {
  FactRow out;
  out.fact = term_of(row["fact"]);
  out.triple = {term_of(row["s"]), term_of(row["p"]), term_of(row["o"])};
  out.subject = names_.label(out.triple.subject);
  out.object = names_.label(out.triple.object);
  out.polarity = text_of(row["polarity"]);
  out.modality = text_of(row["modality"]);
  out.asserted = text_of(row["asserted"]) == "true";
  // What did not happen, or has not yet, reads "visit (planned)", not "visited".
  const std::string& relation = out.triple.predicate.value();
  const bool in_past = out.qualifier().empty() || !relation.starts_with(vocabulary::kRelation);
  out.predicate = in_past ? names_.label(out.triple.predicate) : local_name(relation);
  out.time = period_of(row);
  out.place_thing = row["place"];
  if (out.place_thing) out.place = names_.label(*out.place_thing);
  out.document = term_of(row["document"]);
  out.sentence = term_of(row["sentence"]);
  out.headline = text_of(row["headline"]);
  out.date = day_of(row["date"]);
  out.text = text_of(row["text"]);
  out.speaker_thing = row["speaker"];
  out.attributed_to_thing = row["by"];
  if (out.speaker_thing) out.speaker = names_.label(*out.speaker_thing);
  if (out.attributed_to_thing) out.attributed_to = names_.label(*out.attributed_to_thing);
  out.index = number_of(row["index"]);
  out.begin = number_of(row["begin"]);
  out.end = number_of(row["end"]);
  out.subject_span = span_of(row["subjectBegin"], row["subjectEnd"], out);
  out.predicate_span = span_of(row["predicateBegin"], row["predicateEnd"], out);
  out.object_span = span_of(row["objectBegin"], row["objectEnd"], out);
  if (row["page"]) out.page = row["page"].as<std::uint64_t>();
  if (row["confidence"]) out.confidence = row["confidence"].as<double>();
  return out;
}

std::vector<FactRow> FactRowReader::read_all(QueryResult& result) {
  std::vector<FactRow> out;
  std::set<Term> seen;
  for (const Row& row : result)
    if (seen.insert(term_of(row["fact"])).second) out.push_back(read(row));
  return out;
}

}  // namespace dossier

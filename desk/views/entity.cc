// SPDX-License-Identifier: Apache-2.0
// An entity's card, and what somebody says.
#include <algorithm>
#include <set>

#include "desk/views/contradicted.h"
#include "desk/views/copies.h"
#include "desk/views/fact_query.h"
#include "desk/views/repeats.h"
#include "dossier/views.h"
#include "engine/saved/name_resolution.h"
#include "model/vocabulary.h"

namespace dossier {
namespace {

constexpr std::size_t kMostTogether = 15;

class CardWriter {
 public:
  CardWriter(const KnowledgeBase& kb, const EntityRequest& request, const QueryOptions& options)
      : kb_(kb), request_(request), options_(options), names_(kb) {
    options_.parameters = {{"thing", request.entity}};
  }

  EntityView write() {
    EntityView out;
    out.entity = request_.entity;
    out.label = label_of(kb_, request_.entity);
    add_names(out);
    add_mentions(out);
    add_facts(out);
    add_claims(out);
    return out;
  }

 private:
  void add_names(EntityView& out) {
    for (const Row& row :
         kb_.query("SELECT DISTINCT ?class WHERE { $thing a ?class } ORDER BY ?class", options_)) {
      out.classes.push_back(*row["class"]);
      out.class_names.push_back(names_.label(*row["class"]));
    }
    for (const Row& row : kb_.query(
             "SELECT DISTINCT ?name WHERE { $thing skos:altLabel ?name } ORDER BY ?name", options_))
      out.aliases.push_back(row["name"]->value());
    for (const Row& row :
         kb_.query("SELECT DISTINCT ?other WHERE { { $thing k:possiblySame ?other } UNION { ?other "
                   "k:possiblySame $thing } FILTER(?other != $thing) } ORDER BY ?other",
                   options_))
      out.possibly_same.push_back({*row["other"], names_.label(*row["other"]), "", 0});
  }

  void add_mentions(EntityView& out) {
    for (const Row& row : kb_.query(
             "SELECT ?document ?date (SAMPLE(?line) AS ?headline) (COUNT(DISTINCT ?sentence) AS "
             "?count) WHERE { ?sentence k:mentions $thing ; k:partOf ?document . OPTIONAL { "
             "?document schema:datePublished ?date } OPTIONAL { ?document schema:headline ?line "
             "} " +
                 std::string(kNoCopies) +
                 "} GROUP BY ?document ?date ORDER BY (!BOUND(?date)) ?date ?document",
             options_)) {
      out.documents.push_back({*row["document"], text_of(row["headline"]), day_of(row["date"]),
                               row["count"].as<std::uint64_t>()});
      out.sentences += out.documents.back().sentences;
    }
    for (const Row& row : kb_.query(
             "SELECT ?other (COUNT(DISTINCT ?sentence) AS ?count) WHERE { ?sentence k:mentions "
             "$thing , ?other . ?other rdfs:label ?any FILTER(?other != $thing && isIRI(?other)) "
             "FILTER NOT EXISTS { ?other a k:Concept } FILTER NOT EXISTS { ?other a k:Individual } "
             "FILTER NOT EXISTS { ?other a k:Quantity } } GROUP BY ?other "
             "ORDER BY DESC(?count) ?other" +
                 slice(0, kMostTogether),
             options_)) {
      if (row["other"])
        out.with.push_back(
            {*row["other"], names_.label(*row["other"]), "", row["count"].as<std::uint64_t>()});
    }
  }

  /// Posts, and what has a term of its own: "president of", "birth date".
  static bool is_role(const Term& predicate) {
    const std::string& iri = predicate.value();
    return !iri.starts_with(vocabulary::kRelation) || iri.ends_with("_of");
  }

  /// What one sentence says twice is shown once.
  std::vector<FactRow> rows(const FactsRequest& request) const {
    std::vector<FactRow> out = facts(kb_, request, options_).rows;
    fold_repeats(out);
    return out;
  }

  void add_facts(EntityView& out) {
    const Term& thing = request_.entity;
    for (FactRow& row : rows({.subject = thing, .saying = "asserted", .most = request_.most * 2})) {
      std::vector<FactRow>& part = is_role(row.triple.predicate) ? out.roles : out.facts;
      if (part.size() < request_.most) part.push_back(std::move(row));
    }
    // A doubtful post is not what a reader should see first.
    std::stable_sort(out.roles.begin(), out.roles.end(), [](const FactRow& a, const FactRow& b) {
      return a.confidence.value_or(0) > b.confidence.value_or(0);
    });
    std::vector<FactRow> own = out.roles;
    own.insert(own.end(), out.facts.begin(), out.facts.end());
    out.contradicted = contradicted_relations(kb_, own);
    out.incoming = rows({.object = thing, .saying = "asserted", .most = request_.most});
    for (FactRow& row : rows({.about = thing, .most = request_.most * 4}))
      if (!row.qualifier().empty() && out.not_asserted.size() < request_.most)
        out.not_asserted.push_back(std::move(row));
  }

  void add_claims(EntityView& out) {
    for (FactRow& row : rows({.speaker = request_.entity, .most = request_.most})) {
      const bool own =
          row.triple.subject == request_.entity || row.triple.object == request_.entity;
      if (!own) out.claims.push_back(std::move(row));
    }
  }

  const KnowledgeBase& kb_;
  const EntityRequest& request_;
  QueryOptions options_;
  Namer names_;
};

std::string says_pattern(const SaysRequest& request) {
  std::string out =
      "{ ?sentence k:speaker $saidBy } UNION { ?claim k:attributedTo $saidBy ; k:evidence "
      "?sentence } ?sentence k:text ?text ; k:partOf ?document . ";
  if (request.about)
    out +=
        "{ ?sentence k:mentions $about } UNION { ?whole k:involves $about . ?sentence k:mentions "
        "?whole } UNION { ?sentence k:matches $aboutWords } ";
  if (!request.words.empty()) out += "?sentence k:matches $words . ";
  return out;
}

}  // namespace

EntityView entity_view(const KnowledgeBase& kb, const EntityRequest& request,
                       const QueryOptions& options) {
  return CardWriter(kb, request, options).write();
}

Sayings says(const KnowledgeBase& kb, const SaysRequest& request, const QueryOptions& options) {
  QueryOptions own = options;
  own.parameters = {{"saidBy", request.speaker}};
  if (request.about) {
    own.parameters.emplace("about", *request.about);
    own.parameters.emplace("aboutWords", Term::string('"' + label_of(kb, *request.about) + '"'));
  }
  if (!request.words.empty()) own.parameters.emplace("words", Term::string(request.words));
  const std::string pattern = says_pattern(request);
  Sayings out;
  out.all = count_rows(kb, "SELECT DISTINCT ?sentence WHERE { " + pattern + "}", own);
  QueryResult result = kb.query(
      "SELECT DISTINCT ?sentence ?document ?text ?headline ?date ?index ?own WHERE { " + pattern +
          "OPTIONAL { ?document schema:headline ?headline } "
          "OPTIONAL { ?document schema:datePublished ?date } "
          "OPTIONAL { ?sentence k:index ?index } "
          "BIND(EXISTS { ?sentence k:speaker $saidBy } AS ?own) } "
          "ORDER BY (!BOUND(?date)) ?date ?document ?index" +
          slice(request.skip, request.most),
      own);
  for (const Row& row : result) {
    out.sentences.push_back({*row["sentence"], *row["document"], text_of(row["headline"]),
                             day_of(row["date"]), text_of(row["text"]),
                             text_of(row["own"]) != "true"});
  }
  return out;
}

}  // namespace dossier

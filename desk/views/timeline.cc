// SPDX-License-Identifier: Apache-2.0
// Dated facts of an entity, and its mentions by the dates of documents.
#include "dossier/timeline_view.h"

#include "desk/views/copies.h"
#include "desk/views/read_facts.h"
#include "desk/views/rows.h"

namespace dossier {

TimelineView timeline_view(const KnowledgeBase& kb, const Term& entity, std::size_t most,
                           const QueryOptions& given) {
  QueryOptions options = given;
  options.parameters = {{"entity", entity}};
  Namer namer(kb, given);
  TimelineView view;
  view.entity = namer(entity);
  const FactSelection selection{
      .pattern =
          "{ ?fact rdf:reifies <<( ?s ?p ?o )>> FILTER(sameTerm(?s, $entity)) } UNION "
          "{ ?fact rdf:reifies <<( ?s ?p ?o )>> FILTER(sameTerm(?o, $entity) && "
          "!sameTerm(?s, $entity)) } "
          "FILTER EXISTS { ?fact k:time|k:from|k:to ?known } ",
      .order = "ORDER BY ?first ?document ?index" + slice(0, most)};
  view.dated = read_facts(kb, selection, options, namer);
  for (const Row& row :
       kb.query("SELECT ?date (COUNT(DISTINCT ?sentence) AS ?sentences) "
                "(COUNT(DISTINCT ?document) AS ?documents) { ?sentence k:mentions $entity ; "
                "k:partOf ?document " +
                    std::string(kNoCopies) +
                    "OPTIONAL { ?document schema:datePublished ?published } "
                    "BIND(SUBSTR(STR(?published), 1, 10) AS ?date) } GROUP BY ?date ORDER BY ?date",
                options)) {
    const auto sentences = row["sentences"].as<std::uint64_t>();
    if (row["date"]) {
      view.mentions.push_back(
          {text_of(row["date"]), sentences, row["documents"].as<std::uint64_t>()});
    } else {
      view.undated_sentences += sentences;
    }
  }
  return view;
}

}  // namespace dossier

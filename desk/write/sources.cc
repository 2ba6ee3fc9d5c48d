// SPDX-License-Identifier: Apache-2.0
#include "desk/write/sources.h"

#include <fmt/format.h>

#include <map>

#include "desk/views/fact_query.h"

namespace dossier::writing {

std::vector<Source> sources(const KnowledgeBase& kb, const QueryOptions& options) {
  std::map<Term, std::string> sums;
  for (const Row& row :
       kb.query("SELECT ?document ?sum WHERE { ?document a k:Document ; k:sha256 ?sum }", options))
    sums.emplace(*row["document"], text_of(row["sum"]));
  std::vector<Source> out;
  for (DocumentRow& document : document_rows(kb, {}, options)) {
    const auto sum = sums.find(document.document);
    out.push_back({std::move(document), sum == sums.end() ? std::string() : sum->second});
  }
  return out;
}

std::vector<FactRow> facts_of(const KnowledgeBase& kb, const Term& document,
                              const QueryOptions& options) {
  QueryOptions own = options;
  own.parameters = {{"onlyIn", document}};
  // The facts are looked up first, from the document on: a filter behind them would read them all.
  QueryResult result =
      kb.query(fmt::format("SELECT {} WHERE {{ {{ SELECT DISTINCT ?fact WHERE {{ ?itsSentence "
                           "k:partOf $onlyIn . ?fact k:evidence ?itsSentence ; rdf:reifies ?any "
                           "}} }} {} }} ORDER BY ?index ?subjectBegin ?predicateBegin ?fact",
                           fact_columns(), fact_patterns()),
               own);
  Namer names(kb, options);
  return FactRowReader(names).read_all(result);
}

std::vector<SourceSentence> sentences_of(const KnowledgeBase& kb, const Term& document,
                                         std::size_t first, std::size_t most,
                                         const QueryOptions& options) {
  QueryOptions own = options;
  own.parameters = {{"onlyIn", document}};
  Namer names(kb);
  std::vector<SourceSentence> out;
  for (const Row& row : kb.query(
           "SELECT ?sentence ?text ?index ?page (MIN(?who) AS ?speaker) WHERE { ?sentence "
           "k:partOf $onlyIn ; a k:Sentence ; k:text ?text . OPTIONAL { ?sentence k:index ?index } "
           "OPTIONAL { ?sentence k:page ?page } OPTIONAL { ?sentence k:speaker ?who } } "
           "GROUP BY ?sentence ?text ?index ?page ORDER BY ?index ?sentence" +
               slice(first, most),
           own)) {
    SourceSentence one{*row["sentence"], text_of(row["text"]), "", 0, 0};
    if (row["speaker"]) one.speaker = names.label(*row["speaker"]);
    if (row["index"]) one.index = row["index"].as<std::uint64_t>();
    if (row["page"]) one.page = row["page"].as<std::uint64_t>();
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace dossier::writing

// SPDX-License-Identifier: Apache-2.0
// The first page: how much there is, when it was written, who is in it most.
#include "desk/server/views/json.h"
#include "desk/views/copies.h"
#include "desk/views/names.h"
#include "dossier/ingest.h"

namespace dossier::server {
namespace {

std::uint64_t count(const ViewCall& call, const char* pattern) {
  const std::string text = std::string("SELECT (COUNT(*) AS ?n) { ") + pattern + " }";
  for (const Row& row : call.kb.query(text, call.options)) return row[0].as<std::uint64_t>();
  return 0;
}

Json most_mentioned(const ViewCall& call) {
  Namer namer(call.kb, call.options);
  Json rows = Json::array();
  for (const Row& row : call.kb.query(
           "SELECT ?entity (COUNT(DISTINCT ?sentence) AS ?n) { ?sentence k:mentions ?entity ; "
           "k:partOf ?document . " +
               std::string(kNoCopies) +
               "FILTER NOT EXISTS { ?entity a k:Concept } FILTER NOT EXISTS { ?entity a "
               "k:Individual } "
               "FILTER NOT EXISTS { ?entity a k:Quantity } } GROUP BY ?entity "
               "ORDER BY DESC(?n) ?entity LIMIT 24",
           call.options)) {
    Json one = json_of(namer(*row[0]));
    one["sentences"] = row[1].as<std::uint64_t>();
    rows.push_back(std::move(one));
  }
  return rows;
}

}  // namespace

Json start_view(const ViewCall& call) {
  const std::vector<DocumentSummary> all = documents(call.kb);
  std::map<std::string, std::uint64_t> months;
  for (const DocumentSummary& document : all) {
    if (document.date.size() >= 7) ++months[document.date.substr(0, 7)];
  }
  Json by_month = Json::array(), newest = Json::array();
  for (const auto& [month, documents] : months) {
    by_month.push_back({{"month", month}, {"documents", documents}});
  }
  for (auto one = all.rbegin(); one != all.rend() && newest.size() < 10; ++one) {
    newest.push_back({{"iri", one->document.value()},
                      {"headline", text_or_null(one->headline)},
                      {"date", text_or_null(one->date.substr(0, 10))},
                      {"author", one->author.empty() ? Json() : Json{{"label", one->author}}},
                      {"sentences", one->sentences},
                      {"facts", one->facts},
                      {"file", text_or_null(one->source_file)}});
  }
  return {{"name", call.context.knowledge.name()},
          {"editable", call.context.options.edit},
          {"documentCount", all.size()},
          {"sentenceCount", count(call, "?s a k:Sentence")},
          {"factCount", count(call, "?f rdf:reifies ?triple")},
          {"quadCount", call.kb.statistics().quads},
          {"months", std::move(by_month)},
          {"mentioned", most_mentioned(call)},
          {"newest", std::move(newest)}};
}

}  // namespace dossier::server

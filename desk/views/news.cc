// SPDX-License-Identifier: Apache-2.0
#include "dossier/news_views.h"

#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "desk/views/names.h"
#include "desk/views/row_evidence.h"
#include "desk/views/rows.h"
#include "dossier/error.h"
#include "dossier/prefixes.h"
#include "parser/sparql/parse.h"

namespace dossier {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kMostSentences = 3;

/// None where the text means nothing here: it calls an aggregate that another program has
/// registered, and without it the grouping is wrong. Its rows are shown all the same.
std::optional<RowEvidence> evidence_of_query(const KnowledgeBase& kb, const std::string& name) {
  const BoundQuery query = standing_query_text(kb, name);
  SparqlOptions options;
  options.base = query.options.base;
  options.prefixes = with_predeclared(query.options.prefixes);
  for (const auto& [variable, term] : query.options.parameters)
    options.parameters.push_back(variable);
  options.is_aggregate = [&kb](std::string_view iri) { return kb.is_aggregate(iri); };
  try {
    return RowEvidence(parse_query(query.text, options), query.options.parameters);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::syntax) throw;
    return std::nullopt;
  }
}

Row row_of(const NewsRow& news) {
  return {std::make_shared<const std::vector<std::string>>(news.variables), news.values};
}

ordered_json text_or_null(const std::string& text) {
  return text.empty() ? ordered_json() : ordered_json(text);
}

ordered_json row_json(Namer& names, const NewsRow& row) {
  ordered_json out = ordered_json::object();
  for (std::size_t i = 0; i < row.variables.size(); ++i) {
    const std::optional<Term>& value = row.values[i];
    ordered_json& place = out[row.variables[i]];
    if (!value) continue;
    place = {{"value", names.label(*value)},
             {"iri", value->is_iri() ? ordered_json(value->value()) : ordered_json()}};
  }
  return out;
}

ordered_json sentences_json(const std::vector<Evidence>& evidence) {
  ordered_json out = ordered_json::array();
  for (const Evidence& one : evidence) {
    out.push_back({{"text", one.text},
                   {"document", one.document.value()},
                   {"sentence", one.sentence.value()},
                   {"date", text_or_null(one.date)},
                   {"speaker", text_or_null(one.speaker)},
                   {"asserted", one.asserted}});
  }
  return out;
}

}  // namespace

std::vector<NewsItem> news_items(const KnowledgeBase& kb, const NewsRequest& request,
                                 const EvidenceOptions& evidence) {
  EvidenceOptions limited = evidence;
  if (!limited.limit) limited.limit = kMostSentences;
  std::map<std::string, std::optional<RowEvidence>> queries;
  std::vector<NewsItem> items;
  for (NewsRow& row : news(kb, request)) {
    auto query = queries.find(row.query);
    if (query == queries.end())
      query = queries.emplace(row.query, evidence_of_query(kb, row.query)).first;
    std::vector<Evidence> found;
    if (query->second) found = query->second->of(kb, row_of(row), limited);
    items.push_back({std::move(row), std::move(found)});
  }
  return items;
}

std::string to_json(const KnowledgeBase& kb, const std::vector<NewsItem>& items) {
  Namer names(kb);
  ordered_json list = ordered_json::array();
  for (const NewsItem& item : items) {
    list.push_back({{"query", item.row.query},
                    {"number", item.row.number},
                    {"time", item.row.time},
                    {"current", item.row.is_current},
                    {"row", row_json(names, item.row)},
                    {"sentences", sentences_json(item.evidence)}});
  }
  return ordered_json{{"news", list}}.dump(2, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace dossier

// SPDX-License-Identifier: Apache-2.0
// The view of news: new answers of standing queries with the sentences behind them. Part of
// <dossier/views.h>; the rows alone are in <dossier/news.h>.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/evidence.h"
#include "dossier/export.h"
#include "dossier/news.h"

namespace dossier {

struct NewsItem {
  NewsRow row;
  /// For each fact that the query's patterns mean with the values of the row. Empty where no
  /// document says it, or none says it any more, and where the query calls an aggregate that this
  /// program has not registered.
  std::vector<Evidence> evidence;
};

/// The news that news() gives. `evidence.limit` is for each fact; without one it is 3.
DOSSIER_API std::vector<NewsItem> news_items(const KnowledgeBase& kb, const NewsRequest& request,
                                             const EvidenceOptions& evidence = {});

/// {"news": [{"query", "number", "time", "current", "row": {variable: {"value", "iri"}},
/// "sentences": [{"text", "document", "sentence", "date", "speaker", "asserted"}]}]}. `value` is
/// what a person would say, `iri` null for literals; unbound variables are null.
DOSSIER_API std::string to_json(const KnowledgeBase& kb, const std::vector<NewsItem>& items);

}  // namespace dossier

// SPDX-License-Identifier: Apache-2.0
// News of standing queries, for reading and as rows.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "dossier/news_views.h"
#include "repl/tasks/evidence_card.h"
#include "repl/tasks/row_list.h"

namespace dossier::repl {

/// Each new row with its sentences, by query.
void write_news(std::ostream& out, const std::vector<NewsItem>& items, const CardStyle& style);

/// query, number, time, current, row, text, document, sentence, date, speaker: a row for each
/// sentence, or one without.
RowList news_list(const std::vector<NewsItem>& items);

/// A day or an xsd:dateTime, from --since. Throws Error(usage) for anything else.
std::string news_since(const std::string& text);

}  // namespace dossier::repl

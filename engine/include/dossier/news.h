// SPDX-License-Identifier: Apache-2.0
// Standing queries: saved queries whose new answers are kept as news.
//
//   kb.save_query({"meetings", "SELECT ?who { ?who r:meet e:Anna_Keller }"});
//   dossier::watch_query(kb, "meetings");
//   dossier::ingest(kb, "minutes.txt");
//   for (const dossier::NewsRow& row : dossier::news(kb)) send(row);
//
// Each transaction that changes the knowledge base compares the answers with those of the
// comparison before, and what is new becomes news in that same transaction. So news is there if and
// only if the data is, each row once, whatever is killed when. A comparison that would take more
// than a fifth of a busy writer's time waits for a later commit: the query is "behind" until then.
// How it works: engine/standing/README.md.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/export.h"

namespace dossier {

struct StandingQuery {
  std::string name;
  std::string since;         ///< when it was first compared, as an xsd:dateTime in UTC
  std::uint64_t news = 0;    ///< rows that have become news so far
  std::uint64_t unsaid = 0;  ///< those of them that tell_news() has not told
  bool behind = false;       ///< something was committed that it was not compared with
  std::string fault;         ///< why the last comparison failed; empty when it did not
};

/// A row that a standing query had not had before.
struct NewsRow {
  std::string query;
  std::uint64_t number = 0;  ///< within the query, from 1 on; never given twice
  std::string time;          ///< of the comparison, as an xsd:dateTime in UTC
  std::vector<std::string> variables;
  std::vector<std::optional<Term>> values;
  bool is_current = false;  ///< still an answer when the query was compared last
};

struct NewsRequest {
  std::optional<std::string> query = {};  ///< of one standing query only
  std::string since = {};   ///< a day, or an xsd:dateTime in UTC; earlier rows are left out
  std::uint64_t after = 0;  ///< rows up to this number are left out
};

/// Keeps the saved query `name` with these values of its parameters: what it answers now is known,
/// what it answers later for the first time is news. Watching it again starts over. Throws
/// Error(input) when no query has this name, and Error(usage) for one that is no SELECT or cannot
/// be answered within 10 seconds, 256 MiB and a million rows. Waits for writers as begin() does.
DOSSIER_API void watch_query(KnowledgeBase& kb, std::string_view name,
                             const ParameterValues& values = {}, const QueryOptions& options = {});
/// Drops its news, too. Saving another query of this name does the same. False when it is not
/// watched.
DOSSIER_API bool unwatch_query(KnowledgeBase& kb, std::string_view name);

/// By name ascending.
DOSSIER_API std::vector<StandingQuery> standing_queries(const KnowledgeBase& kb);
/// The text that is run and its parameters. Throws Error(input) for a query that is not watched.
DOSSIER_API BoundQuery standing_query_text(const KnowledgeBase& kb, std::string_view name);
/// By query and number. The last 100,000 rows of each query are kept. Throws Error(input) for a
/// query that is not watched.
DOSSIER_API std::vector<NewsRow> news(const KnowledgeBase& kb, const NewsRequest& request = {});

/// Compares the queries that are behind; writes only when there are any.
DOSSIER_API void compare_standing_queries(KnowledgeBase& kb);
/// Compares as above, then calls `tell` with the queries that have unsaid news or a fault, if there
/// are any, and when that returns keeps in the knowledge base that their news is said. A process
/// that dies before `tell` returns leaves it to the next one.
DOSSIER_API void tell_news(KnowledgeBase& kb,
                           const std::function<void(const std::vector<StandingQuery>&)>& tell);

}  // namespace dossier

// SPDX-License-Identifier: Apache-2.0
// News of a query with an aggregate of the application, with the sentences behind its rows.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "dossier/dossier.h"
#include "dossier/ingest.h"
#include "dossier/news.h"
#include "dossier/news_views.h"
#include "tests/unit/engine/count_values.h"

using namespace dossier;

TEST_CASE("news of an aggregate have their sentences where it is registered, else rows alone") {
  const std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("dossier_news_items_" + std::to_string(::getpid()));
  {
    KnowledgeBase kb = KnowledgeBase::open(path.string());
    kb.register_aggregate("urn:f:count", [] { return std::make_unique<test::CountValues>(); });
    kb.save_query({"visits",
                   "SELECT ?who ?where (<urn:f:count>(?fact) AS ?n) { ?fact rdf:reifies "
                   "<<( ?who r:visit ?where )>> } GROUP BY ?who ?where"});
    watch_query(kb, "visits");
    ingest_text(kb, "Anna Berg visited Oslo.", "one.txt");
    const std::vector<NewsItem> items = news_items(kb, {});
    REQUIRE(items.size() == 1);
    REQUIRE(items[0].evidence.size() == 1);
    CHECK(items[0].evidence[0].text == "Anna Berg visited Oslo.");
  }
  {
    const KnowledgeBase kb = KnowledgeBase::open(path.string());
    const std::vector<NewsItem> items = news_items(kb, {});
    REQUIRE(items.size() == 1);
    CHECK(items[0].evidence.empty());
  }
  std::filesystem::remove_all(path);
}

// SPDX-License-Identifier: Apache-2.0
// Standing queries: what is new, once, and in the transaction that brought it.
#include "dossier/news.h"

#include <catch2/catch.hpp>

#include "dossier/error.h"
#include "storage/store.h"
#include "temporary_base.h"

using namespace dossier;

namespace {

constexpr const char* kMeetings = "SELECT ?who { ?who r:meet e:Keller }";

std::vector<std::string> rows(const std::vector<NewsRow>& all) {
  std::vector<std::string> out;
  for (const NewsRow& row : all) {
    std::string text = row.query + " " + std::to_string(row.number);
    for (std::size_t i = 0; i < row.values.size(); ++i) {
      text += " " + row.variables[i] + "=";
      text += row.values[i] ? row.values[i]->value().substr(row.values[i]->value().rfind(':') + 1)
                            : "-";
    }
    out.push_back(text + (row.is_current ? "" : " (gone)"));
  }
  return out;
}

using Rows = std::vector<std::string>;

struct Watched {
  explicit Watched(const char* text = kMeetings, const ParameterValues& values = {}) {
    base->update("INSERT DATA { e:Old r:meet e:Keller }");
    base->save_query({"meetings", text});
    watch_query(*base, "meetings", values);
  }
  /// Comparisons that had to wait are made up for.
  void update(const std::string& text) {
    base->update(text);
    compare_standing_queries(*base);
  }
  Rows news() { return rows(dossier::news(*base)); }
  std::vector<std::string> told() {
    std::vector<std::string> out;
    tell_news(*base, [&](const std::vector<StandingQuery>& queries) {
      for (const StandingQuery& query : queries)
        out.push_back(query.name + " " + std::to_string(query.unsaid) + query.fault);
    });
    return out;
  }

  TemporaryBase base;
};

}  // namespace

TEST_CASE("new answers of a standing query are news, once", "[news]") {
  Watched watched;
  CHECK(watched.news().empty());
  CHECK(watched.told().empty());
  watched.update("INSERT DATA { e:Anna r:meet e:Keller . e:Bo r:visit e:Keller }");
  CHECK(watched.news() == Rows{"meetings 1 who=Anna"});
  CHECK(watched.told() == Rows{"meetings 1"});
  CHECK(watched.told().empty());
  // Said again it is not new; said in another graph neither.
  watched.update("INSERT DATA { e:Anna r:meet e:Keller GRAPH e:g { e:Anna r:meet e:Keller } }");
  watched.update("INSERT DATA { e:Bo r:meet e:Keller . e:Cy r:meet e:Keller }");
  CHECK(watched.news().size() == 3);
  CHECK(watched.told() == Rows{"meetings 2"});
}

TEST_CASE("an answer that went and came back is news again", "[news]") {
  Watched watched;
  watched.update("INSERT DATA { e:Anna r:meet e:Keller }");
  watched.update("DELETE DATA { e:Anna r:meet e:Keller }");
  CHECK(watched.news() == Rows{"meetings 1 who=Anna (gone)"});
  watched.update("INSERT DATA { e:Anna r:meet e:Keller }");
  CHECK(watched.news() == Rows{"meetings 1 who=Anna", "meetings 2 who=Anna"});
  // Within one transaction it never went.
  watched.update("DELETE DATA { e:Anna r:meet e:Keller } ; INSERT DATA { e:Anna r:meet e:Keller }");
  CHECK(watched.news().size() == 2);
}

TEST_CASE("news belongs to the transaction that makes it", "[news]") {
  Watched watched;
  Transaction transaction = watched.base->begin();
  transaction.update("INSERT DATA { e:Anna r:meet e:Keller }");
  CHECK(watched.news().empty());
  transaction.rollback();
  CHECK(watched.news().empty());
  Transaction other = watched.base->begin();
  other.update("INSERT DATA { e:Bo r:meet e:Keller }");
  other.commit();
  CHECK(watched.news() == Rows{"meetings 1 who=Bo"});
}

TEST_CASE("what nobody was told is told after the knowledge base is opened again", "[news]") {
  Watched watched;
  watched.update("INSERT DATA { e:Anna r:meet e:Keller }");
  CHECK_THROWS_AS(
      tell_news(*watched.base, [](const auto&) { throw Error(ErrorCode::cancelled, "died"); }),
      Error);
  CHECK(watched.told() == Rows{"meetings 1"});
  CHECK(watched.told().empty());
}

TEST_CASE("a load is compared, too", "[news]") {
  Watched watched;
  bool given = false;
  watched.base->load([&](Quad& quad) {
    quad = {Term::iri("urn:dossier:entity:Anna"), Term::iri("urn:dossier:relation:meet"),
            Term::iri("urn:dossier:entity:Keller"), std::nullopt};
    return !std::exchange(given, true);
  });
  CHECK(watched.news() == Rows{"meetings 1 who=Anna"});
}

TEST_CASE("a standing query keeps its parameters, and unbound values are values", "[news]") {
  Watched watched(
      "# @param whom entity\nSELECT ?who ?day { ?who r:meet $whom OPTIONAL { ?who k:day ?day } }",
      {{"whom", "e:Lund"}});
  watched.update("INSERT DATA { e:Anna r:meet e:Keller . e:Bo r:meet e:Lund }");
  CHECK(watched.news() == Rows{"meetings 1 who=Bo day=-"});
  watched.update("INSERT DATA { e:Bo k:day \"Monday\" }");
  CHECK(watched.news() == Rows{"meetings 1 who=Bo day=- (gone)", "meetings 2 who=Bo day=Monday"});
}

TEST_CASE("a filter of news by query, number and day", "[news]") {
  Watched watched;
  watched.update("INSERT DATA { e:Anna r:meet e:Keller }");
  watched.update("INSERT DATA { e:Bo r:meet e:Keller }");
  CHECK(rows(news(*watched.base, {.query = "meetings", .after = 1})) == Rows{"meetings 2 who=Bo"});
  CHECK(news(*watched.base, {.since = "2000-01-01"}).size() == 2);
  CHECK(news(*watched.base, {.since = "9999-01-01"}).empty());
  CHECK_THROWS_WITH(news(*watched.base, {.query = "meeting"}),
                    "no query is watched as meeting; did you mean meetings?");
}

TEST_CASE("what cannot be watched is refused", "[news]") {
  TemporaryBase base;
  CHECK_THROWS_WITH(watch_query(*base, "none"), Catch::Contains("no query is saved as none"));
  base->save_query({"ask", "ASK { ?s ?p ?o }"});
  CHECK_THROWS_WITH(watch_query(*base, "ask"),
                    "ask cannot be watched: only a SELECT can be watched");
  base->save_query({"far", "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"});
  CHECK_THROWS_AS(watch_query(*base, "far"), Error);
  CHECK(standing_queries(*base).empty());
}

TEST_CASE("a query that fails later is told, and stops no commit", "[news]") {
  TemporaryBase base;
  base->register_function("urn:f", {1, 1}, [](std::span<const Term> terms) -> std::optional<Term> {
    if (terms[0].value() == "bad") throw Error(ErrorCode::usage, "no such thing");
    return terms[0];
  });
  base->save_query({"own", "SELECT ?x { ?s k:v ?v BIND(<urn:f>(?v) AS ?x) }"});
  watch_query(*base, "own");
  base->update("INSERT DATA { e:a k:v \"bad\" }");
  compare_standing_queries(*base);
  const std::vector<StandingQuery> queries = standing_queries(*base);
  REQUIRE(queries.size() == 1);
  CHECK(queries[0].behind);
  CHECK(queries[0].fault == "no such thing");
  base->update("DELETE DATA { e:a k:v \"bad\" } ; INSERT DATA { e:a k:v \"good\" }");
  compare_standing_queries(*base);
  CHECK(standing_queries(*base)[0].fault.empty());
  CHECK(rows(news(*base)) == Rows{"own 1 x=good"});
}

TEST_CASE("saving another text ends the watch, and saved queries stay apart from its rows",
          "[news]") {
  Watched watched;
  watched.update("INSERT DATA { e:Anna r:meet e:Keller }");
  CHECK(watched.base->saved_queries().size() == 1);
  watched.base->save_query({"meetings", "SELECT ?x { ?x r:meet ?y }"});
  CHECK(standing_queries(*watched.base).empty());
  std::size_t left = 0;
  watched.base->store().each_side_row("", [&](auto, auto) { return ++left > 0; });
  CHECK(left == 0);
  CHECK_FALSE(unwatch_query(*watched.base, "meetings"));
}

TEST_CASE("names that begin alike do not share rows", "[news]") {
  Watched watched;
  watched.base->save_query({"meetings2", "SELECT ?who { ?who r:visit ?x }"});
  watch_query(*watched.base, "meetings2");
  watched.update("INSERT DATA { e:Anna r:meet e:Keller . e:Bo r:visit e:Oslo }");
  CHECK(watched.news() == Rows{"meetings 1 who=Anna", "meetings2 1 who=Bo"});
  CHECK(unwatch_query(*watched.base, "meetings"));
  CHECK(watched.news() == Rows{"meetings2 1 who=Bo"});
}

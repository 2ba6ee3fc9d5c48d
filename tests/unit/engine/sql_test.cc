// SPDX-License-Identifier: Apache-2.0
// Queries and the SQL they become, as text files: tests/unit/engine/sql/*.case. "=" is a part of
// the SQL of DuckDB, "+" of that of Spark, "!" must not be in either; "?" is the reason
// why there is none. What the SQL answers, tests/sql shows.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "dossier/error.h"
#include "dossier/sql.h"
#include "tests/case_file.h"
#include "tests/unit/storage/temp_dir.h"

using namespace dossier;

namespace {

/// The query with the steps it needs before, or "refused: " and why.
std::string sql_of(const std::string& query, SqlDialect dialect) {
  try {
    const SqlQuery made =
        to_sql(query, {.dialect = dialect, .prefixes = {{"", "http://x.example/"}}});
    std::string text;
    for (const SqlStep& step : made.steps)
      text += "step " + step.name + ": " + step.text + "\nnext: " + step.next + "\n";
    return text + made.text;
  } catch (const Error& error) {
    return std::string("refused: ") + error.what();
  }
}

}  // namespace

TEST_CASE("queries become the SQL their files say, or are refused by name") {
  for (const test::Case& one : test::read_cases(DOSSIER_TEST_DATA "/sql", "=?!+")) {
    INFO(one.where());
    const std::string duckdb = sql_of(one.text, SqlDialect::duckdb);
    const std::string spark = sql_of(one.text, SqlDialect::spark);
    for (const std::string& part : one.marked("=")) {
      CAPTURE(part, duckdb);
      CHECK(duckdb.find(part) != std::string::npos);
    }
    for (const std::string& part : one.marked("+")) {
      CAPTURE(part, spark);
      CHECK(spark.find(part) != std::string::npos);
    }
    for (const std::string& part : one.marked("!")) {
      CHECK(duckdb.find(part) == std::string::npos);
      CHECK(spark.find(part) == std::string::npos);
    }
    for (const std::string& reason : one.marked("?")) {
      CHECK(duckdb == "refused: not possible in SQL: " + reason);
      CHECK(spark == "refused: not possible in SQL: " + reason);
    }
  }
}

TEST_CASE("a long sum is no long text, and one that is too long is an error") {
  const auto sum = [](int terms) {
    std::string query = "SELECT * { ?s ?p ?o FILTER(?o";
    for (int i = 0; i < terms; ++i) query += " + ?o";
    return query + " > 3) }";
  };
  CHECK(to_sql(sum(40)).text.size() < 3 * to_sql(sum(20)).text.size());
  CHECK_THROWS_WITH(to_sql(sum(40), {.most_bytes = 4000}), Catch::Contains("more than 4000 bytes"));
  std::string nested = "STR(?o)";
  for (int i = 0; i < 40; ++i) nested = "STRBEFORE(" + nested + ", STR(?p))";
  CHECK_THROWS_WITH(to_sql("SELECT * { ?s ?p ?o FILTER(" + nested + " = '') }"),
                    Catch::Contains("bytes of SQL"));
}

TEST_CASE("tables are exported whole, or not at all") {
  const storage::TempDir folder;
  KnowledgeBase kb = KnowledgeBase::open(folder / "kb");
  kb.update(
      "INSERT DATA { GRAPH <x:g> { <x:s> <x:p> <<( <x:a> <x:b> 'only\there' )>> , 'a\\b', 1.5 } }");
  const TablesReport report = export_tables(kb, folder / "tables");
  CHECK(report.quads == 3);
  // g, s, p, three objects, and the parts of the triple term that no quad has.
  CHECK(report.terms == 9);
  CHECK(std::filesystem::exists(folder / "tables/layout.json"));
  CHECK_THROWS_WITH(export_tables(kb, folder / "tables"), Catch::Contains("not an empty folder"));
  CancellationToken stop;
  stop.cancel();
  CHECK_THROWS_AS(export_tables(kb, folder / "stopped", {.cancellation = stop}), Error);
  std::size_t left = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "."))
    left += entry.path().filename().string().starts_with("stopped") ? 1U : 0U;
  CHECK(left == 0);
}

TEST_CASE("a table is cut into files between rows") {
  const storage::TempDir folder;
  KnowledgeBase kb = KnowledgeBase::open(folder / "kb");
  kb.update("INSERT DATA { <x:a> <x:p> 1, 2, 3, 4, 5, 6, 7, 8 }");
  CHECK(export_tables(kb, folder / "tables", {.file_bytes = 100}).quads == 8);
  const std::filesystem::directory_iterator files(folder / "tables/quads");
  CHECK(std::distance(files, std::filesystem::directory_iterator()) > 1);
}

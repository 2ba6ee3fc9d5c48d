// SPDX-License-Identifier: Apache-2.0
// Plans over one small graph (plans/*.case): how EXISTS is done, where rows are made distinct; and
// that rows with many partners do not multiply.
#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>
#include <regex>
#include <string>

#include "dossier/dossier.h"
#include "engine/query/query_result.h"
#include "storage/memory_source.h"
#include "tests/case_file.h"

using namespace dossier;

namespace {

constexpr std::size_t kSentences = 3000;

Term x(const std::string& name) { return Term::iri("urn:x:" + name); }

std::shared_ptr<const storage::QuadSource> source() {
  std::vector<Quad> quads;
  const auto add = [&quads](const Term& subject, const char* predicate, const Term& object) {
    quads.push_back({subject, x(predicate), object, std::nullopt});
  };
  for (std::size_t i = 0; i < kSentences; ++i) {
    const Term sentence = x("s" + std::to_string(i));
    add(sentence, "mentions", x("w" + std::to_string(i % 3)));
    add(sentence, "near", x("s" + std::to_string(i + 1)));
  }
  for (std::size_t i = 0; i < 1000; ++i) {
    const Term place = x("p" + std::to_string(i));
    add(x("w0"), "visit", place);
    add(place, "in", x("land"));
    add(i < 100 ? x("w1") : place, "skew", place);
  }
  return std::make_shared<storage::MemorySource>(quads);
}

QueryResult started(const std::shared_ptr<const storage::QuadSource>& from,
                    const std::string& text) {
  QueryOptions options;
  options.prefixes["x"] = "urn:x:";
  options.profile = true;
  return start_query(from, text, options);
}

/// The most rows that one operator of a profile gave.
std::size_t most_rows(const std::string& profile) {
  static const std::regex kRows("rows ([0-9]+)");
  std::size_t most = 0;
  for (std::sregex_iterator at(profile.begin(), profile.end(), kRows), end; at != end; ++at)
    most = std::max<std::size_t>(most, std::stoul((*at)[1]));
  return most;
}

}  // namespace

TEST_CASE("plans are those that their files describe") {
  const auto from = source();
  for (const test::Case& one : test::read_cases(DOSSIER_TEST_DATA "/plans")) {
    INFO(one.where());
    for (std::size_t i = 0; i < one.steps.size(); i += 2) {
      const std::string plan = started(from, one.steps[i].text).plan();
      INFO(one.steps[i].text << plan);
      for (const std::string& line : test::lines_of(one.steps.at(i + 1).text)) {
        if (line.starts_with("not "))
          CHECK_THAT(plan, !Catch::Contains(line.substr(4)));
        else
          CHECK_THAT(plan, Catch::Contains(line));
      }
    }
  }
}

TEST_CASE("EXISTS looks for one partner of each row and no more") {
  const auto from = source();
  const std::string limit = GENERATE("", "LIMIT 10");
  for (const std::string pattern : {"?w x:visit ?p", "?w x:visit ?p . ?p x:in ?land",
                                    "{ ?w x:visit ?p } UNION { ?w x:visit ?q }"}) {
    QueryResult result =
        started(from, "SELECT ?s { ?s x:mentions ?w FILTER EXISTS { " + pattern + " } } " + limit);
    std::size_t rows = 0;
    for (Row row; result.next(row);) ++rows;
    INFO(result.plan());
    CHECK(rows == (limit.empty() ? kSentences / 3 : 10));
    CHECK(most_rows(result.plan()) <= kSentences);
  }
}

TEST_CASE("equal rows do not multiply where they are counted or left out") {
  const auto from = source();
  const auto [select, answer] = GENERATE(table<std::string, std::string>({
      {"SELECT (COUNT(DISTINCT ?w) AS ?n)", "3"},
      {"SELECT (COUNT(*) AS ?n)", "3000000000"},
      {"SELECT (COUNT(?u) AS ?n)", "3000000000"},
  }));
  QueryResult result =
      started(from, select + " { ?s x:mentions ?w . ?t x:mentions ?w . ?u x:mentions ?w }");
  Row row;
  REQUIRE(result.next(row));
  CHECK(row[0]->value() == answer);
  INFO(result.plan());
  CHECK(most_rows(result.plan()) <= kSentences * kSentences / 3);
}

TEST_CASE("a pair of rows that meets conditions of an EXISTS is looked for until there is one") {
  const auto from = source();
  const auto [exists, rows] = GENERATE(table<std::string, std::size_t>({
      {"EXISTS { ?t x:mentions ?w FILTER(?t != ?s) }", kSentences},
      {"NOT EXISTS { ?t x:mentions ?w FILTER(?t != ?s) }", 0},
      {"NOT EXISTS { ?t x:mentions ?w FILTER(STR(?t) > STR(?s)) }", 3},
      {"EXISTS { ?t x:mentions ?v FILTER(?v = ?w && ?t = ?s) }", kSentences},
      {"EXISTS { ?v x:visit ?p FILTER(?v = ?w && ?p != ?s) }", kSentences / 3},
      {"EXISTS { ?w x:visit ?p FILTER(?p = ?unbound) }", 0},
  }));
  QueryResult result = started(from, "SELECT ?s { ?s x:mentions ?w FILTER " + exists + " }");
  std::size_t found = 0;
  for (Row row; result.next(row);) ++found;
  INFO(result.plan());
  CHECK(found == rows);
  CHECK(most_rows(result.plan()) <= kSentences);
}

TEST_CASE("a LIMIT does not wait for rows that it does not need") {
  const auto from = source();
  QueryResult result = started(
      from, "SELECT * { ?s x:mentions ?w . ?w x:visit ?p . ?p x:in ?land . ?s x:near ?t } LIMIT 5");
  std::size_t found = 0;
  for (Row row; result.next(row);) ++found;
  INFO(result.plan());
  CHECK(found == 5);
  CHECK(most_rows(result.plan()) <= 1000);
}

// SPDX-License-Identifier: Apache-2.0
// Aggregates over joins of which equal rows are put into one with their number: the same as over
// all rows, which a sub-SELECT with a LIMIT makes.
#include <fmt/core.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "dossier/error.h"
#include "engine/query/query_result.h"
#include "storage/memory_source.h"

using namespace dossier;

namespace {

Term x(const std::string& name) { return Term::iri("urn:x:" + name); }

/// Few nodes with many partners, and values of all kinds that can be added, and one that cannot.
std::shared_ptr<const storage::QuadSource> graph() {
  std::mt19937_64 random(11);
  std::vector<Quad> quads;
  const auto node = [](std::size_t number) { return x("n" + std::to_string(number)); };
  const auto xsd = [](const char* name) {
    return std::string("http://www.w3.org/2001/XMLSchema#") + name;
  };
  const std::vector<Term> values{
      Term::integer(7),
      Term::typed("2.50", xsd("decimal")),
      Term::typed("1.5e0", xsd("double")),
      Term::typed("36028797018963967", xsd("integer")),
      Term::typed("123456789012345678901", xsd("integer")),
      Term::typed("0.0000000001", xsd("decimal")),
      Term::typed("8", xsd("byte")),
  };
  for (std::size_t i = 0; i < 30; ++i) {
    for (const char* predicate : {"a", "b", "c"}) {
      for (std::size_t k = random() % 12; k > 0; --k)
        quads.push_back({node(i), x(predicate), node(random() % 30), std::nullopt});
    }
    quads.push_back({node(i), x("v"), values[random() % values.size()], std::nullopt});
    quads.push_back({node(i), x("v"), Term::integer(static_cast<int>(i)), std::nullopt});
    if (i % 10 == 3) quads.push_back({node(i), x("v"), Term::string("none"), std::nullopt});
  }
  return std::make_shared<storage::MemorySource>(quads);
}

struct Answer {
  std::vector<std::string> rows;
  std::string plan;
};

Answer answer(const std::shared_ptr<const storage::QuadSource>& from, const std::string& text) {
  QueryOptions options;
  options.prefixes["x"] = "urn:x:";
  QueryResult result = start_query(from, text, options);
  Answer answer;
  for (dossier::Row row; result.next(row);) {
    std::string& line = answer.rows.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i) line += row[i] ? row[i]->to_string() + " " : "- ";
  }
  std::sort(answer.rows.begin(), answer.rows.end());
  answer.plan = result.plan();
  return answer;
}

}  // namespace

TEST_CASE("rows that count for several") {
  const auto from = graph();
  const std::string pattern = GENERATE(
      "?w x:a ?p . ?w x:b ?q", "?w x:a ?p ; x:b ?q ; x:c ?r", "?w x:a ?p . ?u x:b ?w ; x:c ?r",
      "?w x:a ?p . ?w x:b ?q OPTIONAL { ?w x:c ?r . ?r x:a ?z }",
      "{ ?w x:a ?p . ?w x:b ?q } UNION { ?w x:c ?p . ?w x:b ?z }",
      "?w x:a ?p . ?w x:b ?q MINUS { ?w x:c x:n3 }", "?w x:a ?p . ?p x:b ?q . ?q x:c ?r",
      "?w x:a ?p . ?p x:b ?q FILTER(?w != x:n4)",
      "?w x:a ?p . ?w x:b ?q FILTER EXISTS { ?w x:c ?r }",
      "?w x:a ?p . ?w x:b ?q BIND(STRLEN(STR(?w)) AS ?z)", "?w x:a ?w . ?w x:b ?q ; x:c ?z");
  const std::string joined = pattern + " . ?w x:v ?v";
  for (const std::string select :
       {"SELECT (COUNT(*) AS ?n) {", "SELECT (SUM(?v) AS ?n) (AVG(?v) AS ?m) (COUNT(?v) AS ?k) {",
        "SELECT (COUNT(?z) AS ?n) (COUNT(DISTINCT ?w) AS ?m) (MIN(?v) AS ?k) {",
        "SELECT (SUM(1 / (?v - 7)) AS ?n) {"}) {
    for (const std::string& body : {pattern, joined}) {
      for (const std::string groups : {"", " GROUP BY ?w", " GROUP BY ?q"}) {
        const std::string text = select + body + " }" + groups;
        const std::string all = select + "{ SELECT * {" + body + "} LIMIT 100000000 } }" + groups;
        const Answer counted = answer(from, text);
        INFO(text << counted.plan);
        CHECK(counted.rows == answer(from, all).rows);
      }
    }
  }
}

TEST_CASE("a number of rows that no number can say is an error") {
  std::vector<Quad> quads;
  for (int i = 0; i < 4096; ++i)
    quads.push_back({x("s"), x("p"), x("o" + std::to_string(i)), std::nullopt});
  const auto from = std::make_shared<storage::MemorySource>(quads);
  const auto star = [](int arms) {
    std::string text = "SELECT (COUNT(*) AS ?n) {";
    for (int i = 0; i < arms; ++i) text += fmt::format(" ?s x:p ?o{} .", i);
    return text + " }";
  };
  CHECK(answer(from, star(5)).rows ==
        std::vector<std::string>{"\"1152921504606846976\"^^"
                                 "<http://www.w3.org/2001/XMLSchema#integer> "});
  CHECK_THROWS_WITH(answer(from, star(6)), Catch::Contains("9,223,372,036,854,775,807"));
}

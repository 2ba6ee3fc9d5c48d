// SPDX-License-Identifier: Apache-2.0
// Prepared queries and the plans a base keeps: the rows are those of a query that is new.
#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "dossier/dossier.h"
#include "temporary_base.h"

using namespace dossier;

namespace {

constexpr const char* kPeople = R"(
  PREFIX x: <urn:x:>
  INSERT DATA {
    x:kim x:name "Kim" ; x:age 41 ; x:knows x:lee, x:ada .
    x:lee x:name "Lee" ; x:age 35 ; x:knows x:ada .
    x:ada x:name "Ada" ; x:age 28 .
    GRAPH x:g { x:lee x:likes x:tea }
  })";

Term x(const std::string& name) { return Term::iri("urn:x:" + name); }

/// One line a row, sorted.
std::vector<std::string> rows_of(QueryResult result) {
  std::vector<std::string> lines;
  for (const Row& row : result) {
    std::string line;
    for (const auto& value : row.values()) line += (value ? value->value() : "-") + " ";
    lines.push_back(line);
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

using Lines = std::vector<std::string>;

QueryOptions with_prefix() {
  QueryOptions options;
  options.prefixes = {{"x", "urn:x:"}};
  return options;
}

struct Case {
  const char* text;
  const char* parameter;
  std::vector<std::pair<Term, Lines>> runs;
};

const Case kCases[] = {
    {"SELECT ?n { $who x:name ?n }",
     "who",
     {{x("kim"), {"Kim "}}, {x("ada"), {"Ada "}}, {x("nobody"), {}}, {x("kim"), {"Kim "}}}},
    {"SELECT ?n { $who x:knows ?f . ?f x:name ?n }",
     "who",
     {{x("lee"), {"Ada "}}, {x("kim"), {"Ada ", "Lee "}}, {x("ada"), {}}}},
    // Where a parameter is shown it has its value.
    {"SELECT * { $who x:age ?a }",
     "who",
     {{x("kim"), {"41 urn:x:kim "}}, {x("lee"), {"35 urn:x:lee "}}}},
    {"SELECT ?s $age { ?s x:age $age }",
     "age",
     {{Term::integer(41), {"urn:x:kim 41 "}}, {Term::integer(28), {"urn:x:ada 28 "}}}},
    // Where its value decides about the plan.
    {"SELECT ?s { ?s x:age ?a FILTER(?a > $least) }",
     "least",
     {{Term::integer(40), {"urn:x:kim "}},
      {Term::integer(30), {"urn:x:kim ", "urn:x:lee "}},
      {Term::integer(90), {}}}},
    {"SELECT ?s { ?s x:name ?n FILTER($yes) }",
     "yes",
     {{Term::boolean(false), {}},
      {Term::boolean(true), {"urn:x:ada ", "urn:x:kim ", "urn:x:lee "}}}},
    {"SELECT ?s { ?s ?p ?o FILTER(?p = $p) }",
     "p",
     {{x("likes"), {"urn:x:lee "}}, {x("nothing"), {}}}},
    {"SELECT ?o { GRAPH $g { ?s ?p ?o } }",
     "g",
     {{x("g"), {"urn:x:tea "}}, {x("h"), {}}, {x("g"), {"urn:x:tea "}}}},
    {"SELECT ?n { ?s x:name ?n } ORDER BY ?n LIMIT $many",
     "many",
     {{Term::integer(1), {"Ada "}}, {Term::integer(2), {"Ada ", "Kim "}}}},
    {"SELECT ?t { $who x:knows+ ?t }",
     "who",
     {{x("lee"), {"urn:x:ada "}}, {x("kim"), {"urn:x:ada ", "urn:x:lee "}}}},
    {"SELECT ?n { VALUES ?s { x:kim x:lee } ?s x:name ?n }",
     "s",
     {{x("lee"), {"Lee "}}, {x("ada"), {}}, {x("kim"), {"Kim "}}}},
    {"SELECT ?s { ?s x:name ?n FILTER NOT EXISTS { ?s x:knows $friend } }",
     "friend",
     {{x("lee"), {"urn:x:ada ", "urn:x:lee "}}, {x("ada"), {"urn:x:ada "}}}},
    {"SELECT ?s { ?s x:name ?n FILTER EXISTS { $who x:knows ?f FILTER(?f = ?s) } }",
     "who",
     {{x("lee"), {"urn:x:ada "}}, {x("kim"), {"urn:x:ada ", "urn:x:lee "}}}},
    {"SELECT (COUNT(*) AS ?c) { $who x:knows ?f }",
     "who",
     {{x("kim"), {"2 "}}, {x("lee"), {"1 "}}}},
};

}  // namespace

TEST_CASE("a prepared query gives the rows of each value") {
  TemporaryBase kb;
  kb->update(kPeople);
  for (const Case& one : kCases) {
    const PreparedQuery query = kb->prepare(one.text, with_prefix());
    for (const auto& [value, expected] : one.runs) {
      INFO(one.text << " with " << value.to_string());
      CHECK(rows_of(query.run({{one.parameter, value}})) == expected);
      QueryOptions options = with_prefix();
      options.parameters = {{one.parameter, value}};
      CHECK(rows_of(kb->query(one.text, options)) == expected);
    }
  }
}

TEST_CASE("a kept plan sees what is written later") {
  TemporaryBase kb;
  kb->update(kPeople);
  const char* texts[] = {
      "SELECT ?n { <urn:x:new> <urn:x:name> ?n }",
      "SELECT ?n { <urn:x:kim> <urn:x:newname> ?n }",
      "SELECT ?n { GRAPH <urn:x:newgraph> { ?s ?p ?n } }",
      "SELECT ?n { GRAPH <urn:x:newgraph> { BIND(\"there\" AS ?n) } }",
      "SELECT ?n FROM <urn:x:newgraph> { ?s ?p ?n }",
      "SELECT ?n { VALUES ?s { <urn:x:new> } ?s <urn:x:name> ?n }",
      "SELECT ?n { ?s <urn:x:about> <<( <urn:x:new> <urn:x:p> <urn:x:q> )>> ; <urn:x:says> ?n }",
      "SELECT ?n { ?s <urn:x:text> ?n FILTER(?n = \"something that is long\") }",
  };
  for (const char* text : texts) {
    INFO(text);
    CHECK(rows_of(kb->query(text)).empty());
    CHECK(rows_of(kb->query(text)).empty());
  }
  kb->update(R"(PREFIX x: <urn:x:> INSERT DATA {
    x:new x:name "New" . x:kim x:newname "Kimberly" . GRAPH x:newgraph { x:a x:b "there" }
    x:r x:about <<( x:new x:p x:q )>> ; x:says "said" . x:t x:text "something that is long" })");
  for (const char* text : texts) {
    INFO(text);
    CHECK(rows_of(kb->query(text)).size() == 1);
  }
}

TEST_CASE("the clock is read in each run") {
  TemporaryBase kb;
  const PreparedQuery query = kb->prepare("SELECT (NOW() AS ?now) {}");
  const auto now = [&query] {
    QueryResult result = query.run();
    Row row;
    REQUIRE(result.next(row));
    return row["now"].as<std::string>();
  };
  const std::string first = now();
  std::this_thread::sleep_for(std::chrono::milliseconds(2));
  CHECK(first != now());
}

TEST_CASE("the same text means another thing under other options") {
  TemporaryBase kb;
  kb->update(kPeople);
  const char* text = "SELECT ?s { ?s y:likes ?o }";
  QueryOptions options;
  options.prefixes = {{"y", "urn:x:"}};
  CHECK(rows_of(kb->query(text, options)) == Lines{"urn:x:lee "});
  options.default_graph = DefaultGraph::strict;
  CHECK(rows_of(kb->query(text, options)).empty());
  options.default_graph = DefaultGraph::union_of_all;
  options.prefixes = {{"y", "urn:z:"}};
  CHECK(rows_of(kb->query(text, options)).empty());
}

TEST_CASE("a plan is made again when the data has changed") {
  TemporaryBase kb;
  const char* text = "SELECT ?a { ?a <urn:x:p> ?b . ?a <urn:x:q> ?c }";
  const PreparedQuery query = kb->prepare(text);
  const auto first_scan = [&query] {
    const std::string plan = query.run().plan();
    return plan.substr(plan.rfind("scan"));
  };
  const auto fill = [&kb](const std::string& predicate, int count) {
    Transaction transaction = kb->begin();
    for (int i = 0; i < count; ++i)
      transaction.insert({x(std::to_string(i)), x(predicate), Term::integer(i), std::nullopt});
    transaction.commit();
  };
  fill("q", 3);
  fill("p", 5000);
  const std::string before = first_scan();
  CHECK(first_scan() == before);
  fill("q", 5000);
  fill("r", 20000);
  CHECK(first_scan() != before);  // its estimate is of the new counts
}

TEST_CASE("several threads run one prepared query") {
  TemporaryBase kb;
  kb->update(kPeople);
  const PreparedQuery query =
      kb->prepare("SELECT ?n { $who x:name ?n OPTIONAL { $who x:knows ?f } }", with_prefix());
  std::vector<std::thread> threads;
  std::vector<int> wrong(4);
  for (std::size_t i = 0; i < wrong.size(); ++i) {
    threads.emplace_back([&, i] {
      const bool kim = i % 2 == 0;
      for (int round = 0; round < 200; ++round) {
        const Lines got = rows_of(query.run({{"who", x(kim ? "kim" : "ada")}}));
        if (got != (kim ? Lines{"Kim ", "Kim "} : Lines{"Ada "})) ++wrong[i];
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == std::vector<int>(4));
}

TEST_CASE("mistakes in parameters of a prepared query are told") {
  TemporaryBase kb;
  CHECK_THROWS_AS(kb->prepare("SELECT * {"), Error);
  const PreparedQuery query = kb->prepare("SELECT ?s { ?s ?p $o } LIMIT $many");
  const auto code = [&](const Parameters& parameters) {
    try {
      query.run(parameters);
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode::storage;
  };
  CHECK(code({{"o", 1}}) == ErrorCode::usage);                             // LIMIT needs a value
  CHECK(code({{"o", 1}, {"many", "x"}}) == ErrorCode::usage);              // no number
  CHECK(code({{"o", 1}, {"many", 1}, {"other", 1}}) == ErrorCode::usage);  // not in the query
  CHECK(rows_of(query.run({{"o", 1}, {"many", 1}})).empty());
}

TEST_CASE("a prepared query takes limits for one run") {
  TemporaryBase kb;
  kb->update(kPeople);
  const PreparedQuery query = kb->prepare("SELECT ?s { ?s ?p $o }");
  QueryOptions options;
  options.row_limit = 0;
  CHECK(rows_of(query.run({{"o", x("ada")}}, options)).empty());
  CHECK(rows_of(query.run({{"o", x("ada")}})).size() == 2);
  options.row_limit.reset();
  options.cancellation.cancel();
  CHECK_THROWS_AS(rows_of(query.run({{"o", x("ada")}}, options)), Error);
}

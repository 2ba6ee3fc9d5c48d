// SPDX-License-Identifier: Apache-2.0
// Aggregates of the application. What they give stands in aggregates/*.case, whose blocks are those
// of query_files_test.cc; x:product, x:list, x:throws and x:unmade are defined here.
#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>
#include <stdexcept>
#include <thread>

#include "count_values.h"
#include "dossier/dossier.h"
#include "graph_case.h"
#include "temporary_base.h"
#include "tests/case_file.h"

using namespace dossier;

namespace {

/// 1 for nothing; nothing for a value that is no integer.
class Product : public AggregateState {
 public:
  void add(const Term& value) override {
    const auto number = value.as<std::optional<std::int64_t>>();
    all_ = all_ && number ? std::optional(*all_ * *number) : std::nullopt;
  }
  std::optional<Term> result() override {
    return all_ ? std::optional(Term::integer(*all_)) : std::nullopt;
  }

 private:
  std::optional<std::int64_t> all_ = 1;
};

/// The values in order.
class List : public AggregateState {
 public:
  void add(const Term& value) override {
    values_.push_back(value.value());
    bytes_ += value.value().size();
  }
  std::optional<Term> result() override {
    std::sort(values_.begin(), values_.end());
    std::string text;
    for (const std::string& value : values_) text += (text.empty() ? "" : " ") + value;
    return Term::string(text);
  }
  std::size_t bytes() const override { return bytes_ + values_.size() * sizeof(std::string); }

 private:
  std::vector<std::string> values_;
  std::size_t bytes_ = 0;
};

class Throws : public AggregateState {
 public:
  void add(const Term& value) override { throw std::runtime_error(value.value() + " is too much"); }
  std::optional<Term> result() override { throw std::runtime_error("nothing to say"); }
};

void register_all(KnowledgeBase& kb) {
  kb.register_aggregate("urn:x:product", [] { return std::make_unique<Product>(); });
  kb.register_aggregate("urn:x:list", [] { return std::make_unique<List>(); });
  kb.register_aggregate("urn:x:throws", [] { return std::make_unique<Throws>(); });
  kb.register_aggregate("urn:x:unmade", [] { return std::unique_ptr<AggregateState>(); });
}

QueryOptions options_for_test() {
  QueryOptions options;
  options.threads = 3;
  options.prefixes["x"] = "urn:x:";
  return options;
}

std::vector<std::string> rows(const KnowledgeBase& kb, const std::string& text) {
  QueryResult result = kb.query(text, options_for_test());
  return rows_of(result);
}

std::string message(const KnowledgeBase& kb, const std::string& text,
                    const QueryOptions& options = options_for_test()) {
  try {
    QueryResult result = kb.query(text, options);
    rows_of(result);
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

void check(const KnowledgeBase& kb, const test::Step& query, const test::Step& expected) {
  INFO(query.text);
  std::vector<std::string> wanted = test::lines_of(expected.text);
  if (expected.kind == "error") {
    CHECK_THAT(message(kb, query.text), Catch::Contains(wanted.at(0)));
    return;
  }
  std::vector<std::string> got = rows(kb, query.text);
  if (expected.words.find("ordered") == std::string::npos) {
    std::sort(got.begin(), got.end());
    std::sort(wanted.begin(), wanted.end());
  }
  CHECK(got == wanted);
}

/// 100,000 numbers in ten groups.
void load_numbers(KnowledgeBase& kb) {
  std::int64_t number = 0;
  kb.load([&](Quad& quad) {
    if (number == 100'000) return false;
    quad = {Term::iri("urn:x:n" + std::to_string(number)), Term::iri("urn:x:digit"),
            Term::integer(number % 10), std::nullopt};
    ++number;
    return true;
  });
}

const char* const kCounts =
    "SELECT ?n (x:count(?s) AS ?all) { ?s x:digit ?n } GROUP BY ?n ORDER BY ?n";

}  // namespace

TEST_CASE("aggregates of the application give what their files say") {
  for (const test::Case& one : test::read_cases(DOSSIER_TEST_DATA "/aggregates")) {
    INFO(one.where());
    TemporaryBase kb;
    register_all(*kb);
    Transaction transaction = kb->begin();
    for (const Quad& quad : quads_of(one.only("data").text)) transaction.insert(quad);
    transaction.commit();
    REQUIRE(one.steps.size() % 2 == 1);
    for (std::size_t i = 1; i < one.steps.size(); i += 2) {
      REQUIRE(one.steps[i].kind == "query");
      check(*kb, one.steps[i], one.steps[i + 1]);
    }
  }
}

TEST_CASE("groups of many rows are right with several threads and in several queries at a time") {
  TemporaryBase kb;
  load_numbers(*kb);
  kb->register_aggregate("urn:x:count", [] { return std::make_unique<test::CountValues>(); });
  std::vector<std::string> wanted;
  for (int digit = 0; digit < 10; ++digit)
    wanted.push_back("\"" + std::to_string(digit) + "\"^^xsd:integer | \"10000\"^^xsd:integer");
  std::vector<std::vector<std::string>> got(4);
  std::vector<std::thread> threads;
  for (auto& own : got) threads.emplace_back([&] { own = rows(*kb, kCounts); });
  for (std::thread& thread : threads) thread.join();
  for (const auto& own : got) CHECK(own == wanted);
}

TEST_CASE("an aggregate stops at the limits of its query") {
  TemporaryBase kb;
  load_numbers(*kb);
  register_all(*kb);
  const char* text = "SELECT (x:list(?s) AS ?all) { ?s x:digit ?n }";
  QueryOptions little = options_for_test();
  little.memory_bytes = std::size_t{2} << 20;
  CHECK_THAT(message(*kb, text, little), Catch::Contains("memory"));
  QueryOptions cancelled = options_for_test();
  kb->register_aggregate("urn:x:count", [&cancelled]() -> std::unique_ptr<AggregateState> {
    cancelled.cancellation.cancel();
    return std::make_unique<test::CountValues>();
  });
  CHECK_THAT(message(*kb, kCounts, cancelled), Catch::Contains("cancelled"));
}

TEST_CASE("a plan names the aggregate") {
  TemporaryBase kb;
  register_all(*kb);
  CHECK_THAT(
      kb->explain("SELECT (x:product(DISTINCT ?n) AS ?all) { ?s ?p ?n }", options_for_test()),
      Catch::Contains("product>(DISTINCT ?n)") || Catch::Contains("x:product(DISTINCT ?n)"));
}

TEST_CASE("what an IRI is counts when a query starts") {
  TemporaryBase kb;
  kb->update("INSERT DATA { <urn:x:a> <urn:x:n> 2 , 3 }");
  const std::string text = "SELECT (x:f(?n) AS ?x) { ?s x:n ?n }";
  const PreparedQuery prepared = kb->prepare(text, options_for_test());
  const auto run = [&] {
    QueryResult result = prepared.run();
    return rows_of(result);
  };
  kb->register_aggregate("urn:x:f", [] { return std::make_unique<Product>(); });
  CHECK(kb->is_aggregate("urn:x:f"));
  const std::vector<std::string> product{"\"6\"^^xsd:integer"};
  CHECK(rows(*kb, text) == product);
  CHECK(run() == product);
  kb->register_function("urn:x:f", {1, 1}, [](auto) { return Term::integer(1); });
  CHECK_FALSE(kb->is_aggregate("urn:x:f"));
  const std::vector<std::string> ones(2, "\"1\"^^xsd:integer");
  CHECK(rows(*kb, text) == ones);
  CHECK(run() == ones);
}

TEST_CASE("updates, transactions, saved queries and help with empty results know aggregates") {
  TemporaryBase kb;
  register_all(*kb);
  const QueryOptions options = options_for_test();
  kb->update("INSERT DATA { x:a x:n 2 , 3 }", options);
  const char* grouped = "{ SELECT ?s (x:product(?n) AS ?all) { ?s x:n ?n } GROUP BY ?s }";
  kb->update(std::string("INSERT { ?s x:all ?all } WHERE ") + grouped, options);
  CHECK(rows(*kb, "SELECT ?x { x:a x:all ?x }").at(0) == "\"6\"^^xsd:integer");
  Transaction transaction = kb->begin();
  QueryResult inside = transaction.query("SELECT (x:product(?n) AS ?x) { ?s x:n ?n }", options);
  CHECK(rows_of(inside).at(0) == "\"6\"^^xsd:integer");
  transaction.rollback();
  kb->save_query(
      {"all", "# @param who list of IRI Whose\nSELECT (x:product(?n) AS ?x) { ?who x:n ?n }"});
  QueryResult saved = kb->run("all", {{"who", ParameterValue({"<urn:x:a>"})}}, options);
  CHECK(rows_of(saved).at(0) == "\"6\"^^xsd:integer");
  CHECK(kb->unknown_constants("SELECT ?s (x:product(?n) AS ?x) { ?s x:m ?n } GROUP BY ?s", options)
            .size() == 1);
}

TEST_CASE("an aggregate that cannot be called is refused") {
  TemporaryBase kb;
  const AggregateFactory make = [] { return std::make_unique<Product>(); };
  CHECK_THROWS_AS(kb->register_aggregate("product", make), Error);
  CHECK_THROWS_AS(kb->register_aggregate("http://www.w3.org/2001/XMLSchema#f", make), Error);
  CHECK_THROWS_AS(kb->register_aggregate("urn:x:f", nullptr), Error);
}

// SPDX-License-Identifier: Apache-2.0
// Queries that several threads work on: the answers of one thread, its limits and its errors. The
// queries are in parallel/*.case.
#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <memory>
#include <random>
#include <thread>

#include "dossier/error.h"
#include "engine/plan/passes.h"
#include "engine/query/query_result.h"
#include "graph_case.h"
#include "storage/memory_source.h"
#include "tests/case_file.h"

using namespace dossier;

namespace {

Term x(const std::string& name) { return Term::iri("urn:x:" + name); }

Term mixed(std::uint64_t n) {
  const char* const kDouble = "http://www.w3.org/2001/XMLSchema#double";
  const char* const kDecimal = "http://www.w3.org/2001/XMLSchema#decimal";
  if (n % 3 == 0) return Term::integer(static_cast<std::int64_t>(n));
  if (n % 3 == 1) return Term::typed(std::to_string(n) + ".25", kDecimal);
  return Term::typed(std::to_string(n) + ".1e0", kDouble);
}

/// 1,500 subjects of four kinds, in three graphs, some triples in two of them.
std::vector<Quad> graph() {
  std::mt19937_64 random(42);
  std::vector<Quad> quads;
  for (std::size_t i = 0; i < 1500; ++i) {
    const Term subject = x("s" + std::to_string(i));
    const std::optional<Term> place =
        i % 3 == 0 ? std::nullopt : std::optional(x("g" + std::to_string(i % 3)));
    const auto add = [&](const char* predicate, Term object) {
      quads.push_back({subject, x(predicate), std::move(object), place});
      if (random() % 8 == 0) {
        quads.push_back(quads.back());
        quads.back().graph = x("g9");
      }
    };
    const std::uint64_t number = random() % 700;
    add("kind", x("k" + std::to_string(random() % 4)));
    add("number", Term::integer(static_cast<std::int64_t>(number)));
    add("mixed", mixed(random() % 900));
    add("name", Term::string("name of " + std::to_string(number)));
    for (std::uint64_t n = random() % 4; n > 0; --n)
      add("knows", x("s" + std::to_string(random() % 1500)));
  }
  return quads;
}

std::shared_ptr<const storage::QuadSource> source() {
  static const auto made = std::make_shared<storage::MemorySource>(graph());
  return made;
}

QueryOptions with_threads(std::size_t threads) {
  QueryOptions options;
  options.prefixes["x"] = "urn:x:";
  options.threads = threads;
  return options;
}

plan::PassSwitches in_parts(std::uint64_t rows) {
  plan::PassSwitches passes;
  passes.part_rows = rows;
  return passes;
}

std::vector<std::string> answer(const std::string& query, std::size_t threads,
                                const plan::PassSwitches& passes, std::string* plan = nullptr) {
  QueryResult result = start_query(source(), query, with_threads(threads), passes);
  if (plan != nullptr) *plan = result.plan();
  std::vector<std::string> rows = rows_of(result);
  if (query.find("ORDER BY") == std::string::npos) std::sort(rows.begin(), rows.end());
  return rows;
}

ErrorCode failure(const std::shared_ptr<const storage::QuadSource>& from, const std::string& query,
                  const QueryOptions& options) {
  try {
    QueryResult result = start_query(from, query, options, in_parts(50));
    rows_of(result);
  } catch (const Error& error) {
    return error.code();
  }
  FAIL("no error");
  return {};
}

/// Its scans fail when so many have been begun.
class BrokenSource : public storage::MemorySource {
 public:
  using MemorySource::MemorySource;
  std::unique_ptr<storage::Scan> scan(const storage::ScanRequest& request) const override {
    if (++begun_ > 20) throw Error(ErrorCode::storage, "the block is damaged");
    return MemorySource::scan(request);
  }

 private:
  mutable std::atomic<int> begun_{0};
};

/// Never ends in a time that a test would take.
const char* const kEndless =
    "SELECT (COUNT(*) AS ?n) { ?a x:number ?u . ?b x:mixed ?v . ?c x:number ?w "
    "FILTER(?u + ?v + ?w < 0) }";

}  // namespace

TEST_CASE("several threads give the answers of one") {
  plan::PassSwitches serial;
  serial.off.emplace(plan::planner_switch::kParts);
  for (const test::Case& one : test::read_cases(DOSSIER_TEST_DATA "/parallel")) {
    for (const test::Step& step : one.steps) {
      INFO(one.where() << "\n" << step.text);
      const auto wanted = answer(step.text, 1, serial);
      CHECK((one.name == "none at all" || !wanted.empty()));
      for (const std::size_t threads : {1U, 2U, 4U}) {
        for (const std::uint64_t rows : {50U, 1000U}) {
          std::string plan;
          INFO(threads << " threads, parts of " << rows);
          const auto got = answer(step.text, threads, in_parts(rows), &plan);
          INFO(plan);
          CHECK(got == wanted);
          CHECK((plan.find("parallel") != std::string::npos) == (step.words == "parallel"));
        }
      }
    }
  }
}

TEST_CASE("a query that reads little stays with its thread") {
  std::string plan;
  answer("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", 4, {}, &plan);
  CHECK(plan.find("parallel") == std::string::npos);
}

TEST_CASE("several threads stop at a time limit and at a cancellation") {
  QueryOptions limited = with_threads(4);
  limited.timeout = std::chrono::milliseconds(100);
  const auto start = std::chrono::steady_clock::now();
  CHECK(failure(source(), kEndless, limited) == ErrorCode::timeout);
  QueryOptions cancelled = with_threads(4);
  std::thread other([token = cancelled.cancellation]() mutable {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    token.cancel();
  });
  CHECK(failure(source(), kEndless, cancelled) == ErrorCode::cancelled);
  other.join();
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
}

TEST_CASE("the caller's thread alone asks whether a query is cancelled") {
  const std::thread::id caller = std::this_thread::get_id();
  std::atomic<bool> asked_elsewhere{false};
  QueryOptions options = with_threads(4);
  options.timeout = std::chrono::milliseconds(200);
  options.cancellation = CancellationToken([&] {
    if (std::this_thread::get_id() != caller) asked_elsewhere = true;
    return false;
  });
  CHECK(failure(source(), kEndless, options) == ErrorCode::timeout);
  CHECK(!asked_elsewhere);
}

TEST_CASE("several threads share one memory limit") {
  QueryOptions options = with_threads(4);
  options.memory_bytes = std::size_t{3} << 19;
  const char* const query =
      "SELECT ?w ?a ?b (COUNT(*) AS ?n) { ?a x:kind ?k . ?b x:number ?v BIND(CONCAT(\"a text for "
      "\", "
      "STR(?a), STR(?v)) AS ?w) } GROUP BY ?w ?a ?b";
  CHECK(failure(source(), query, options) == ErrorCode::limit);
}

TEST_CASE("an error of any thread reaches the caller") {
  const auto broken = std::make_shared<BrokenSource>(graph());
  CHECK(failure(broken, "SELECT ?k (COUNT(*) AS ?n) { ?s x:number ?k } GROUP BY ?k",
                with_threads(4)) == ErrorCode::storage);
}

TEST_CASE("a profile counts the rows of all threads") {
  QueryOptions options = with_threads(4);
  options.profile = true;
  QueryResult result =
      start_query(source(), "SELECT (COUNT(*) AS ?n) { ?s x:number ?v }", options, in_parts(50));
  rows_of(result);
  const std::string plan = result.plan();
  INFO(plan);
  CHECK(plan.find("rows 1500, batches") != std::string::npos);
}

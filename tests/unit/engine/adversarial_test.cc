// SPDX-License-Identifier: Apache-2.0
// Queries and updates that would run for ever or take all memory: limits/*.case. That each stops is
// the test; one that doesn't hangs.
#include <catch2/catch.hpp>
#include <chrono>
#include <string>
#include <thread>

#include "temporary_base.h"
#include "tests/case_file.h"

using namespace dossier;
using test::Step;

namespace {

constexpr std::size_t kMuch = std::size_t{4} << 30;

QueryOptions options() {
  QueryOptions result;
  result.prefixes["x"] = "urn:x:";
  return result;
}

/// 1000 numbers, each in a graph and in a ring with shortcuts.
void fill(KnowledgeBase& base) {
  Transaction transaction = base.begin();
  const auto thing = [](int i) { return Term::iri("urn:x:s" + std::to_string(i % 1000)); };
  const Term next = Term::iri("urn:x:next");
  for (int i = 0; i < 1000; ++i) {
    transaction.insert({thing(i), Term::iri("urn:x:v"), Term::integer(i), std::nullopt});
    transaction.insert({thing(i), Term::iri("urn:x:v"), Term::integer(i), thing(i / 10)});
    transaction.insert({thing(i), Term::iri("urn:x:same"), Term::string("same"), std::nullopt});
    for (int jump : {1, 7, 31}) transaction.insert({thing(i), next, thing(i + jump), std::nullopt});
  }
  transaction.commit(Durability::relaxed);
}

void run(KnowledgeBase& base, const Step& request, const QueryOptions& options) {
  if (request.kind == "update") {
    Transaction transaction = base.begin();
    transaction.update(request.text, options);
    return;
  }
  QueryResult result = base.query(request.text, options);
  Row row;
  Quad triple;
  if (result.form() == QueryResult::Form::select)
    while (result.next(row)) continue;
  if (result.form() == QueryResult::Form::construct)
    while (result.next(triple)) continue;
}

/// What stopped it.
std::optional<ErrorCode> stopped_by(KnowledgeBase& base, const Step& request,
                                    const QueryOptions& options) {
  try {
    run(base, request, options);
  } catch (const Error& error) {
    return error.code();
  }
  return std::nullopt;
}

std::vector<Step> requests_of(const std::string& file) {
  std::vector<Step> requests;
  for (const test::Case& one : test::read_cases(DOSSIER_TEST_DATA "/limits/" + file))
    requests.push_back(one.steps.at(0));
  return requests;
}

}  // namespace

TEST_CASE("whatever runs long stops at the time limit") {
  TemporaryBase base;
  fill(*base);
  QueryOptions limited = options();
  limited.timeout = std::chrono::milliseconds(100);
  limited.memory_bytes = kMuch;
  for (const Step& request : requests_of("adversarial.case")) {
    INFO(request.text);
    CHECK(stopped_by(*base, request, limited) == ErrorCode::timeout);
  }
}

TEST_CASE("whatever runs long stops when it is cancelled") {
  TemporaryBase base;
  fill(*base);
  for (const Step& request : requests_of("adversarial.case")) {
    INFO(request.text);
    QueryOptions cancelled = options();
    cancelled.memory_bytes = kMuch;
    std::thread canceller([token = cancelled.cancellation]() mutable {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
      token.cancel();
    });
    const auto stopped = stopped_by(*base, request, cancelled);
    canceller.join();
    CHECK(stopped == ErrorCode::cancelled);
  }
}

TEST_CASE("whatever keeps much stops at the memory limit") {
  TemporaryBase base;
  fill(*base);
  QueryOptions limited = options();
  limited.memory_bytes = std::size_t{16} << 20;
  for (const Step& request : requests_of("memory_limits.case")) {
    INFO(request.text);
    CHECK(stopped_by(*base, request, limited) == ErrorCode::limit);
  }
}

TEST_CASE("deep nesting is planned in no time") {
  TemporaryBase base;
  fill(*base);
  std::string optional, unions = "?v0 x:next ?v1", exists = unions;
  for (int depth = 40; depth > 0; --depth) {
    const std::string edge =
        "?v" + std::to_string(depth) + " x:next ?v" + std::to_string(depth + 1) + " ";
    optional = "OPTIONAL { " + edge + optional + "}";
    unions = edge + "{ " + unions + " } UNION { ?v1 x:v ?v2 }";
    exists = edge + "FILTER EXISTS { " + exists + " }";
  }
  // Planning each part twice at each level would take 2^40 plans.
  for (const std::string& pattern : {"?v0 x:next ?v1 " + optional, unions, exists})
    CHECK_FALSE(base->explain("SELECT * { " + pattern + " }", options()).empty());
}

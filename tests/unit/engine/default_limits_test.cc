// SPDX-License-Identifier: Apache-2.0
// Limits that a knowledge base is opened with: they hold where a request names none of its own.
#include <catch2/catch.hpp>
#include <functional>
#include <thread>

#include "dossier/dossier.h"
#include "temporary_base.h"

using namespace dossier;
using std::chrono::milliseconds;

namespace {

/// Some seconds of work: all pairs of 20,000 subjects, none of which match.
const char* const kLong =
    "SELECT (COUNT(*) AS ?x) { ?a <urn:n> ?m . ?b <urn:n> ?n FILTER(?m + ?n < 0) }";
/// Some megabytes of rows kept.
const char* const kLarge = "SELECT DISTINCT ?a (CONCAT(STR(?a), \"-\") AS ?x) { ?a <urn:n> ?m }";

void fill(KnowledgeBase& kb) {
  std::int64_t number = 0;
  kb.load([&](Quad& quad) {
    if (number == 20'000) return false;
    quad = {Term::iri("urn:s" + std::to_string(number)), Term::iri("urn:n"), Term::integer(number),
            std::nullopt};
    ++number;
    return true;
  });
}

/// The code of the error that ends it, if one does.
std::optional<ErrorCode> code_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.code();
  }
  return std::nullopt;
}

void read(QueryResult result) {
  for (Row row; result.next(row);) {
  }
}

struct Case {
  const char* name;
  std::function<void(KnowledgeBase&, const QueryOptions&)> run;
};

std::vector<Case> requests(const std::string& text) {
  return {
      {"query", [text](KnowledgeBase& kb, const QueryOptions& o) { read(kb.query(text, o)); }},
      {"prepared",
       [text](KnowledgeBase& kb, const QueryOptions& o) { read(kb.prepare(text, o).run()); }},
      {"prepared, run with options",
       [text](KnowledgeBase& kb, const QueryOptions& o) { read(kb.prepare(text).run({}, o)); }},
      {"saved query",
       [text](KnowledgeBase& kb, const QueryOptions& o) {
         kb.save_query({"one", text});
         read(kb.run("one", {}, o));
       }},
      {"transaction",
       [text](KnowledgeBase& kb, const QueryOptions& o) {
         Transaction transaction = kb.begin();
         read(transaction.query(text, o));
       }},
      {"update",
       [text](KnowledgeBase& kb, const QueryOptions& o) {
         kb.update("INSERT { ?x <urn:p> ?x } WHERE { { " + text + " } FILTER(ISIRI(?x)) }", o);
       }},
      {"update in a transaction",
       [text](KnowledgeBase& kb, const QueryOptions& o) {
         Transaction transaction = kb.begin();
         transaction.update("INSERT { ?x <urn:p> ?x } WHERE { { " + text + " } FILTER(ISIRI(?x)) }",
                            o);
       }},
  };
}

}  // namespace

TEST_CASE("the default time limit holds where a request names none") {
  OpenOptions opened;
  opened.query_timeout = milliseconds(50);
  TemporaryBase base(opened);
  KnowledgeBase& kb = *base;
  fill(kb);
  for (const Case& one : requests(kLong)) {
    INFO(one.name);
    CHECK(code_of([&] { one.run(kb, {}); }) == ErrorCode::timeout);
  }
  CHECK(code_of([&] { read(kb.query("SELECT * { <urn:s1> ?p ?o }")); }) == std::nullopt);
}

TEST_CASE("the default memory limit holds where a request names none, and its own wins") {
  OpenOptions opened;
  opened.query_memory_bytes = std::size_t{1} << 19;
  TemporaryBase base(opened);
  KnowledgeBase& kb = *base;
  fill(kb);
  QueryOptions own;
  own.memory_bytes = std::size_t{1} << 28;
  for (const Case& one : requests(kLarge)) {
    INFO(one.name);
    CHECK(code_of([&] { one.run(kb, {}); }) == ErrorCode::limit);
    CHECK(code_of([&] { one.run(kb, own); }) == std::nullopt);
  }
}

TEST_CASE("a request's own time limit wins over the default, also none at all") {
  OpenOptions opened;
  opened.query_timeout = milliseconds(0);
  TemporaryBase base(opened);
  KnowledgeBase& kb = *base;
  fill(kb);
  for (const milliseconds limit : {milliseconds(60'000), kNoTimeLimit}) {
    QueryOptions own;
    own.timeout = limit;
    for (const Case& one : requests(kLarge)) {
      INFO(one.name << " within " << limit.count());
      CHECK(code_of([&] { one.run(kb, {}); }) == ErrorCode::timeout);
      CHECK(code_of([&] { one.run(kb, own); }) == std::nullopt);
    }
  }
}

TEST_CASE("the default time limit ends an update's wait for another writer") {
  OpenOptions opened;
  opened.query_timeout = milliseconds(50);
  TemporaryBase base(opened);
  KnowledgeBase& kb = *base;
  Transaction other = kb.begin();
  std::optional<ErrorCode> code;
  std::thread waits(
      [&] { code = code_of([&] { kb.update("INSERT DATA { <urn:a> <urn:p> 1 }"); }); });
  waits.join();
  CHECK(code == ErrorCode::timeout);
}

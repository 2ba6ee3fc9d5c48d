// SPDX-License-Identifier: Apache-2.0
// However long or deep a query is, it ends with rows or with an error: also on a small stack.
#include <catch2/catch.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "../small_stack.h"
#include "dossier/error.h"
#include "engine/query/query_result.h"
#include "storage/memory_source.h"
#include "temporary_base.h"

using namespace dossier;

namespace {

std::shared_ptr<const storage::QuadSource> source() {
  std::vector<Quad> quads;
  for (int i = 0; i < 20; ++i)
    quads.push_back({Term::iri("urn:x:s" + std::to_string(i)), Term::iri("urn:x:p"),
                     Term::integer(i), std::nullopt});
  return std::make_shared<storage::MemorySource>(quads);
}

/// `part` so many times, "#" in it replaced by the number.
std::string repeated(std::string_view part, std::size_t times, std::string_view between = " ") {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) {
    if (i > 0) all += between;
    for (const char c : part) c == '#' ? all += std::to_string(i) : all += c;
  }
  return all;
}

struct Kind {
  const char* start;
  const char* part;
  const char* between;
  const char* end;
};

const std::vector<Kind> kChains = {
    {"ASK {", "VALUES ?x { 1 }", " ", "}"},
    {"SELECT * {", "VALUES ?x# { 1 }", " ", "}"},
    {"ASK {", "OPTIONAL { ?s ?p 1 }", " ", "}"},
    {"ASK { ?s ?p ?o", "OPTIONAL { ?s ?p ?o# }", " ", "}"},
    {"SELECT * {", "BIND(1 AS ?v#)", " ", "}"},
    {"SELECT ", "(1 AS ?v#)", " ", "{}"},
    {"ASK { ?s ?p ?o", "MINUS { ?s ?p 1 }", " ", "}"},
    {"ASK { ?s ?p ?o", " FILTER(?o != #)", " ", "}"},
    {"ASK { ?s ?p ?o", " FILTER EXISTS { ?s ?p ?q }", " ", "}"},
    {"ASK {", "{ ?s ?p # }", " UNION ", "}"},
    {"ASK { ?s ?p ?o", "{ ?s ?p 1 } UNION { ?s ?p 2 }", " ", "}"},
    {"ASK {", "?s# x:p ?s#1 .", " ", "}"},
    {"ASK { ?s ", "x:p", "/", " ?o }"},
    {"ASK { ?s ", "x:p", "|", " ?o }"},
    {"ASK { ?s ?p ?o FILTER(", "?o = #", " || ", ") }"},
    {"ASK { ?s ?p ?o FILTER(", "?o != #", " && ", ") }"},
    {"ASK { ?s ?p ?o FILTER(?o IN (", "#", ", ", ")) }"},
    {"ASK { ?s ?p ?o FILTER(0 < ", "#", " + ", ") }"},
    {"ASK {", "GRAPH ?g { ?s x:p ?o }", " ", "}"},
    {"ASK {", "{ SELECT ?s { ?s x:p ?o } }", " ", "}"},
    {"CONSTRUCT {", "?s x:p# ?o .", " ", "} WHERE { ?s ?p ?o }"},
    {"SELECT * { ?s ?p ?o } ORDER BY", "(?o + #)", " ", ""},
    {"SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY", "(?o + #)", " ", ""},
    {"SELECT (CONCAT(", "'#'", ", ", ") AS ?text) {}"},
    {"ASK { ?s x:p (", "#", " ", ") }"},
    {"ASK {", "?s# x:p ?o# BIND(?o# AS ?v#)", " ", "}"},
    {"ASK { ?s ?p ?o ", "BIND(EXISTS { ?s ?p 1 } AS ?e#)", " ", "}"},
    {"ASK {", "{ SELECT ?s { ?s x:p ?o } LIMIT 1 } MINUS { ?s x:q 1 } OPTIONAL { ?s x:p ?o# }", " ",
     "}"},
    {"ASK { GRAPH ?g { ?s x:p ?o", "OPTIONAL { ?s x:p ?o# }", " ", "} }"},
    {"SELECT * { BIND(x:s AS ?t0)", "BIND(TRIPLE(x:s, x:p, ?t#) AS ?t1#)", " ", "}"},
};

struct Nesting {
  const char* start;
  const char* open;
  const char* middle;
  const char* close;
  const char* end;
};

const std::vector<Nesting> kNestings = {
    {"ASK { FILTER(", "!(", "true", ")", ") }"},
    {"ASK { FILTER(0 < ", "1 + (", "1", ")", ") }"},
    {"SELECT (", "STR(", "1", ")", " AS ?v) {}"},
    {"ASK ", "{ ?s ?p ?o ", "", "}", ""},
    {"ASK { ?s ?p ?o ", "OPTIONAL { ?s ?p ?o# ", "", "}", "}"},
    {"ASK { ?s ?p ?o ", "FILTER EXISTS { ?s ?p ?o ", "", "}", "}"},
    {"ASK { ?s ?p ?o ", "MINUS { ?s ?p ?o ", "", "}", "}"},
    {"ASK { ?s ?p ?o ", "GRAPH ?g# { ?s ?p ?o ", "", "}", "}"},
    {"ASK { ?s ?p ?o ", "{ ?s ?p 1 } UNION { ?s ?p ?o ", "", "}", "}"},
    {"ASK { ?s ?p ?o ", "{ SELECT * { ?s ?p ?o ", "", "} }", "}"},
    {"ASK { ?s ", "(x:p/", "x:p", ")", " ?o }"},
    {"ASK { ?s ", "(x:p|", "x:p", ")*", " ?o }"},
    {"ASK { ?s ?p ", "<<( ?s ?p ", "1", ")>>", "}"},
    {"ASK { ?s ?p ?o VALUES ?o {", "<<( x:s x:p ", "1", ")>>", "} }"},
    {"CONSTRUCT { ?s x:p ", "<<( ?s x:p ", "1", ")>>", "} WHERE { ?s ?p ?o }"},
};

/// An answer, or one of the errors that a limit gives.
void run(const std::string& text) {
  QueryOptions options;
  options.prefixes["x"] = "urn:x:";
  options.timeout = std::chrono::milliseconds(200);
  options.memory_bytes = std::size_t{256} << 20;
  try {
    QueryResult result = start_query(source(), text, options);
    Row row;
    Quad triple;
    if (result.form() == QueryResult::Form::select) {
      while (result.next(row)) continue;
    } else if (result.form() == QueryResult::Form::construct) {
      while (result.next(triple)) continue;
    }
    const std::string plan = plan_of_query(source(), text, options);
    CHECK_FALSE(plan.empty());
  } catch (const Error& error) {
    INFO(error.what());
    CHECK((error.code() == ErrorCode::limit || error.code() == ErrorCode::timeout));
  }
}

}  // namespace

TEST_CASE("operators take memory for the rows there are") {
  QueryOptions options;
  options.prefixes["x"] = "urn:x:";
  const auto is_answered = [&](const std::string& pattern, std::size_t mebibytes) {
    options.memory_bytes = mebibytes << 20;
    QueryResult result = start_query(source(), "SELECT * { " + pattern + " } LIMIT 1", options);
    Row row;
    return result.next(row);
  };
  CHECK(is_answered(repeated("?s x:p ?o# .", 60), 16));
  CHECK(is_answered("?s x:p ?o " + repeated("OPTIONAL { ?s x:p ?o# }", 300), 128));
  CHECK(is_answered(repeated("{ ?a x:p ?b# }", 500, " UNION "), 16));
}

TEST_CASE("a chain of OPTIONAL and MINUS is planned with one set of what is read above") {
  QueryOptions options;
  options.prefixes["x"] = "urn:x:";
  options.memory_bytes = std::size_t{40} << 20;
  const std::string text =
      "ASK { ?s x:p ?o " +
      repeated("OPTIONAL { ?s x:p ?o# } MINUS { ?s x:p ?q# FILTER(?q# < 0) }", 2500) + "}";
  CHECK_FALSE(plan_of_query(source(), text, options).empty());
}

TEST_CASE("TRIPLE makes no term that is too deep to store") {
  const auto made = [](std::size_t depth) {
    std::string text = "SELECT (STR(?t" + std::to_string(depth) + ") AS ?s) ?t" +
                       std::to_string(depth) + " { BIND(<urn:x> AS ?t0) ";
    for (std::size_t i = 0; i < depth; ++i)
      text += "BIND(TRIPLE(<urn:x>, <urn:x>, ?t" + std::to_string(i) + ") AS ?t" +
              std::to_string(i + 1) + ") ";
    QueryResult result = start_query(source(), text + "}", {});
    Row row;
    return result.next(row) && row[1] && row[1]->is_triple();
  };
  on_small_stack([&] {
    CHECK(made(500));
    CHECK_THROWS_WITH(made(501), "TRIPLE would nest triple terms more than 500 deep");
    CHECK_THROWS_AS(made(20000), Error);
  });
}

TEST_CASE("long and deep queries keep to the stack of their thread") {
  on_small_stack([] {
    for (const std::size_t length : {300U, 4000U}) {
      for (const Kind& kind : kChains) {
        INFO(kind.start << kind.part << " x " << length);
        run(kind.start + repeated(kind.part, length, kind.between) + kind.end);
      }
    }
    for (const Nesting& nesting : kNestings) {
      for (const std::size_t depth : {50U, 240U}) {
        INFO(nesting.start << nesting.open << " x " << depth);
        run(nesting.start + repeated(nesting.open, depth, "") + nesting.middle +
            repeated(nesting.close, depth, "") + nesting.end);
      }
    }
  });
}

TEST_CASE("a plan of many levels numbers the deep ones") {
  std::string query = "SELECT * { ";
  for (int i = 0; i < 1'000; ++i) {
    const std::string from = "?v" + std::to_string(i);
    const std::string to = "?v" + std::to_string(i + 1);
    query += "{ SELECT " + from + ' ' + to + " { " + from + " ?p " + to + " } } ";
  }
  const std::string plan = TemporaryBase()->explain(query + '}');
  CHECK(plan.find("(level 900) ") != std::string::npos);
  CHECK(plan.size() < 1'000'000);
}

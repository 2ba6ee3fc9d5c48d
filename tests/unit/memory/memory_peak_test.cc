// SPDX-License-Identifier: Apache-2.0
// What requests really take in memory, measured from outside: each runs in a process of its own.
// The test itself opens no store: the threads of one would be missing in the processes it forks.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstddef>
#include <functional>
#include <optional>
#include <sstream>
#include <streambuf>
#include <string>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/results.h"
#include "temporary_base.h"

using namespace dossier;

namespace {

constexpr std::size_t kMegabyte = std::size_t{1} << 20;
constexpr std::size_t kLimit = 64 * kMegabyte;
constexpr std::size_t kSlack = 64 * kMegabyte;

/// A stream to nowhere.
class Nowhere : public std::streambuf {
  int_type overflow(int_type c) override { return traits_type::not_eof(c); }
  std::streamsize xsputn(const char*, std::streamsize size) override { return size; }
};

/// The largest resident memory of a process that does this. One that fails in any way but by a
/// limit fails the test.
std::size_t peak_of(const std::function<void()>& work) {
  const pid_t child = fork();
  if (child == 0) {
    int status = 0;
    try {
      work();
    } catch (const Error& error) {
      status = error.code() == ErrorCode::limit ? 0 : 1;
    } catch (...) {
      status = 2;
    }
    _exit(status);
  }
  int status = 0;
  rusage usage{};
  REQUIRE(wait4(child, &status, 0, &usage) == child);
  REQUIRE(WIFEXITED(status));
  REQUIRE(WEXITSTATUS(status) == 0);
  return static_cast<std::size_t>(usage.ru_maxrss) * 1024;
}

QueryOptions limited(std::size_t limit = kLimit) {
  QueryOptions options;
  options.memory_bytes = limit;
  return options;
}

void write(KnowledgeBase& base, const std::string& query, std::string_view format) {
  Nowhere nowhere;
  std::ostream out(&nowhere);
  QueryResult result = base.query(query, limited());
  write_results(result, format, out);
}

/// A pattern that binds ?x to `text`, 2 to the power of `doublings` times.
std::string doubled(const std::string& text, int doublings) {
  std::string pattern = "BIND(\"" + text + "\" AS ?x0) ";
  for (int i = 0; i < doublings; ++i) {
    const std::string from = "?x" + std::to_string(i);
    pattern += "BIND(CONCAT(" + from + "," + from + ") AS ?x" + std::to_string(i + 1) + ") ";
  }
  return pattern + "BIND(?x" + std::to_string(doublings) + " AS ?x) ";
}

std::string numbers(int count) {
  std::string values = "VALUES ?i { ";
  for (int i = 0; i < count; ++i) values += std::to_string(i) + ' ';
  return values + "} ";
}

std::string repeated(const std::string& text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

/// The part again and again, with new variables each time, but for ?v, which is the ?w before.
std::string chain(const std::string& part, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) {
    for (std::size_t at = 0; at < part.size(); ++at) {
      all += part[at];
      if (part[at] != '?') continue;
      const char name = part[++at];
      all += (name == 'w' ? "v" + std::to_string(i + 1) : name + std::to_string(i));
    }
  }
  return all;
}

bool is_instrumented() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  return true;
#else
  return false;
#endif
}

void check_peak(const std::function<void()>& work, std::size_t limit = kLimit) {
  const std::size_t before = peak_of([] {});
  const std::size_t peak = peak_of(work);
  if (is_instrumented()) return;  // what watches memory takes some itself
  CHECK((peak - before) / kMegabyte <= (limit + kSlack) / kMegabyte);
}

}  // namespace

TEST_CASE("functions that make long strings stay within the memory limit") {
  const std::string value = GENERATE(
      "ENCODE_FOR_URI(?x)", "REPLACE(?x, \"é\", \"0123456789\")", "UCASE(?x)", "LCASE(?x)",
      "CONCAT(?x, ?x, ?x)", "STRDT(?x, <urn:type>)", "IRI(CONCAT(\"urn:\", ?x))", "SUBSTR(?x, 2)");
  INFO(value);
  const std::string query = "SELECT ?y { " + doubled("é/ab", 22) + "BIND(" + value + " AS ?y) }";
  check_peak([&] {
    TemporaryBase base;
    write(*base, query, "tsv");
  });
}

TEST_CASE("operators that keep long strings stay within the memory limit") {
  const std::string rows =
      doubled("ab cd ef", 17) + numbers(400) + "BIND(CONCAT(?x,STR(?i)) AS ?y)";
  const std::string query =
      GENERATE_COPY("SELECT ?y { " + rows + " } ORDER BY ?y", "SELECT DISTINCT ?y { " + rows + " }",
                    "SELECT (GROUP_CONCAT(?y) AS ?z) { " + rows + " }",
                    "SELECT (COUNT(DISTINCT ?y) AS ?n) { " + rows + " }",
                    "SELECT ?y (MAX(?y) AS ?z) { " + rows + " } GROUP BY ?y",
                    "SELECT ?i ?y { " + doubled("ab cd ef", 17) + numbers(400) +
                        "BIND(?x AS ?y) } ORDER BY ?y ?i",
                    "CONSTRUCT { <urn:a> <urn:b> ?y } { " + rows + " }");
  INFO(query.substr(query.size() - 40));
  check_peak([&] {
    TemporaryBase base;
    write(*base, query, query.starts_with("SELECT") ? "tsv" : "nt");
  });
}

TEST_CASE("long rows go out within the memory limit, in every format") {
  const std::string format = GENERATE("csv", "tsv", "json", "xml", "jsonlines", "markdown");
  INFO(format);
  std::string columns;
  for (int i = 0; i < 30; ++i) columns += "(?x AS ?y" + std::to_string(i) + ") ";
  const std::string query =
      "SELECT " + columns + " { " + doubled("\\\"<&|", 19) + numbers(20) + " }";
  check_peak([&] {
    TemporaryBase base;
    write(*base, query, format);
  });
}

TEST_CASE("updates stay within the memory limit") {
  const std::string rows = doubled("ab cd ef", 17) + numbers(60) + "BIND(CONCAT(?x,STR(?i)) AS ?y)";
  const std::string update =
      GENERATE_COPY("INSERT { <urn:a> <urn:b> ?y } WHERE { " + rows + " }",
                    "INSERT DATA { <urn:a> <urn:b> \"" + repeated("0123456789", 2'000'000) + "\" }",
                    repeated("INSERT DATA { <urn:a> <urn:b> [] } ;", 25'000));
  check_peak([&] {
    TemporaryBase base;
    base->update(update, limited());
  });
}

TEST_CASE("long requests stay within the memory limit") {
  SECTION("a chain of BIND") {
    std::string query = "SELECT * { ";
    for (int i = 0; i < 10'000; ++i) {
      const std::string from = "?v" + std::to_string(i);
      query += from + " !<urn:p> ?o" + std::to_string(i) + " BIND(STR(" + from + ") AS ?v" +
               std::to_string(i + 1) + ") ";
    }
    check_peak([&] { TemporaryBase()->explain(query + '}', limited()); });
  }
  SECTION("a text of many bytes and few parts") {
    const std::string query =
        "ASK { VALUES ?x { " + repeated('"' + std::string(5'000, 'x') + "\" ", 16'000) + "} }";
    check_peak([&] { TemporaryBase()->query(query, limited()); });
  }
  SECTION("many small operators") {
    const std::string part = GENERATE("{ SELECT (COUNT(*) AS ?x) { ?s <urn:p> ?o } } ",
                                      "{ SELECT ?s { ?s <urn:p> ?o } ORDER BY ?o LIMIT 1 } ");
    INFO(part);
    const std::size_t limit = 2 * kLimit;
    const std::string query = "SELECT * { " + chain(part, 5'000) + "}";
    check_peak([&] { TemporaryBase()->explain(query, limited(limit)); }, limit);
  }
  SECTION("a long template") {
    const std::string query =
        "CONSTRUCT { <urn:a> <urn:b> (" + repeated("?i ", 40'000) + ") } { " + numbers(3) + "}";
    check_peak([&] {
      TemporaryBase base;
      write(*base, query, "nt");
    });
  }
  SECTION("chains of several constructs") {
    const auto [part, count] = GENERATE(table<const char*, int>({
        {"?v <urn:p> [ <urn:p> [ <urn:p> ?w ] ] . { } UNION { FILTER(false) } ", 50'000},
        {"?v <urn:p> ?w {| <urn:note> 1 |} . ", 100'000},
        {"?v !(<urn:none>|^<urn:p>) ?w . VALUES (?v ?w) { (1 2) (2 3) (3 1) } ", 50'000},
        {"GRAPH <urn:g> { } { SELECT (1 AS ?x) { ?s <urn:p> ?o } LIMIT 1 } ", 50'000},
        {"?v <urn:none>|<urn:p> ?w . ?v <urn:p>/<urn:p> ?w . ", 50'000},
        {"?v <urn:p> [ <urn:p> ?w ] . OPTIONAL { ?v <urn:none> ?x } ", 5'000},
    }));
    INFO(part);
    const std::size_t limit = 4 * kLimit;
    const std::string query = "SELECT * { " + chain(part, count) + "}";
    check_peak([&] { TemporaryBase()->explain(query, limited(limit)); }, limit);
  }
}

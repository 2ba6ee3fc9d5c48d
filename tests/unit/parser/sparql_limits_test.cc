// SPDX-License-Identifier: Apache-2.0
// No input may overflow the stack or take more than linear time.
#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "../small_stack.h"
#include "dossier/error.h"
#include "parser/sparql/parse.h"
#include "parser/sparql/print.h"

namespace dossier {
namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

/// A construct nested `depth` times.
struct Nesting {
  const char* name;
  std::function<std::string(std::size_t)> query;
};

const std::vector<Nesting>& nestings() {
  const auto around = [](std::string start, std::string open, std::string middle, std::string close,
                         std::string end) {
    return [=](std::size_t n) {
      return "PREFIX : <http://e/> " + start + repeated(open, n) + middle + repeated(close, n) +
             end;
    };
  };
  static const std::vector<Nesting> all = {
      {"parentheses", around("ASK { FILTER(", "(", "1", ")", ") }")},
      {"calls", around("ASK { FILTER(", "STR(", "1", ")", ") }")},
      {"negations", around("ASK { FILTER(", "!", "1", "", ") }")},
      {"groups", around("ASK ", "{", "", "}", "")},
      {"options", around("ASK {", "OPTIONAL {", "", "}", "}")},
      {"filters", around("ASK {", "FILTER EXISTS {", "", "}", "}")},
      {"sub-queries", around("ASK {", "SELECT * {{", "", "}}", "}")},
      {"collections", around("ASK { ?s ?p ", "(", "1", ")", "}")},
      {"property lists", around("ASK { ?s ?p ", "[ :p ", "1", "]", "}")},
      {"paths", around("ASK { ?s ", "(", ":p", ")*", " ?o }")},
      {"triple terms", around("ASK { ?s ?p ", "<<( :s :p ", "1", ")>>", "}")},
      {"reified triples", around("ASK { ?s ?p ", "<< :s :p ", "1", ">>", "}")},
      {"annotations", around("ASK { :s :p :o ", "{| :p :o ", "", "|}", "}")},
      {"triple terms in data", around("ASK { VALUES ?x { ", "<<( :s :p ", "1", ")>>", "} }")},
      {"triple terms in expressions", around("ASK { FILTER(", "<<( :s :p ", "1", ")>>", ") }")},
  };
  return all;
}

TEST_CASE("nesting has a limit and an error of its own") {
  for (const Nesting& nesting : nestings()) {
    INFO(nesting.name);
    CHECK_NOTHROW(print(parse_query(nesting.query(240))));
    try {
      parse_query(nesting.query(100'000));
      FAIL("accepted");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::limit);
      CHECK(error.position());
    }
  }
}

TEST_CASE("nested queries keep to the stack of their thread") {
  on_small_stack([] {
    for (const Nesting& nesting : nestings()) {
      INFO(nesting.name);
      const ast::Query query = parse_query(nesting.query(240));
      const ast::Query copy = query;
      CHECK(copy == query);
      CHECK(print(copy) == print(query));
      CHECK_THROWS_AS(parse_query(nesting.query(100'000)), Error);
      CHECK_FALSE(is_incomplete(nesting.query(100'000)));
    }
  });
}

TEST_CASE("the caller's watch ends a parse, in both of its steps") {
  const std::string text = "ASK { FILTER(?x IN (1" + repeated(", 2", 100'000) + ")) }";
  SparqlOptions options;
  std::size_t calls = 0;
  std::size_t most = 0;
  options.watch = [&](std::size_t held) {
    ++calls;
    most = std::max(most, held);
  };
  parse_query(text, options);
  CHECK(most > std::size_t{10} << 20);
  for (const std::size_t last : {std::size_t{1}, calls / 2, calls}) {
    std::size_t left = last;
    options.watch = [&](std::size_t) {
      if (--left == 0) throw Error(ErrorCode::timeout, "enough");
    };
    CHECK_THROWS_WITH(parse_query(text, options), "enough");
  }
}

TEST_CASE("the limit is the caller's") {
  SparqlOptions options;
  options.max_nesting = 3;
  CHECK_NOTHROW(parse_query("ASK {{{}}}", options));
  CHECK_THROWS_AS(parse_query("ASK {{{{}}}}", options), Error);
  CHECK_THROWS_AS(parse_query("ASK { FILTER(?a + 1 + 2 + 3 + 4) }", options), Error);
}

/// How long `parse` takes, in seconds.
double seconds(const std::function<void()>& parse) {
  const auto start = std::chrono::steady_clock::now();
  parse();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

TEST_CASE("long texts take linear time") {
  // Thirty thousand repetitions take a second at most; anything quadratic takes minutes.
  constexpr double kSeconds = 30;
  constexpr std::size_t kTimes = 30'000;
  const auto query = [&](const std::string& start, std::string_view part, const std::string& end) {
    INFO(start << part << "..." << end);
    const std::string text = start + repeated(part, kTimes) + end;
    CHECK(seconds([&] { parse_query(text); }) < kSeconds);
  };
  query("ASK {", "?s ?p ?o . ", "}");
  query("ASK { ?s ?p 1", " , [ ?p 2 ]", "}");
  query("ASK { ?s ?p (", " 1", ") }");
  query("ASK { FILTER(1", " || ?x = 1", ") }");
  query("ASK { FILTER(?x IN (1", ", 2", ")) }");
  query("ASK { {}", " UNION {}", "}");
  query("ASK { VALUES ?x {", " 1 'a'", "} }");
  query("ASK { ?s <p>", "/<p>", " ?o }");
  query("ASK { OPTIONAL {", " ?a ?b ?c OPTIONAL {}", "} }");
  query("ASK {", " ", "}");
  query("ASK { ?s ?p '''", "'x", "''' }");
  query("SELECT ", "?x ", "{}");
  CHECK(seconds([&] { parse_update("INSERT DATA {" + repeated("<s> <p> 'o' . ", kTimes) + "}"); }) <
        kSeconds);
  CHECK(seconds([&] { parse_update(repeated("CLEAR ALL ; ", kTimes)); }) < kSeconds);
}

TEST_CASE("long broken texts fail in linear time") {
  constexpr double kSeconds = 30;
  constexpr std::size_t kSize = 300'000;
  for (const std::string start : {"ASK { ?s ?p '", "ASK { ?s ?p '''", "ASK { ?s <http://",
                                  "ASK { ?s ?p _:a", "ASK { ?s a:b", "ASK #", "?"}) {
    for (const char filler : {'.', 'x', '<', '\'', ' '}) {
      INFO(start << filler << "...");
      const std::string text = start + std::string(kSize, filler);
      CHECK(seconds([&] { CHECK_THROWS_AS(parse_query(text), Error); }) < kSeconds);
    }
  }
}

TEST_CASE("arithmetic chains have a limit, logical ones are balanced") {
  CHECK_NOTHROW(parse_query("ASK { FILTER(1" + repeated(" + 1", 500) + ") }"));
  CHECK_THROWS_AS(parse_query("ASK { FILTER(1" + repeated(" + 1", 501) + ") }"), Error);
  const ast::Query chain = parse_query("ASK { FILTER(?a" + repeated(" && ?a", 10'000) + ") }");
  CHECK(print(parse_query(print(chain))) == print(chain));
}

}  // namespace
}  // namespace dossier

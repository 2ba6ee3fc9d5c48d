// SPDX-License-Identifier: Apache-2.0
// The language of searches: what is written, and how it is read.
#include <catch2/catch.hpp>
#include <string>

#include "dossier/error.h"
#include "parser/search/query.h"

namespace dossier::search {
namespace {

std::string print(const Node& node);

std::string print_all(const std::vector<Node>& nodes, const char* before) {
  std::string out;
  for (const Node& node : nodes) out += before + print(node);
  return out;
}

std::string print(const Node& node) {
  if (const auto* words = std::get_if<Words>(&node.node)) {
    const std::string quote = words->quoted ? "'" : "";
    return quote + words->text + quote + (words->prefix ? "*" : "") + (words->fuzzy ? "~" : "");
  }
  if (const auto* all = std::get_if<All>(&node.node))
    return "(all" + print_all(all->wanted, " ") + print_all(all->unwanted, " -") + ")";
  return "(any" + print_all(std::get<Any>(node.node).choices, " ") + ")";
}

struct Case {
  const char* text;
  const char* tree;
};
struct Wrong {
  const char* text;
  unsigned column;
  const char* message;
};

}  // namespace

TEST_CASE("Searches are read") {
  const Case cases[] = {
      {"peace", "peace"},
      {"  peace  talks ", "(all peace talks)"},
      {"peace AND talks", "(all peace talks)"},
      {"cease fire*", "(all cease fire*)"},
      {"\"cease fire\"", "'cease fire'"},
      {"\"cease fi*\" \"a b\"*", "(all 'cease fi'* 'a b'*)"},
      {"peace OR truce talks", "(any peace (all truce talks))"},
      {"(peace OR truce) talks", "(all (any peace truce) talks)"},
      {"peace -Oslo NOT \"the fund\"", "(all peace -Oslo -'the fund')"},
      {"Lavrof~", "Lavrof~"},
      {"peace - talks", "(all peace - talks)"},
      {"O'Brien's UN-backed", "(all O'Brien's UN-backed)"},
      {"or and not", "(all or and not)"},
      {"((a))", "a"},
      {"a(b)c\"d\"", "(all a b c 'd')"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.text);
    CHECK(print(parse(each.text)) == each.tree);
  }
}

TEST_CASE("What is wrong with a search is said with its place") {
  const Wrong cases[] = {
      {"", 1, "a word is missing"},
      {"   ", 1, "a word is missing"},
      {"peace OR", 9, "a word is missing"},
      {"OR peace", 1, "a word is missing"},
      {"peace (truce", 7, "not closed"},
      {"peace) truce", 6, "no parenthesis is open"},
      {"()", 2, "a word is missing"},
      {"say \"peace", 5, "quotation mark is not closed"},
      {"NOT peace", 1, "beside what is not wanted"},
      {"peace AND", 10, "a word is missing"},
      {"a NOT", 6, "a word is missing"},
  };
  for (const Wrong& each : cases) {
    CAPTURE(each.text);
    try {
      parse(each.text);
      FAIL("nothing is said");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::syntax);
      REQUIRE(error.position());
      CHECK(error.position()->column == each.column);
      CHECK_THAT(error.what(), Catch::Matchers::Contains(each.message));
    }
  }
}

TEST_CASE("Long and deep searches are refused") {
  CHECK_THROWS_WITH(parse(std::string(60, '(') + "a" + std::string(60, ')')),
                    Catch::Matchers::Contains("50 deep"));
  std::string words;
  for (int i = 0; i < 1001; ++i) words += "w ";
  CHECK_THROWS_WITH(parse(words), Catch::Matchers::Contains("1,000 words"));
  CHECK_THROWS_WITH(parse(std::string(1'000'000, '(')), Catch::Matchers::Contains("50 deep"));
}

}  // namespace dossier::search

// SPDX-License-Identifier: Apache-2.0
#include "parser/sparql/suggest.h"

#include <array>
#include <catch2/catch.hpp>

namespace dossier::sparql {
namespace {

TEST_CASE("edit distance counts insertions, deletions, replacements and swaps") {
  struct Row {
    const char* a;
    const char* b;
    std::size_t distance;
  };
  const Row rows[] = {
      {"", "", 0},        {"", "abc", 3},    {"abc", "", 3},           {"abc", "abc", 0},
      {"ABC", "abc", 0},  {"abc", "abd", 1}, {"abc", "acb", 1},        {"abcd", "abd", 1},
      {"abd", "abcd", 1}, {"ca", "abc", 3},  {"kitten", "sitting", 3},
  };
  for (const Row& row : rows) {
    INFO(row.a << " and " << row.b);
    CHECK(edit_distance(row.a, row.b) == row.distance);
    CHECK(edit_distance(row.b, row.a) == row.distance);
  }
}

TEST_CASE("only near words are suggested, the nearest first") {
  constexpr std::array<std::string_view, 4> kWords = {"SELECT", "SERVICE", "ASK", "rdfs"};
  CHECK(nearest("SELCT", kWords) == "SELECT");
  CHECK(nearest("serivce", kWords) == "SERVICE");
  CHECK(nearest("rdf", kWords) == "rdfs");
  CHECK(nearest("AKS", kWords) == "ASK");
  CHECK_FALSE(nearest("x", kWords));
  CHECK_FALSE(nearest("", kWords));
  CHECK_FALSE(nearest("CONSTRUCT", kWords));
  CHECK_FALSE(nearest(std::string(1000, 'a'), kWords));
}

TEST_CASE("well-known prefixes have their IRIs") {
  CHECK(well_known_namespace("foaf") == "http://xmlns.com/foaf/0.1/");
  CHECK(well_known_namespace("rdf") == "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
  CHECK_FALSE(well_known_namespace("zzz"));
}

}  // namespace
}  // namespace dossier::sparql

// SPDX-License-Identifier: Apache-2.0
#include "parser/sparql/suggest.h"

#include <array>
#include <catch2/catch.hpp>

namespace dossier::sparql {
namespace {

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

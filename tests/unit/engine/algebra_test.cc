// SPDX-License-Identifier: Apache-2.0
// Queries and the algebra they become, as text files: tests/unit/engine/algebra/*.case with
// the blocks "query" and "algebra".
#include <catch2/catch.hpp>
#include <string>

#include "engine/algebra/print.h"
#include "engine/algebra/translate.h"
#include "parser/sparql/parse.h"
#include "tests/case_file.h"

using namespace dossier;

TEST_CASE("queries become the algebra their files say") {
  for (const test::Case& one : test::read_cases(DOSSIER_TEST_DATA "/algebra")) {
    INFO(one.where());
    SparqlOptions options;
    options.prefixes.emplace_back("", "x:");
    const algebra::Translation translation =
        algebra::translate(parse_query(one.only("query").text, options), {}, {});
    CHECK(algebra::print(translation.root, translation.variables) == one.only("algebra").text);
  }
}

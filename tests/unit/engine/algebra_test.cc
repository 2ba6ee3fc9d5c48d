// SPDX-License-Identifier: Apache-2.0
// Queries and the algebra they become, as text files: tests/unit/engine/algebra/*.case with
// sections "query" and "algebra".
#include <catch2/catch.hpp>
#include <string>

#include "case_file.h"
#include "engine/algebra/print.h"
#include "engine/algebra/translate.h"
#include "parser/sparql/parse.h"

using namespace dossier;

TEST_CASE("queries become the algebra their files say") {
  for (const std::string& path : case_files("algebra", ".case")) {
    INFO(path);
    const std::vector<Section> sections = read_sections(path);
    for (std::size_t i = 0; i + 1 < sections.size(); i += 2) {
      REQUIRE(sections[i].name == "query");
      REQUIRE(sections[i + 1].name == "algebra");
      INFO(sections[i].text);
      SparqlOptions options;
      options.prefixes.emplace_back("", "x:");
      const algebra::Translation translation =
          algebra::translate(parse_query(sections[i].text, options), {});
      CHECK(algebra::print(translation.root, translation.variables) == sections[i + 1].text);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
#include "repl/input/parameters.h"

#include <catch2/catch.hpp>

namespace dossier::repl {
namespace {

TEST_CASE("parameters are declared in comments") {
  const auto declared = declared_parameters(
      "#!/usr/bin/env -S dossier query kb -f\n"
      "# @param country IRI The country to ask about\n"
      "  #@param ?since xsd:date\n"
      "# @param bare\n"
      "# @parameter other\n"
      "SELECT * WHERE { ?s ?p \"# @param no\" }\n");
  REQUIRE(declared.size() == 3);
  CHECK(declared[0].name == "country");
  CHECK(declared[0].type == "IRI");
  CHECK(declared[0].description == "The country to ask about");
  CHECK(declared[1].name == "since");
  CHECK(declared[1].type == "xsd:date");
  CHECK(declared[1].description.empty());
  CHECK(declared[2].name == "bare");
  CHECK(declared[2].type.empty());
}

TEST_CASE("the comment at the start describes a query") {
  CHECK(description_of("#!/bin/x\n# Who went\n#   where.\n# @param a\nASK {} # no") ==
        "Who went where.");
  CHECK(description_of("# @param a\n\n# Who went\nASK {}").empty());
  CHECK(description_of("ASK {}").empty());
}

}  // namespace
}  // namespace dossier::repl

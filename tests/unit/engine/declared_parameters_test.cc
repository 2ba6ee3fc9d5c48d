// SPDX-License-Identifier: Apache-2.0
// What the comments of a query declare.
#include <catch2/catch.hpp>

#include "dossier/error.h"
#include "dossier/saved_query.h"
#include "engine/saved/declarations.h"

namespace dossier {
namespace {

using Texts = std::vector<std::string>;

QueryParameter declared(const std::string& declaration) {
  return declared_parameters("# @param " + declaration + "\n").at(0);
}

std::string fault(const std::string& text) {
  try {
    declared_parameters(text);
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::syntax);
    return error.what();
  }
  return "";
}

TEST_CASE("parameters are declared in comments") {
  const auto parameters = declared_parameters(
      "#!/usr/bin/env -S dossier query kb -f\n"
      "# @param country IRI The country to ask about\n"
      "  #@param ?since xsd:date\n"
      "# @param bare\n"
      "# @parameter other\n"
      "SELECT * WHERE { ?s ?p \"# @param no\" }\n");
  REQUIRE(parameters.size() == 3);
  CHECK(parameters[0].name == "country");
  CHECK(parameters[0].type == "IRI");
  CHECK(parameters[0].description == "The country to ask about");
  CHECK(!parameters[0].default_values);
  CHECK(parameters[1].name == "since");
  CHECK(parameters[1].type == "xsd:date");
  CHECK(parameters[1].description.empty());
  CHECK(parameters[2].name == "bare");
  CHECK(parameters[2].type == "term");
}

TEST_CASE("a default follows =") {
  CHECK(declared("topic entity = e:UNDP  What it is about").default_values == Texts{"e:UNDP"});
  CHECK(declared("topic entity = e:UNDP  What it is about").description == "What it is about");
  CHECK(declared("who entity = \"Ada Brandt\" Who").default_values == Texts{"Ada Brandt"});
  CHECK(declared("limit = 10 How many").default_values == Texts{"10"});
  CHECK(declared("name = \"Lund\"@sv").default_values == Texts{"\"Lund\"@sv"});
  CHECK(declared("name string = 'it\\'s'").default_values == Texts{"it's"});
  CHECK(declared("at IRI = <http://a.b/c d> There").default_values == Texts{"<http://a.b/c d>"});
}

TEST_CASE("a list takes several values") {
  CHECK(declared("kinds list of IRI The kinds").list);
  CHECK(declared("kinds list of IRI The kinds").type == "IRI");
  CHECK(declared("kinds list of entity = e:A, \"B, C\" Kinds").default_values ==
        Texts{"e:A", "B, C"});
  CHECK(declared("kinds list of entity = e:A, e:B Kinds").description == "Kinds");
}

TEST_CASE("choices follow \"one of\" in quotes or as IRIs") {
  const QueryParameter polarity =
      declared("polarity string one of \"positive\" \"negative\" = \"positive\" The polarity");
  CHECK(polarity.choices == Texts{"positive", "negative"});
  CHECK(polarity.default_values == Texts{"positive"});
  CHECK(polarity.description == "The polarity");
  CHECK(declared("kind IRI one of the kinds").choices.empty());
  CHECK(declared("kind IRI one of the kinds").description == "one of the kinds");
}

TEST_CASE("what is optional has no default and needs no value") {
  const QueryParameter until = declared("until optional date Until then");
  REQUIRE(until.default_values);
  CHECK(until.default_values->empty());
  CHECK(until.type == "date");
  CHECK(until.description == "Until then");
  CHECK(declared("until date?").default_values == Texts{});
  CHECK(declared("kinds entity*").list);
  CHECK(declared("kinds entity*").type == "entity");
  CHECK(fault("# @param x date? = 2020-01-01") ==
        "the parameter x is optional and has a default: one of them is enough");
}

TEST_CASE("choices of plain words can stand in braces") {
  CHECK(declared("kind {meet, visit} What").choices == Texts{"meet", "visit"});
  CHECK(declared("kind {meet, visit} What").type == "string");
  CHECK(declared("kind {meet,visit} What").description == "What");
  CHECK(declared("kind IRI {e:A, e:B} = e:A").default_values == Texts{"e:A"});
  CHECK(declared("kind {e:A}").type == "term");
  CHECK(fault("# @param x {a, b") == "a } is missing in the declaration of x");
  CHECK(fault("# @param x {a, }") == "a choice of x is empty");
}

TEST_CASE("a declaration that cannot be read is refused with its line") {
  CHECK(fault("# @param x strin The name") ==
        "the parameter x is declared with the type strin, which is not known; write entity, IRI, "
        "term, string, integer, decimal, double, boolean, date, dateTime or another XSD datatype");
  CHECK(fault("# @param x\n# @param x IRI") == "the parameter x is declared twice");
  CHECK(fault("# @param x string one of \"a\" \"b\" = c") ==
        "the default of x is none of its choices: c");
  CHECK(fault("# @param x string = \"a") == "a \" is missing in the declaration of x");
  CHECK(fault("# @param x string =") == "the default of x is missing");
  CHECK(fault("# @param ? IRI") == "a parameter has no name");
  try {
    declared_parameters("ASK {}\n# @param x Foo");
    FAIL("no error");
  } catch (const Error& error) {
    REQUIRE(error.position());
    CHECK(error.position()->line == 2);
  }
}

TEST_CASE("the comment at the start describes a query") {
  CHECK(description_of("#!/bin/x\n# Who went\n#   where.\n# @param a\nASK {} # no") ==
        "Who went where.");
  CHECK(description_of("# @param a\n\n# Who went\nASK {}").empty());
  CHECK(description_of("\n  \n  # Who went\nASK {}") == "Who went");
  CHECK(description_of("ASK {}").empty());
}

}  // namespace
}  // namespace dossier

// SPDX-License-Identifier: Apache-2.0
#include "tests/case_file.h"

#include <catch2/catch.hpp>

namespace dossier::test {
namespace {

std::string error_of(const std::string& text) {
  try {
    parse_cases(text, "some.txt", "=!");
  } catch (const std::exception& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("a case has a name, a text and steps") {
  const auto cases = parse_cases(
      "# About the file.\n\n=== first\nLine one.\n\n# Line three.\n= yes | no \n! never\n\n"
      "=== second\n--- query strict now\nASK {\n= x\n--- rows\n\n",
      "some.txt", "!");
  REQUIRE(cases.size() == 2);
  CHECK(cases[0].where() == "some.txt:3: first");
  CHECK(cases[0].text == "Line one.\n\n# Line three.\n= yes | no \n");
  CHECK(cases[0].marked("!") == std::vector<std::string>{"never"});
  CHECK(cases[1].text.empty());
  REQUIRE(cases[1].steps.size() == 2);
  CHECK(cases[1].steps[0].kind == "query");
  CHECK(cases[1].steps[0].words == "strict now");
  CHECK(cases[1].steps[0].text == "ASK {\n= x\n");
  CHECK(cases[1].only("rows").text.empty());
  CHECK(cases[1].only("rows").line == 14);
}

TEST_CASE("a file that does not follow the grammar is named with the line") {
  CHECK(error_of("Hello\n") == "some.txt:1: expected '=== NAME'");
  CHECK(error_of("===\n= x\n") == "some.txt:1: the case has no name");
  CHECK(error_of("=== a\ntext\n=== b\n= x\n") == "some.txt:1: the case 'a' expects nothing");
  CHECK(error_of("=== a\n= x\n=== a\n= x\n") == "some.txt:3: the name of line 1 again");
  CHECK(error_of("=== a\n= x\n\n~ y\n") == "some.txt:4: text below a line that takes none: '~ y'");
}

TEST_CASE("the only step of a kind is there once") {
  const Case one = parse_cases("=== a\n= x\n= y\n", "some.txt", "=").front();
  CHECK_THROWS_WITH(one.only("="), "some.txt:3: a second '='");
  CHECK_THROWS_WITH(one.only("!"), "some.txt:1: no '!'");
}

TEST_CASE("a file that is missing is an error") {
  CHECK_THROWS_WITH(read_cases("/no/such/file.txt"), "cannot open /no/such/file.txt");
}

}  // namespace dossier::test

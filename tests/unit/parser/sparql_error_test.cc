// SPDX-License-Identifier: Apache-2.0
// Broken texts, the message each gets and where it points: sparql/errors.txt.
#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "dossier/error.h"
#include "parser/sparql/parse.h"
#include "tests/case_file.h"

namespace dossier {
namespace {

std::string message_of(const test::Case& example) {
  try {
    if (example.name.starts_with("update: ")) {
      parse_update(example.text);
    } else {
      parse_query(example.text);
    }
  } catch (const Error& error) {
    REQUIRE(error.position());
    return fmt::format("{}:{}: {}\n", error.position()->line, error.position()->column,
                       error.what());
  }
  return "no error";
}

TEST_CASE("broken texts are told what was expected and where") {
  for (const test::Case& example : test::read_cases(DOSSIER_TEST_DATA "/sparql/errors.txt")) {
    INFO(example.where() << "\n" << example.text);
    CHECK(message_of(example) == example.only("error").text);
  }
}

TEST_CASE("a broken text is shown with a caret below the place") {
  for (const test::Case& example : test::read_cases(DOSSIER_TEST_DATA "/sparql/errors.txt")) {
    INFO(example.where() << "\n" << example.text);
    std::string description;
    try {
      if (example.name.starts_with("update: "))
        parse_update(example.text);
      else
        parse_query(example.text);
    } catch (const Error& error) {
      description = error.describe();
    }
    const std::string message = test::lines_of(example.only("error").text).at(0);
    REQUIRE(description.starts_with(message + "\n"));
    const std::size_t caret = description.find('^', message.size());
    REQUIRE(caret != std::string::npos);
    CHECK(description.size() == caret + 1);
  }
}

TEST_CASE("errors carry a code") {
  const auto code_of = [](std::string_view text) {
    try {
      parse_query(text);
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode::input;
  };
  CHECK(code_of("SELECT") == ErrorCode::syntax);
  CHECK(code_of("SELECT * { ?s no:where ?o }") == ErrorCode::syntax);
  CHECK(code_of("VERSION '9' SELECT * {}") == ErrorCode::unsupported);
  CHECK(code_of("SELECT * " + std::string(600, '{')) == ErrorCode::limit);
}

TEST_CASE("text that is not UTF-8 is refused at the byte") {
  const std::string text = "SELECT * { ?s ?p \"a\xC3(\" }";
  try {
    parse_query(text);
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::syntax);
    CHECK(error.position()->offset == text.find('\xC3'));
  }
}

}  // namespace
}  // namespace dossier

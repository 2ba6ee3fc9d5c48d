// SPDX-License-Identifier: Apache-2.0
#include "repl/input/command_line.h"

#include <catch2/catch.hpp>

#include "dossier/error.h"

namespace dossier::repl {
namespace {

struct Given {
  std::string db;
  std::vector<std::string> files;
  std::optional<std::string> text;
  std::vector<std::string> parameters;
  bool quiet = false;
};

Given parsed(const std::vector<std::string>& arguments) {
  Given given;
  Arguments declared("dossier test", "a test");
  declared.required("DB", given.db, "the knowledge base");
  declared.required_list("FILE", given.files, "files");
  declared.option("-e", given.text, "TEXT", "a text");
  declared.option_list("-p", given.parameters, "NAME=TERM", "a parameter");
  declared.flag("--quiet", given.quiet, "say nothing");
  declared.parse(arguments);
  return given;
}

TEST_CASE("values land where they were declared") {
  const Given given =
      parsed({"kb", "-p", "a=1", "x", "--quiet", "-p", "b=<y>", "-", "-e", "ASK {}"});
  CHECK(given.db == "kb");
  CHECK(given.files == std::vector<std::string>{"x", "-"});
  CHECK(given.text == "ASK {}");
  CHECK(given.parameters == std::vector<std::string>{"a=1", "b=<y>"});
  CHECK(given.quiet);
}

TEST_CASE("what is not given stays as it was") {
  const Given given = parsed({"kb", "x"});
  CHECK_FALSE(given.text.has_value());
  CHECK(given.parameters.empty());
  CHECK_FALSE(given.quiet);
}

TEST_CASE("words behind -- are no options") {
  CHECK(parsed({"kb", "--", "-x"}).files == std::vector<std::string>{"-x"});
}

TEST_CASE("wrong usage is an error of that code") {
  const std::vector<std::vector<std::string>> wrong{
      {}, {"kb"}, {"kb", "x", "--no-such"}, {"kb", "x", "-e"}, {"kb", "x", "-p"}};
  for (const std::vector<std::string>& arguments : wrong) {
    try {
      parsed(arguments);
      FAIL("accepted");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::usage);
      CHECK(std::string(error.what()).find("dossier test --help") != std::string::npos);
    }
  }
}

TEST_CASE("asking for help is no error") {
  std::string db;
  Arguments declared("dossier test", "a test");
  declared.required("DB", db, "the knowledge base");
  CHECK_FALSE(declared.parse({"--help"}));
  CHECK(declared.help().find("the knowledge base") != std::string::npos);
}

}  // namespace
}  // namespace dossier::repl

// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "engine/functions/regex.h"
#include "tests/unit/engine/functions_support.h"

using dossier::test::check_all;

TEST_CASE("functions: REGEX") {
  check_all({
      {"REGEX(\"Alice\", \"^ali\", \"i\")", "true"},
      {"REGEX(\"Alice\", \"^ali\")", "false"},
      {"REGEX(\"Alice\"@en, \"ice$\")", "true"},
      {"REGEX(\"a\\nb\", \"a.b\")", "false"},
      {"REGEX(\"a\\nb\", \"a.b\", \"s\")", "true"},
      {"REGEX(\"a\\rb\", \"a.b\")", "false"},
      {"REGEX(\"a\\nb\", \"^b$\")", "false"},
      {"REGEX(\"a\\nb\", \"^b$\", \"m\")", "true"},
      {"REGEX(\"a\\n\", \"a$\")", "false"},
      {"REGEX(\"hello world\", \"hello\\\\ sworld\", \"x\")", "true"},
      {"REGEX(\"a[b\", \"^ a \\\\ [ b $\", \"x\")", "true"},
      {"REGEX(\"a b\", \"^ a [\\\\] ] b $\", \"x\")", "true"},
      {"REGEX(\"a]b\", \"^ a [\\\\]] b $\", \"x\")", "true"},
      {"REGEX(\"AAA\", \"^ \\\\p { Lu } { 3 } $\", \"x\")", "true"},
      {"REGEX(\"a b\", \"a b\", \"xq\")", "true"},
      {"REGEX(\"helloworld\", \"hello world\", \"x\")", "true"},
      {"REGEX(\"hello world\", \"hello[ ]world\", \"x\")", "true"},
      {"REGEX(\"a.b\", \".b\", \"q\")", "true"},
      {"REGEX(\"axb\", \".b\", \"q\")", "false"},
      {"REGEX(\"٣\", \"^\\\\d$\")", "true"},
      {"REGEX(\"é\", \"^\\\\w$\")", "true"},
      {"REGEX(\"!\", \"^[\\\\W]$\")", "true"},
      {"REGEX(\"a b\", \"a\\\\sb\")", "true"},
      {"REGEX(\"ab\", \"a\\\\Sb\")", "false"},
      {"REGEX(\"xml:id-1\", \"^\\\\i\\\\c*$\")", "true"},
      {"REGEX(\"1x\", \"^\\\\i\\\\c*$\")", "false"},
      {"REGEX(\"ÀB\", \"^\\\\p{Lu}+$\")", "true"},
      {"REGEX(\"ä\", \"Ä\", \"i\")", "true"},
      {"REGEX(\"the cat sat\", \"\\\\bcat\\\\b\")", "true"},
      {"REGEX(\"😀\", \"^.$\")", "true"},
      {"REGEX(1, \"1\")", "error"},
      {"REGEX(:a, \"a\")", "error"},
      {"REGEX(\"a\", 1)", "error"},
      {"REGEX(\"a\", \"a\"@en)", "error"},
  });
}

namespace {

/// An error of the expression: it has no value, and COALESCE catches it.
void check_error(const std::string& call) {
  const std::string caught = "COALESCE(" + call + ", \"caught\")";
  check_all({{call.c_str(), "error"}, {caught.c_str(), "\"caught\""}});
}

}  // namespace

TEST_CASE("functions: a wrong pattern or flag is an error of the call") {
  for (const char* const pattern :
       {"[z-a]", "[a",     "[]",        "[",      "(a",          "a)",         "*",     "a**",
        "+a",    "?",      "a{2,1}",    "a{,2}",  "a{x}",        "a{",         "{1}",   "}",
        "]",     "\\\\q",  "a\\\\",     "\\\\1",  "(a\\\\1)",    "(a)[\\\\1]", "(?i)a", "(?=a)",
        "\\\\p", "\\\\p{", "\\\\p{Xx}", "\\\\pL", "[[:alpha:]]", "\\\\A"}) {
    const std::string quoted = "\"" + std::string(pattern) + "\"";
    check_error("REGEX(\"a\", " + quoted + ")");
    check_error("REGEX(\"a\", " + quoted + ", \"x\")");
    check_error("REPLACE(\"a\", " + quoted + ", \"b\")");
  }
  for (const char* const flags : {"y", "g", "iy", " ", "I"}) {
    const std::string quoted = "\"" + std::string(flags) + "\"";
    check_error("REGEX(\"a\", \"a\", " + quoted + ")");
    check_error("REPLACE(\"a\", \"a\", \"b\", " + quoted + ")");
  }
}

TEST_CASE("functions: REPLACE") {
  check_all({
      {"REPLACE(\"abcd\", \"b\", \"Z\")", "\"aZcd\""},
      {"REPLACE(\"abab\"@en, \"b\", \"Z\")", "\"aZaZ\"@en"},
      {"REPLACE(\"abab\", \"B\", \"Z\", \"i\")", "\"aZaZ\""},
      {"REPLACE(\"abcd\", \"(b)(c)\", \"$2$1\")", "\"acbd\""},
      {"REPLACE(\"abcd\", \"(ab)|(a)\", \"[1=$1][2=$2]\")", "\"[1=ab][2=]cd\""},
      {"REPLACE(\"abc\", \"b\", \"$0$0\")", "\"abbc\""},
      {"REPLACE(\"abc\", \"(b)\", \"$12\")", "\"ab2c\""},
      {"REPLACE(\"abc\", \"b\", \"$3\")", "\"ac\""},
      {"REPLACE(\"abc\", \"b\", \"\\\\$\")", "\"a$c\""},
      {"REPLACE(\"a.c\", \".\", \"$\", \"q\")", "\"a$c\""},
      {"REPLACE(\"français\", \"[^a-z]\", \"-\")", "\"fran-ais\""},
      {"REPLACE(\"abc\", \"x\", \"y\")", "\"abc\""},
      {"REPLACE(\"abracadabra\", \"a.*?\", \"*\")", "\"*br*c*d*br*\""},
      {"REPLACE(\"abc\", \"x*\", \"y\")", "error"},
      {"REPLACE(\"abc\", \"b\", \"$\")", "error"},
      {"REPLACE(\"abc\", \"b\", \"\\\\x\")", "error"},
      {"REPLACE(1, \"b\", \"x\")", "error"},
      {"REPLACE(\"abc\", \"b\", 1)", "error"},
  });
}

TEST_CASE("functions: patterns that can't be had say why") {
  const std::pair<const char*, const char*> rows[] = {{"(a)\\1", "back-references"},
                                                      {"[a-z-[aeiou]]", "subtraction"},
                                                      {"\\p{IsGreek}", "Unicode blocks"},
                                                      {"(?i)a", "\"(?\""},
                                                      {"a\\", "ends in"},
                                                      {"[a", "not closed"},
                                                      {"\\q", "unknown escape"},
                                                      {"(a", "missing )"},
                                                      {"a{2,1}", "repetition"},
                                                      {"a{2000}", "not supported"}};
  for (const auto& [pattern, reason] : rows) {
    INFO(pattern);
    dossier::functions::RegexProblem problem;
    CHECK(dossier::functions::Regex::compile(pattern, "", &problem) == nullptr);
    CHECK(problem.reason.find(reason) != std::string::npos);
  }
  dossier::functions::RegexProblem problem;
  CHECK(dossier::functions::Regex::compile("a", "g", &problem) == nullptr);
  CHECK(problem.reason.find("flags") != std::string::npos);
}

TEST_CASE("functions: a pattern from data that can't be had is an error of its row") {
  dossier::test::Workbench bench;
  dossier::VariableTable variables;
  dossier::Batch batch(dossier::Layout{variables.slot("pattern")});
  batch.make_room(2);
  batch.column(0)[0] = bench.terms.intern(dossier::Term::string("(a"));
  batch.column(0)[1] = bench.terms.intern(dossier::Term::string("a"));
  batch.resize(2);
  const auto compiled =
      compile(dossier::test::parse_expression("REGEX(\"a\", ?pattern)"), variables, bench.context);
  std::vector<dossier::TermId> results(2);
  compiled.evaluate(batch, results);
  CHECK(results[0] == dossier::TermId::none());
  CHECK(results[1] == bench.terms.intern(dossier::Term::boolean(true)));
}

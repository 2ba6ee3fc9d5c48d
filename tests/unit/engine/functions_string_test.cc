// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "dossier/error.h"
#include "tests/unit/engine/functions_support.h"

using dossier::test::check_all;

TEST_CASE("functions: STRLEN, SUBSTR") {
  check_all({
      {"STRLEN(\"\")", "0"},
      {"STRLEN(\"chat\"@en)", "4"},
      {"STRLEN(\"食べ物\")", "3"},
      {"STRLEN(\"😀\")", "1"},
      {"STRLEN(1)", "error"},
      {"STRLEN(:a)", "error"},
      {"SUBSTR(\"foobar\", 4)", "\"bar\""},
      {"SUBSTR(\"foobar\"@en, 4, 1)", "\"b\"@en"},
      {"SUBSTR(\"食べ物\", 2, 1)", "\"べ\""},
      {"SUBSTR(\"12345\", 0)", "\"12345\""},
      {"SUBSTR(\"12345\", 0, 3)", "\"12\""},
      {"SUBSTR(\"12345\", -3, 5)", "\"1\""},
      {"SUBSTR(\"12345\", 1.5, 2.6)", "\"234\""},
      {"SUBSTR(\"12345\", 6)", "\"\""},
      {"SUBSTR(\"12345\", 2, 0)", "\"\""},
      {"SUBSTR(\"12345\", 2, -1)", "\"\""},
      {"SUBSTR(\"12345\", 0e0/0e0)", "\"\""},
      {"SUBSTR(\"12345\", -42, 1e0/0e0)", "\"12345\""},
      {"SUBSTR(\"12345\", \"1\")", "error"},
      {"SUBSTR(12345, 1)", "error"},
  });
}

TEST_CASE("functions: case mapping") {
  check_all({
      {"UCASE(\"foo\")", "\"FOO\""},
      {"UCASE(\"foo\"@en)", "\"FOO\"@en"},
      {"LCASE(\"BAR\")", "\"bar\""},
      {"UCASE(\"straße\")", "\"STRASSE\""},
      {"UCASE(\"éß\")", "\"ÉSS\""},
      {"LCASE(\"ÀÉÎ Ω\")", "\"àéî ω\""},
      {"LCASE(\"ΟΔΟΣ\")", "\"οδος\""},
      {"UCASE(1)", "error"},
      {"LCASE(:a)", "error"},
  });
}

TEST_CASE("functions: CONCAT") {
  check_all({
      {"CONCAT()", "\"\""},
      {"CONCAT(\"foo\", \"bar\")", "\"foobar\""},
      {"CONCAT(\"foo\"@en, \"bar\"@en)", "\"foobar\"@en"},
      {"CONCAT(\"foo\", \"bar\"@en)", "\"foobar\""},
      {"CONCAT(\"foo\"@en, \"bar\")", "\"foobar\""},
      {"CONCAT(\"foo\"@en, \"bar\"@es)", "\"foobar\""},
      {"CONCAT(\"foo\"@en, \"bar\"@EN)", "\"foobar\"@en"},
      {"CONCAT(\"foo\"@en)", "\"foo\"@en"},
      {"CONCAT(\"foo\", 1)", "error"},
      {"CONCAT(\"foo\", :a)", "error"},
  });
}

TEST_CASE("functions: ENCODE_FOR_URI") {
  check_all({
      {"ENCODE_FOR_URI(\"Los Angeles\")", "\"Los%20Angeles\""},
      {"ENCODE_FOR_URI(\"Los Angeles\"@en)", "\"Los%20Angeles\""},
      {"ENCODE_FOR_URI(\"食\")", "\"%E9%A3%9F\""},
      {"ENCODE_FOR_URI(\"a-b_c.d~e/f%\")", "\"a-b_c.d~e%2Ff%25\""},
      {"ENCODE_FOR_URI(1)", "error"},
  });
}

TEST_CASE("functions: searching in strings") {
  check_all({
      {"CONTAINS(\"foobar\", \"bar\")", "true"},
      {"CONTAINS(\"foobar\", \"\")", "true"},
      {"CONTAINS(\"foobar\"@en, \"foo\"@en)", "true"},
      {"CONTAINS(\"foobar\"@en, \"foo\"@EN)", "true"},
      {"CONTAINS(\"foobar\"@en, \"foo\")", "true"},
      {"CONTAINS(\"foobar\", \"foo\"@en)", "error"},
      {"CONTAINS(\"foobar\"@en, \"foo\"@fr)", "error"},
      {"CONTAINS(\"1\", 1)", "error"},
      {"STRSTARTS(\"foobar\", \"foo\")", "true"},
      {"STRSTARTS(\"foobar\", \"bar\")", "false"},
      {"STRENDS(\"foobar\"@en, \"bar\"@en)", "true"},
      {"STRENDS(\"foobar\", \"foo\")", "false"},
      {"STRBEFORE(\"abc\", \"b\")", "\"a\""},
      {"STRBEFORE(\"abc\"@en, \"bc\")", "\"a\"@en"},
      {"STRBEFORE(\"abc\"@en, \"b\"@cy)", "error"},
      {"STRBEFORE(\"abc\", \"\")", "\"\""},
      {"STRBEFORE(\"abc\"@en, \"\"@en)", "\"\"@en"},
      {"STRBEFORE(\"abc\"@en, \"z\"@en)", "\"\""},
      {"STRAFTER(\"abc\", \"b\")", "\"c\""},
      {"STRAFTER(\"abc\"@en, \"ab\")", "\"c\"@en"},
      {"STRAFTER(\"abc\", \"\")", "\"abc\""},
      {"STRAFTER(\"abc\", \"xyz\")", "\"\""},
      {"STRAFTER(\"abc\"@en, \"z\")", "\"\""},
      {"STRAFTER(1, \"z\")", "error"},
  });
}

TEST_CASE("functions: LANGMATCHES") {
  check_all({
      {"LANGMATCHES(\"fr-FR\", \"FR\")", "true"},
      {"LANGMATCHES(\"fr\", \"fr-FR\")", "false"},
      {"LANGMATCHES(\"frr\", \"fr\")", "false"},
      {"LANGMATCHES(\"en\", \"*\")", "true"},
      {"LANGMATCHES(\"\", \"*\")", "false"},
      {"LANGMATCHES(\"\", \"\")", "false"},
      {"LANGMATCHES(LANG(\"a\"@de-AT), \"de\")", "true"},
      {"LANGMATCHES(\"en\"@en, \"en\")", "error"},
      {"LANGMATCHES(1, \"en\")", "error"},
  });
}

TEST_CASE("functions: strings that grow beyond the query's memory are refused") {
  const char* const bombs[] = {"REPLACE(?x, \"a\", \"$0$0$0$0$0$0$0$0$0$0\")",
                               "CONCAT(?x, ?x, ?x, ?x, ?x, ?x, ?x, ?x, ?x, ?x)",
                               "ENCODE_FOR_URI(REPLACE(?x, \"a\", \"$0$0$0$0\"))"};
  for (const char* text : bombs) {
    INFO(text);
    dossier::test::Workbench bench;
    dossier::VariableTable variables;
    dossier::Batch batch(dossier::Layout{variables.slot("x")});
    batch.make_room(1);
    batch.column(0)[0] = bench.terms.intern(dossier::Term::string(std::string(1 << 23, 'a')));
    batch.resize(1);
    const auto compiled = compile(dossier::test::parse_expression(text), variables, bench.context);
    std::vector<dossier::TermId> results(1);
    CHECK_THROWS_AS(compiled.evaluate(batch, results), dossier::Error);
    CHECK(bench.memory.peak() < std::size_t{1} << 28);
  }
}

TEST_CASE("functions: digests") {
  check_all({
      {"MD5(\"abc\")", "\"900150983cd24fb0d6963f7d28e17f72\""},
      {"SHA1(\"abc\")", "\"a9993e364706816aba3e25717850c26c9cd0d89d\""},
      {"SHA256(\"abc\")", "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\""},
      {"SHA384(\"abc\")",
       "\"cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca13"
       "4"
       "c825a7\""},
      {"SHA512(\"abc\")",
       "\"ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a"
       "3"
       "feebbd454d4423643ce80e2a9ac94fa54ca49f\""},
      {"MD5(\"\")", "\"d41d8cd98f00b204e9800998ecf8427e\""},
      {"MD5(\"食べ物\")", "\"e7ada485d13b1decf628c9211bc3a97b\""},
      {"MD5(\"a\"@en)", "error"},
      {"SHA1(1)", "error"},
  });
}

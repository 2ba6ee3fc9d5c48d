// SPDX-License-Identifier: Apache-2.0
// Each format over the same rows: one term of every kind, an unbound value, no rows at all.

#include <catch2/catch.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "dossier/error.h"
#include "model/vocabulary.h"
#include "repl/format/output_format.h"

namespace dossier::repl {
namespace {

using Values = std::vector<std::optional<Term>>;

const std::vector<std::string> kVariables{"who", "note"};

Term relation_triple() {
  return Term::triple({Term::iri("urn:dossier:entity:A"), Term::iri("urn:dossier:relation:visit"),
                       Term::string("x")});
}

std::vector<Values> sample_rows() {
  return {
      {Term::iri("urn:dossier:entity:Anna_Berg"), Term::string("said \"a, b\"\n<next> & more")},
      {Term::blank_node("b1"), Term::lang("Straße\t1", "de-DE")},
      {std::nullopt, Term::integer(42)},
      {relation_triple(), Term::typed("POINT(1 2)", "http://example.org/wkt")},
      {Term::typed("1e6", std::string(vocabulary::xsd::kDouble)), std::nullopt},
      {Term::typed("abc", std::string(vocabulary::xsd::kInteger)), Term::string("")},
      {Term::boolean(true), Term::lang("שלום", "he", Direction::rtl)},
  };
}

Layout layout_of_width(std::optional<std::size_t> width) {
  return {width,
          {{"e", "urn:dossier:entity:"},
           {"r", "urn:dossier:relation:"},
           {"ex", "http://example.org/"}}};
}

std::string written(std::string_view format, const std::vector<Values>& rows,
                    std::optional<std::size_t> width = std::nullopt) {
  std::ostringstream out;
  const auto writer = output_format_named(format).value().make_writer(out, layout_of_width(width));
  writer->begin(kVariables);
  for (const Values& values : rows) writer->row(values);
  writer->end();
  return out.str();
}

std::string answered(std::string_view format, bool answer) {
  std::ostringstream out;
  output_format_named(format)
      .value()
      .make_writer(out, layout_of_width(std::nullopt))
      ->boolean(answer);
  return out.str();
}

TEST_CASE("csv writes plain values, quoted where RFC 4180 asks for it") {
  CHECK(written("csv", sample_rows()) ==
        "who,note\r\n"
        "urn:dossier:entity:Anna_Berg,\"said \"\"a, b\"\"\n<next> & more\"\r\n"
        "_:b1,Straße\t1\r\n"
        ",42\r\n"
        "\"<<( <urn:dossier:entity:A> <urn:dossier:relation:visit> \"\"x\"\" )>>\",POINT(1 2)\r\n"
        "1e6,\r\n"
        "abc,\r\n"
        "true,שלום\r\n");
  CHECK(written("csv", {}) == "who,note\r\n");
}

TEST_CASE("tsv writes terms in SPARQL syntax, one line a row") {
  CHECK(written("tsv", sample_rows()) ==
        "?who\t?note\n"
        "<urn:dossier:entity:Anna_Berg>\t\"said \\\"a, b\\\"\\n<next> & more\"\n"
        "_:b1\t\"Straße\\t1\"@de-DE\n"
        "\t42\n"
        "<<( <urn:dossier:entity:A> <urn:dossier:relation:visit> \"x\" )>>\t"
        "\"POINT(1 2)\"^^<http://example.org/wkt>\n"
        "1e6\t\n"
        "\"abc\"^^<http://www.w3.org/2001/XMLSchema#integer>\t\"\"\n"
        "true\t\"שלום\"@he--rtl\n");
  CHECK(written("tsv", {}) == "?who\t?note\n");
}

TEST_CASE("tsv writes a number bare only when SPARQL reads it back as the same type") {
  using vocabulary::xsd::kDecimal;
  using vocabulary::xsd::kDouble;
  using vocabulary::xsd::kInteger;
  const std::vector<std::tuple<std::string, std::string_view, bool>> cases{
      {"-7", kInteger, true},  {"+7", kInteger, true},  {"7.", kDecimal, false},
      {".5", kDecimal, true},  {"1.5", kDouble, false}, {"1.5e0", kDouble, true},
      {"1e", kDouble, false},  {"INF", kDouble, false}, {"7", kDecimal, false},
      {"7 ", kInteger, false}, {"", kInteger, false},   {"-", kInteger, false}};
  for (const auto& [lexical, type, bare] : cases) {
    const Term term = Term::typed(lexical, std::string(type));
    const std::string line = bare ? lexical + "\t\n" : term.to_string() + "\t\n";
    CHECK(written("tsv", {{term, std::nullopt}}) == "?who\t?note\n" + line);
  }
}

TEST_CASE("json is the SPARQL results format") {
  const auto json = nlohmann::json::parse(written("json", sample_rows()));
  CHECK(json["head"]["vars"] == nlohmann::json(kVariables));
  const auto& rows = json["results"]["bindings"];
  REQUIRE(rows.size() == 7);
  CHECK(rows[0]["who"] ==
        nlohmann::json({{"type", "uri"}, {"value", "urn:dossier:entity:Anna_Berg"}}));
  CHECK(rows[0]["note"] ==
        nlohmann::json({{"type", "literal"}, {"value", "said \"a, b\"\n<next> & more"}}));
  CHECK(rows[1]["who"] == nlohmann::json({{"type", "bnode"}, {"value", "b1"}}));
  CHECK(rows[1]["note"] ==
        nlohmann::json({{"type", "literal"}, {"value", "Straße\t1"}, {"xml:lang", "de-DE"}}));
  CHECK_FALSE(rows[2].contains("who"));
  CHECK(rows[2]["note"]["datatype"] == "http://www.w3.org/2001/XMLSchema#integer");
  CHECK(rows[3]["who"]["type"] == "triple");
  CHECK(rows[3]["who"]["value"]["predicate"]["value"] == "urn:dossier:relation:visit");
  CHECK(rows[6]["note"]["its:dir"] == "rtl");
}

TEST_CASE("json without rows, and yes or no") {
  const auto empty = nlohmann::json::parse(written("json", {}));
  CHECK(empty["results"]["bindings"] == nlohmann::json::array());
  CHECK(nlohmann::json::parse(answered("json", true))["boolean"] == true);
  CHECK(nlohmann::json::parse(answered("json", false))["boolean"] == false);
}

TEST_CASE("json escapes control characters") {
  const auto json = nlohmann::json::parse(
      written("json", {{Term::string(std::string("a\x01\x1f\\")), std::nullopt}}));
  CHECK(json["results"]["bindings"][0]["who"]["value"] == "a\x01\x1f\\");
}

TEST_CASE("json lines are an object each") {
  std::istringstream lines(written("jsonlines", sample_rows()));
  std::vector<nlohmann::json> rows;
  for (std::string line; std::getline(lines, line);) rows.push_back(nlohmann::json::parse(line));
  REQUIRE(rows.size() == 7);
  CHECK(rows[2].size() == 1);
  CHECK(rows[2]["note"]["value"] == "42");
}

TEST_CASE("xml is the SPARQL results format") {
  const std::string text = written("xml", {sample_rows()[0], sample_rows()[2]});
  CHECK(text ==
        "<?xml version=\"1.0\"?>\n"
        "<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">\n"
        "  <head>\n"
        "    <variable name=\"who\"/>\n"
        "    <variable name=\"note\"/>\n"
        "  </head>\n"
        "  <results>\n"
        "    <result><binding name=\"who\"><uri>urn:dossier:entity:Anna_Berg</uri></binding>"
        "<binding name=\"note\"><literal>said &quot;a, b&quot;&#xA;&lt;next&gt; &amp; more"
        "</literal></binding></result>\n"
        "    <result><binding name=\"note\"><literal "
        "datatype=\"http://www.w3.org/2001/XMLSchema#integer\">42</literal></binding></result>\n"
        "  </results>\n"
        "</sparql>\n");
  CHECK(answered("xml", false) ==
        "<?xml version=\"1.0\"?>\n<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">\n"
        "  <head/>\n  <boolean>false</boolean>\n</sparql>\n");
}

TEST_CASE("xml refuses what it cannot carry") {
  CHECK_THROWS_AS(written("xml", {{Term::string("a\x01"), std::nullopt}}), Error);
}

TEST_CASE("a table is as wide as its values and flushes numbers right") {
  CHECK(written("table", {{Term::iri("urn:dossier:entity:Lisbon"), Term::integer(7)},
                          {Term::string("日本"), Term::integer(1200)},
                          {std::nullopt, std::nullopt}}) ==
        "who      │ note\n"
        "─────────┼─────\n"
        "e:Lisbon │    7\n"
        "日本     │ 1200\n"
        "         │     \n");
}

TEST_CASE("a table fits its terminal") {
  const std::string text = written(
      "table", {{Term::string(std::string(100, 'a')), Term::string("short")}}, std::size_t{24});
  CHECK(text ==
        "who              │ note\n"
        "─────────────────┼──────\n"
        "aaaaaaaaaaaaaaa… │ short\n");
}

TEST_CASE("a table without a terminal is never cut") {
  const std::string text =
      written("table", {{Term::string(std::string(300, 'a')), Term::string("b")}});
  CHECK(text.find(std::string(300, 'a')) != std::string::npos);
}

TEST_CASE("a table keeps the widths of its first rows") {
  std::vector<Values> rows(600, Values{Term::string("ab"), Term::string("cd")});
  rows.push_back({Term::string("longer than before"), Term::string("cd")});
  const std::string text = written("table", rows, std::size_t{80});
  CHECK(text.find("ab  │ cd\n") != std::string::npos);
  CHECK(text.find("lo… │ cd\n") != std::string::npos);
}

TEST_CASE("markdown escapes what would end a cell") {
  CHECK(written("markdown", {{Term::string("a|b_c"), Term::iri("http://other.org/x")}}) ==
        "| who | note |\n| --- | --- |\n| a\\|b\\_c | \\<http://other.org/x\\> |\n");
}

TEST_CASE("line shows a value a line") {
  CHECK(written("line", {{Term::iri("urn:dossier:entity:A"), Term::string("b")},
                         {std::nullopt, Term::string("c")}}) ==
        " who = e:A\nnote = b\n\n who = \nnote = c\n");
}

TEST_CASE("yes and no of the formats without a standard for it") {
  CHECK(answered("csv", true) == "true\r\n");
  CHECK(answered("tsv", false) == "false\n");
  CHECK(answered("table", true) == "yes\n");
  CHECK(answered("jsonlines", true) == "{\"boolean\":true}\n");
}

}  // namespace
}  // namespace dossier::repl

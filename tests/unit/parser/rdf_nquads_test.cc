// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <sstream>

#include "dossier/error.h"
#include "dossier/rdf.h"
#include "parser/rdf/drivers.h"
#include "parser/rdf/line_lexer.h"

using namespace dossier;

namespace {

std::vector<Quad> read(std::string_view text, RdfFormat format = RdfFormat::nquads) {
  std::vector<Quad> quads;
  RdfOptions options;
  options.format = format;
  parse_rdf(text, options, [&](Quad&& quad) { quads.push_back(std::move(quad)); });
  return quads;
}

Error failure(std::string_view text, RdfFormat format = RdfFormat::nquads) {
  try {
    read(text, format);
  } catch (const Error& error) {
    return error;
  }
  return {ErrorCode::usage, "accepted"};
}

Term iri(const char* text) { return Term::iri(text); }

}  // namespace

TEST_CASE("N-Quads statements become quads") {
  const auto quads = read(
      "# a comment\n"
      "<s:a> <p:b> <o:c> <g:d> .\r\n"
      "\n"
      "  _:x\t<p:b> \"text\" . # said\n"
      "<s:a><p:b>\"w\\u00E4r\\n\"@en-GB<g:d>.\n"
      "<s:a> <p:b> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> _:g .");
  REQUIRE(quads.size() == 4);
  CHECK(quads[0] == Quad{iri("s:a"), iri("p:b"), iri("o:c"), iri("g:d")});
  CHECK(quads[1] == Quad{Term::blank_node("x"), iri("p:b"), Term::string("text"), std::nullopt});
  CHECK(quads[2] == Quad{iri("s:a"), iri("p:b"), Term::lang("wär\n", "en-GB"), iri("g:d")});
  CHECK(quads[3] == Quad{iri("s:a"), iri("p:b"), Term::integer(1), Term::blank_node("g")});
}

TEST_CASE("Triple terms and base directions are read") {
  const auto quads = read(
      "VERSION \"1.2\"\n"
      "_:r <p:reifies> <<( <s:a> <p:b> <<( _:x <p:c> \"v\"@ar--rtl )>> )>> .\n");
  REQUIRE(quads.size() == 1);
  const Term inner =
      Term::triple({Term::blank_node("x"), iri("p:c"), Term::lang("v", "ar", Direction::rtl)});
  CHECK(quads[0].object == Term::triple({iri("s:a"), iri("p:b"), inner}));
}

TEST_CASE("N-Triples has no graph") {
  CHECK(read("<s:a> <p:b> <o:c> .", RdfFormat::ntriples).size() == 1);
  const Error error = failure("<s:a> <p:b> <o:c> <g:d> .", RdfFormat::ntriples);
  CHECK(error.code() == ErrorCode::syntax);
  CHECK(error.position()->column == 19);
}

TEST_CASE("Errors of N-Quads tell the place and what was expected") {
  struct Case {
    const char* text;
    std::uint32_t line, column;
    const char* says;
  };
  const Case cases[] = {
      {"<s:a> <p:b> .", 1, 13, "expected an object"},
      {"<s:a> <p:b> <o:c>\n", 1, 18, "the line ends here"},
      {"<s:a> <p:b> <o:c>", 1, 18, "expected \".\""},
      {"\n<s:a> \"p\" <o:c> .", 2, 7, "expected a predicate"},
      {"<s:a> <p:b> \"open .", 1, 13, "not closed"},
      {"<s:a> <p:b> <o c> .", 1, 13, "if an IRI is meant"},
      {"<a> <p:b> <o:c> .", 1, 1, "absolute IRI"},
      {"<s:a> <p:b> \"é\"^^<dt> .", 1, 18, "absolute IRI"},
      {"<s:a> <p:b> \"\\ud800\" .", 1, 14, "surrogate"},
      {"<s:a> <p:b> \"x\"@en--up .", 1, 21, "--ltr or --rtl"},
      {"<s:a> <p:b> \"x\"@abcdefghi .", 1, 16, "at most 8"},
      {"<s:a> <p:b> <<( <s:a> <p:b> \"x\" >> .", 1, 33, "\")>>\""},
      {"<s:a> <p:b> \"x\xff\" .", 1, 15, "UTF-8"},
      {"garbage", 1, 1, "expected a statement"},
      {"<s:a> <p:b> \"x\"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString> .", 1, 18,
       "language tag"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    const Error error = failure(c.text);
    CHECK(error.code() == ErrorCode::syntax);
    REQUIRE(error.position());
    CHECK(error.position()->line == c.line);
    CHECK(error.position()->column == c.column);
    CHECK_THAT(error.what(), Catch::Contains(c.says));
  }
}

TEST_CASE("Nesting of triple terms is limited") {
  std::string text = "<s:a> <p:b> ";
  for (int i = 0; i < 2000; ++i) text += "<<( <s:a> <p:b> ";
  CHECK(failure(text).code() == ErrorCode::limit);
}

TEST_CASE("The fast path agrees with the grammar") {
  const char* lines[] = {
      "",
      "   # nothing",
      "<s:a> <p:b> <o:c> .",
      "<s:a> <p:b> <o:c> <g:d> .",
      "<s:a> <p:b> <o:c> _:g . # end",
      "<s:a> <p:b> \"a\\tb\\\\\" .",
      "<s:a> <p:b> \"a\"^^<http://www.w3.org/2001/XMLSchema#string> .",
      "<s:\xC3\xA4> <p:b> <<( _:a <p:b> \"\\n1\" )>> <g:\xC3\xA4> .",
      "<s:a> <p:b> \"a\"@en .",
      "<s:a> <p:b> \"a\"@en <g:d> .",
      "<s:a> <p:b> \"ä\"^^<d:t> .",
      "_:a <p:b> _:0 .",
      "<s:a> <p:b> <<( _:a <p:b> <<( <s:a> <p:b> \"x\" )>> )>> .",
  };
  for (const char* line : lines) {
    INFO(line);
    RdfOptions options;
    LineLexer lexer;
    QuadView quad;
    const LineContent content = lexer.read(line, true, quad);
    REQUIRE(content != LineContent::unknown);
    const std::optional<Quad> parsed = parse_line(line, line, options);
    CHECK(parsed.has_value() == (content == LineContent::statement));
    if (parsed) CHECK(*parsed == to_quad(quad));
  }
}

TEST_CASE("A line's views point to nothing of the line before") {
  LineLexer lexer;
  QuadView quad;
  REQUIRE(lexer.read("<s:a> <p:b> \"a long literal with an escape\\n\" .", true, quad) ==
          LineContent::statement);
  REQUIRE(lexer.read("<s:a> <p:b> <<( <s:a> <p:b> <s:c> )>> .", true, quad) ==
          LineContent::statement);
  CHECK(quad.object.value.empty());
}

TEST_CASE("N-Quads IRIs need a scheme that is one") {
  for (const char* const iri : {"ur*n:a", "1n:a", ":a", "a"}) {
    const std::string line = "<urn:s> <urn:p> <" + std::string(iri) + "> .";
    CHECK_THROWS_AS(parse_rdf(line, {}, [](Quad&&) {}), Error);
  }
}

TEST_CASE("Streams of any length are read line by line, positions counted from their start") {
  std::string text = "\xEF\xBB\xBF";
  const int count = 20'000;
  for (int i = 0; i < count; ++i) {
    text += "<s:" + std::to_string(i) + "> <p:b> \"größer " + std::to_string(i) + "\" .\n";
  }
  std::istringstream good(text);
  int seen = 0;
  parse_rdf(good, {}, [&](Quad&& quad) {
    CHECK(quad.subject.value() == "s:" + std::to_string(seen));
    ++seen;
  });
  CHECK(seen == count);

  std::istringstream bad(text + "<s:a> nothing");
  try {
    parse_rdf(bad, {}, [](Quad&&) {});
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.position()->line == count + 1);
    CHECK(error.position()->column == 7);
    CHECK(error.position()->offset == text.size() + 6);
    CHECK(error.source_line() == "<s:a> nothing");
  }
}

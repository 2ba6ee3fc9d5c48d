// SPDX-License-Identifier: Apache-2.0
// Lines, statements, tags and texts that never end, and what many of anything cost.
#include <algorithm>
#include <catch2/catch.hpp>
#include <istream>
#include <stdexcept>
#include <streambuf>
#include <string>
#include <utility>
#include <vector>

#include "dossier/error.h"
#include "dossier/rdf.h"
#include "parser/rdf/lines.h"

using namespace dossier;

namespace {

/// `start`, and then `again` for ever.
class Endless : public std::streambuf {
 public:
  Endless(std::string start, const std::string& again) : start_(std::move(start)) {
    while (again_.size() < 10'000) again_ += again;
    setg(start_.data(), start_.data(), start_.data() + start_.size());
  }

 protected:
  int_type underflow() override {
    setg(again_.data(), again_.data(), again_.data() + again_.size());
    return traits_type::to_int_type(again_.front());
  }

 private:
  std::string start_;
  std::string again_;
};

const std::string kXml =
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:e=\"urn:e:\">"
    "<rdf:Description>";
const std::string kXmlEnd = "</rdf:Description></rdf:RDF>";

struct Case {
  RdfFormat format;
  std::string start;
  std::string again;
};

Case endless_case() {
  using Format = RdfFormat;
  return GENERATE(Case{Format::ntriples, "<a:> <a:> \"", "x"},   //
                  Case{Format::nquads, "<a:> <a:> <", "x"},      //
                  Case{Format::nquads, "# a comment ", "x"},     //
                  Case{Format::turtle, "<a:> <a:> \"", "x\\n"},  //
                  Case{Format::turtle, "<a:> <a:> '''", "x\n"},  //
                  Case{Format::turtle, "# ", "x"},               //
                  Case{Format::turtle, "<a:> <a:> ( ", "( ) "},  //
                  Case{Format::trig, "<a:> { <a:> <a:> ", "<b:>, "},
                  Case{Format::rdfxml, kXml + "<e:p>", "x "},  //
                  Case{Format::rdfxml, kXml + "<e:p>", "&amp;"},
                  Case{Format::rdfxml, kXml + "<e:p rdf:parseType=\"Literal\">", "<b/>"},
                  Case{Format::rdfxml, kXml + "<e:p e:q=\"", "x"},
                  Case{Format::rdfxml, kXml + "<!-- ", "x"});
}

/// The message of Error(limit); "accepted" when there is no error.
std::string limit_of(const std::string& text) {
  try {
    parse_rdf(text, {.format = RdfFormat::rdfxml, .base = "http://e/"}, [](Quad&&) {});
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::limit);
    return error.what();
  }
  return "accepted";
}

/// `count` times `before`, a number and `after`.
std::string numbered(int count, const std::string& before, const std::string& after) {
  std::string out;
  for (int i = 0; i < count; ++i) out += before + std::to_string(i) + after;
  return out;
}

const auto kTooManyAttributes = Catch::StartsWith("more than 1000 attributes in one tag");

}  // namespace

TEST_CASE("What never ends is refused, with what to do about it") {
  // One of each kind of text that is held; the next test has the others.
  const Case given = GENERATE(
      Case{RdfFormat::ntriples, "<a:> <a:> \"", "x"}, Case{RdfFormat::turtle, "<a:> <a:> \"", "x"},
      Case{RdfFormat::trig, "<a:> { <a:> <a:> ", "<b:>, "},
      Case{RdfFormat::rdfxml, kXml + "<e:p>", "a long text "},
      Case{RdfFormat::rdfxml, kXml + "<e:p rdf:parseType=\"Literal\">", "a long text "},
      Case{RdfFormat::rdfxml, kXml + "<!-- ", "x"});
  CAPTURE(given.start, given.again);
  Endless buffer(given.start, given.again);
  std::istream stream(&buffer);
  try {
    parse_rdf(stream, {.format = given.format}, [](Quad&&) {});
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::limit);
    CHECK_THAT(error.what(), Catch::Contains("MiB: ") || Catch::Contains("MB: "));
  }
}

TEST_CASE("The watch sees what is held and ends the parse") {
  const Case given = endless_case();
  CAPTURE(given.start, given.again);
  constexpr std::size_t kMost = std::size_t{1} << 22;
  Endless buffer(given.start, given.again);
  std::istream stream(&buffer);
  RdfOptions options{.format = given.format};
  std::size_t most = 0;
  options.watch = [&](std::size_t held) {
    most = std::max(most, held);
    if (held > kMost) throw std::length_error("enough");
  };
  CHECK_THROWS_AS(parse_rdf(stream, options, [](Quad&&) {}), std::length_error);
  CHECK(most < 4 * kMost);
}

TEST_CASE("What has been read is not held") {
  using Format = RdfFormat;
  const Case given = GENERATE(
      Case{Format::ntriples, "", "\n"}, Case{Format::nquads, "", "# a comment\n"},
      Case{Format::ntriples, "", "<a:> <a:> <a:> .\r"}, Case{Format::turtle, "", "\n"},
      Case{Format::turtle, "", " "}, Case{Format::turtle, "", "# a comment\n"},
      Case{Format::turtle, "", "# a comment\r"}, Case{Format::turtle, "", "<a:> <a:> <a:> ."},
      Case{Format::trig, "<a:> {", "<a:> <a:> <a:> .\n# a comment\n"},
      Case{Format::rdfxml, kXml, "<e:p/>"}, Case{Format::rdfxml, kXml, "\n"},
      Case{Format::rdfxml, kXml, "<!-- a comment -->"}, Case{Format::rdfxml, kXml, "<?a b?>"});
  CAPTURE(given.start, given.again);
  Endless buffer(given.start, given.again);
  std::istream stream(&buffer);
  RdfOptions options{.format = given.format};
  std::size_t most = 0;
  int looks = 0;
  options.watch = [&](std::size_t held) {
    most = std::max(most, held);
    if (++looks == 40) throw std::length_error("enough");
  };
  CHECK_THROWS_AS(parse_rdf(stream, options, [](Quad&&) {}), std::length_error);
  CHECK(most <= std::size_t{1} << 20);
}

TEST_CASE("RDF/XML: the attributes of a tag have a limit") {
  const std::string many = "<e:p" + numbered(1001, " e:a", "='v>'") + "/>";
  CHECK(limit_of(kXml + "<e:p" + numbered(900, " e:a", "='v>'") + "/>" + kXmlEnd) == "accepted");
  CHECK_THAT(limit_of(kXml + many + kXmlEnd), kTooManyAttributes);
  // What only looks like a tag before it does not hide it.
  for (const std::string before : {"<!-- <a b='-->", "<?x <a b=' ?>", "<!-->-->", "<!-- ' -->",
                                   "<e:p><![CDATA[ <a b='' ]]]></e:p>",
                                   "<e:p f:a='>' "
                                   "xmlns:f='urn:f:'/>"}) {
    CAPTURE(before);
    CHECK(limit_of(kXml + before + kXmlEnd) == "accepted");
    CHECK_THAT(limit_of(kXml + before + many + kXmlEnd), kTooManyAttributes);
  }
}

TEST_CASE("RDF/XML: the namespaces in scope have a limit") {
  std::string nested = kXml;
  for (int i = 0; i < 20; ++i) {
    nested += "<e:p" + numbered(600, " xmlns:n", "='urn:x'") + "><rdf:Description>";
  }
  CHECK_THAT(limit_of(nested), Catch::StartsWith("more than 10000 namespaces"));
  std::string in_turn = kXml;
  for (int i = 0; i < 20; ++i) in_turn += "<e:p" + numbered(600, " xmlns:n", "='urn:x'") + "/>";
  CHECK(limit_of(in_turn + kXmlEnd) == "accepted");
}

TEST_CASE("RDF/XML: the document type declaration has a limit") {
  const auto declared = [](const std::string& subset) {
    return limit_of("<!DOCTYPE rdf:RDF [" + subset + "]>" + kXml + kXmlEnd);
  };
  CHECK(declared("<!ENTITY a \"<b \"> <!-- ' ]> --> <?x '?><!ENTITY c ']>'>") == "accepted");
  const std::string start = "<!ATTLIST rdf:RDF e:a";
  CHECK_THAT(declared(numbered(1001, start, " CDATA 'v'>")),
             Catch::StartsWith("more than 1000 attributes"));
  CHECK_THAT(declared(numbered(10'000, start, " CDATA 'v'>")),
             Catch::StartsWith("a document type declaration of more than 256 KiB"));
}

TEST_CASE("Lines may end in a carriage return; the places of bad lines are right") {
  const std::string good = "<a:> <b:> <c:> .";
  const std::string text = good + "\r" + good + "\r\nbad\r\r\n" + good + "\n  worse\n\xff\r" + good;
  std::vector<std::string> bad;
  std::size_t quads = 0;
  parse_lines(
      text, {}, [&](const QuadView&) { ++quads; },
      [&](const Error& error, std::string_view line) {
        const SourcePosition& at = *error.position();
        bad.push_back(std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
                      std::string(line));
        CHECK(text.substr(at.offset).starts_with(line.substr(at.column - 1)));
      });
  CHECK(quads == 4);
  CHECK(bad == std::vector<std::string>{"3:1 bad", "6:3   worse", "7:1 \xff"});
}

TEST_CASE("A base that would spoil every IRI is refused") {
  const auto format = GENERATE(RdfFormat::turtle, RdfFormat::trig, RdfFormat::rdfxml);
  for (const char* const base : {"http://a b/", "http://{}/", "urn:\xff", "urn:<"}) {
    CAPTURE(base);
    try {
      parse_rdf("", {.format = format, .base = base}, [](Quad&&) {});
      FAIL("accepted");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::usage);
      CHECK_THAT(error.what(), Catch::StartsWith("the base is not"));
    }
  }
}

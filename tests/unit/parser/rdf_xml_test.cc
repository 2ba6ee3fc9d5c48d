// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <sstream>

#include "dossier/error.h"
#include "dossier/rdf.h"
#include "parser/rdf/write.h"

using namespace dossier;

namespace {

std::string rdf(const std::string& inside, const std::string& attributes = "") {
  return "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"\n "
         "xmlns:e=\"urn:e:\" " +
         attributes + ">\n" + inside + "</rdf:RDF>";
}

RdfOptions options() {
  RdfOptions options;
  options.format = RdfFormat::rdfxml;
  options.base = "http://b/d";
  return options;
}

std::string read(const std::string& text) {
  std::ostringstream out;
  const auto writer = make_rdf_writer(out, RdfFormat::ntriples);
  parse_rdf(text, options(), [&](Quad&& quad) { writer->write(quad); });
  writer->finish();
  return out.str();
}

Error failure(const std::string& text) {
  try {
    read(text);
  } catch (const Error& error) {
    return error;
  }
  return {ErrorCode::usage, "accepted"};
}

/// "line:column: message" of the fault in what stands inside rdf:RDF, from line 3 on.
std::string fault(const std::string& inside) {
  const Error error = failure(rdf(inside));
  REQUIRE(error.position());
  return std::to_string(error.position()->line) + ":" + std::to_string(error.position()->column) +
         ": " + error.what();
}

std::string in_utf16(const std::string& ascii) {
  std::string text = "\xFF\xFE";
  for (const char c : ascii) text.append({c, '\0'});
  return text;
}

}  // namespace

TEST_CASE("RDF/XML: a relative namespace makes no IRIs, of elements or of attributes") {
  const std::string relative = "xmlns:r=\"rel#\"";
  const std::string why = "the namespace \"rel#\" is a relative IRI";
  CHECK(failure(rdf("<rdf:Description r:p=\"v\"/>", relative)).what() == why);
  CHECK(failure(rdf("<rdf:Description><r:p>v</r:p></rdf:Description>", relative)).what() == why);
  CHECK(failure(rdf("<rdf:Description><e:p r:q=\"v\"/></rdf:Description>", relative)).what() ==
        why);
  CHECK(failure(rdf("<r:T/>", relative)).what() == why);
}

TEST_CASE("RDF/XML: nodes, properties and what they hold") {
  CHECK(
      read(rdf(
          "<e:T rdf:about='#a' e:p='v'><e:q rdf:resource='x'/><e:r xml:lang='en'>w</e:r></e:T>")) ==
      "<http://b/d#a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:e:T> .\n"
      "<http://b/d#a> <urn:e:p> \"v\" .\n"
      "<http://b/d#a> <urn:e:q> <http://b/x> .\n"
      "<http://b/d#a> <urn:e:r> \"w\"@en .\n");
  CHECK(read(rdf("<e:T rdf:nodeID='n'><e:q rdf:parseType='Literal'>a <e:b e:y='2' "
                 "e:x='1'/>&amp;</e:q></e:T>")) ==
        "_:n <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:e:T> .\n"
        "_:n <urn:e:q> \"a <e:b xmlns:e=\\\"urn:e:\\\" e:x=\\\"1\\\" e:y=\\\"2\\\"></e:b>&amp;\""
        "^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral> .\n");
}

TEST_CASE("RDF/XML: prefixes are told") {
  std::string seen;
  parse_rdf(
      rdf(""), options(), [](Quad&&) {},
      [&](std::string_view name, std::string_view iri) {
        seen.append(name).append("=").append(iri).append(" ");
      });
  CHECK(seen == "rdf=http://www.w3.org/1999/02/22-rdf-syntax-ns# e=urn:e: ");
}

TEST_CASE("RDF/XML: entities of the document are expanded, others never opened") {
  CHECK(read("<!DOCTYPE x [<!ENTITY e 'urn:e:'><!ENTITY t 'text &#38;#38; more'>]>" +
             rdf("<rdf:Description rdf:about='&e;a'><e:p>&t;</e:p></rdf:Description>")) ==
        "<urn:e:a> <urn:e:p> \"text & more\" .\n");
  const Error outside = failure("<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>\n" +
                                rdf("<rdf:Description><e:p>&f;</e:p></rdf:Description>"));
  CHECK(outside.code() == ErrorCode::unsupported);
  CHECK(std::string(outside.what()).find("&f;") != std::string::npos);
  REQUIRE(outside.position());
  CHECK(outside.position()->line == 4);
  const std::string parameter =
      "<!DOCTYPE x [<!ENTITY % f SYSTEM 'file:///etc/passwd'> %f;]>" + rdf("");
  CHECK(failure(parameter).code() != ErrorCode::input);
}

TEST_CASE("RDF/XML: entities that multiply are refused") {
  std::string text = "<!DOCTYPE x [<!ENTITY a0 'xxxxxxxxxx'>";
  for (int i = 1; i < 12; ++i) {
    const std::string before = "&a" + std::to_string(i - 1) + ";";
    text += "<!ENTITY a" + std::to_string(i) + " '";
    for (int k = 0; k < 10; ++k) text += before;
    text += "'>";
  }
  text += "]>";
  CHECK(failure(text + rdf("<rdf:Description><e:p>&a11;</e:p></rdf:Description>")).code() ==
        ErrorCode::syntax);
  CHECK(failure(text + rdf("<rdf:Description e:p='&a11;'/>")).code() == ErrorCode::syntax);
}

TEST_CASE("RDF/XML: encodings") {
  const std::string body = rdf("<rdf:Description rdf:about='urn:a' e:p='gr\xFC\xDF'/>");
  CHECK(read("<?xml version='1.0' encoding='ISO-8859-1'?>" + body) ==
        "<urn:a> <urn:e:p> \"grüß\" .\n");
  CHECK(read(in_utf16("<?xml version='1.0' encoding='UTF-16'?>" +
                      rdf("<rdf:Description rdf:about='urn:a' e:p='x'/>"))) ==
        "<urn:a> <urn:e:p> \"x\" .\n");
  CHECK(read("\xEF\xBB\xBF" + rdf("")).empty());
  CHECK(failure("<?xml version='1.0' encoding='no-such'?>" + body).code() ==
        ErrorCode::unsupported);
  CHECK(failure("<?xml version='1.0' encoding='UTF-16//IGNORE'?>" + body).code() ==
        ErrorCode::unsupported);
  CHECK(failure(body).code() == ErrorCode::syntax);  // not UTF-8
}

TEST_CASE("RDF/XML: faults have their place") {
  CHECK(fault("<rdf:Description>\n  <e:p rdf:about='x'/></rdf:Description>") ==
        "4:12: rdf:about is not allowed on a property element");
  CHECK(fault("<rdf:Description rdf:about='a b'/>") ==
        "3:22: an IRI cannot contain spaces, quotes, <>, {}, |, ^, ` or \\: write them as %XX");
  CHECK(fault("<rdf:Description>\n\n  loose</rdf:Description>") ==
        "5:3: expected a property element, but found text");
  CHECK(fault("<e:T rdf:ID='a'/>\n<e:T rdf:ID='a'/>") == "4:10: the rdf:ID \"a\" is already used");
  CHECK(fault("<f:T/>").substr(0, 30) == "3:5: not well-formed XML: Name");
  CHECK(failure("").code() == ErrorCode::syntax);
  CHECK(failure("<rdf:RDF").code() == ErrorCode::syntax);
  CHECK(failure("<a>").code() == ErrorCode::syntax);
}

TEST_CASE("RDF/XML: nesting has a limit") {
  std::string open, close;
  for (int i = 0; i < 300; ++i) {
    open += "<e:T><e:p>";
    close += "</e:p></e:T>";
  }
  CHECK(failure(rdf(open + close)).code() == ErrorCode::limit);
}

TEST_CASE("RDF/XML: a stream gives what the text gives, and its faults their place") {
  std::string body;
  for (int i = 0; i < 20000; ++i) {
    body += "<e:T rdf:about='urn:" + std::to_string(i) + "'><e:p>größe</e:p></e:T>\n";
  }
  std::istringstream whole(rdf(body));
  std::size_t count = 0;
  parse_rdf(whole, options(), [&](Quad&&) { ++count; });
  CHECK(count == 40000);
  std::istringstream damaged(rdf(body + "<e:T>x</e:T>"));
  try {
    parse_rdf(damaged, options(), [](Quad&&) {});
    FAIL("accepted");
  } catch (const Error& error) {
    REQUIRE(error.position());
    CHECK(error.position()->line == 20003);
    CHECK(error.position()->column == 6);
    CHECK(error.source_line() == "<e:T>x</e:T></rdf:RDF>");
  }
}

// SPDX-License-Identifier: Apache-2.0
// What is written as RDF/XML.
#include <catch2/catch.hpp>
#include <sstream>

#include "dossier/error.h"
#include "dossier/rdf.h"
#include "model/vocabulary.h"
#include "parser/rdf/write.h"

using namespace dossier;

namespace {

Term iri(std::string text) { return Term::iri(std::move(text)); }

std::string write(const std::vector<Quad>& quads) {
  std::ostringstream out;
  const auto writer = make_rdf_writer(out, RdfFormat::rdfxml, {{"e", "urn:e:"}, {"0", "urn:no:"}});
  for (const Quad& quad : quads) writer->write(quad);
  writer->finish();
  return out.str();
}

std::vector<Quad> read(const std::string& text) {
  std::vector<Quad> quads;
  parse_rdf(text, {.format = RdfFormat::rdfxml},
            [&](Quad&& quad) { quads.push_back(std::move(quad)); });
  return quads;
}

}  // namespace

TEST_CASE("RDF/XML comes back as it was, and what XML cannot say is an error") {
  const Term node = Term::blank_node("1 odd label");
  const Term triple = Term::triple({iri("http://example.org/s"), iri("urn:e:p"), node});
  const std::vector<Quad> quads{
      {iri("http://example.org/s"), iri("urn:e:p"), Term::string("a <b> & \"c\"\n\r\t"), {}},
      {iri("http://example.org/s"), iri("http://other.org/x?y=z1"), Term::integer(41), {}},
      {iri("http://example.org/s"), iri("urn:e:p"), Term::lang("shalom", "he", Direction::rtl), {}},
      {iri("http://example.org/s"), iri("urn:e:p"), Term::lang("hello", "en"), {}},
      {node, iri(std::string(vocabulary::rdf::kReifies)), triple, {}},
      {node, iri("http://example.org/deep#1st"), iri("http://example.org/?a=1&b=2"), {}},
  };
  const std::vector<Quad> back = read(write(quads));
  REQUIRE(back.size() == quads.size());
  for (std::size_t i = 0; i < 4; ++i) CHECK(back[i] == quads[i]);
  CHECK(back[4].subject == back[5].subject);
  CHECK(back[4].object.as_triple().object == back[4].subject);
  CHECK(back[5].predicate == quads[5].predicate);
  CHECK(read(write({})).empty());
  for (const char* const predicate :
       {"urn:e:", "urn:e:1", "http://www.w3.org/1999/02/22-rdf-syntax-ns#li"}) {
    CHECK_THROWS_AS(write({{node, iri(predicate), node, {}}}), Error);
  }
  CHECK_THROWS_AS(write({{node, iri("urn:e:p"), Term::string("\x01"), {}}}), Error);
}

// SPDX-License-Identifier: Apache-2.0
#include "model/well_formed.h"

#include <catch2/catch.hpp>

#include "model/vocabulary.h"

using namespace dossier;

namespace {

const Term kS = Term::iri("http://e/s");
const Term kP = Term::iri("http://e/p");
const Term kO = Term::string("o");
const Term kB = Term::blank_node("b");

Term triple(Term s, Term p, Term o) {
  return Term::triple({std::move(s), std::move(p), std::move(o)});
}

Term nested(std::size_t depth) {
  Term term = kO;
  for (std::size_t i = 0; i < depth; ++i) term = triple(kS, kP, std::move(term));
  return term;
}

}  // namespace

TEST_CASE("what is RDF has no fault") {
  const Quad quad = GENERATE(values<Quad>({
      {kS, kP, kO, {}},
      {kB, kP, kB, kB},
      {kS, kP, Term::lang("x", "en-Latn-GB-x-private", Direction::rtl), kS},
      {kS, kP, Term::typed("01", "urn:type"), {}},
      {kS, kP, Term::string(std::string("a\0b", 3)), {}},
      {Term::iri("x:"), Term::iri("mailto:a@b?c#d"), Term::iri("urn:caf\xC3\xA9"), {}},
      {kS, kP, triple(kB, kP, triple(kS, kP, kO)), {}},
      {kS, kP, nested(kDeepestTriple), {}},
  }));
  CHECK(fault_of(quad) == std::nullopt);
}

TEST_CASE("a pasted IRI is told from a prefixed name and from text") {
  struct Case {
    const char* text;
    bool is_iri;
  };
  const auto [text, is_iri] = GENERATE(values<Case>({
      {"http://e/a?b#c", true},
      {"file:///a", true},
      {"urn:isbn:1", true},
      {"ex:a", false},
      {"ex:a://b", false},
      {"://a", false},
      {"http://e/a b", false},
      {"<http://e/a>", false},
      {"", false},
  }));
  const std::optional<Term> expected = is_iri ? std::optional<Term>(Term::iri(text)) : std::nullopt;
  CHECK(pasted_iri(text) == expected);
}

TEST_CASE("what is not RDF is named, with its position") {
  struct Case {
    Quad quad;
    const char* message;
  };
  const auto [quad, message] = GENERATE(values<Case>({
      {{kO, kP, kO, {}}, "the subject is a literal \"o\": it must be an IRI or a blank node"},
      {{triple(kS, kP, kO), kP, kO, {}}, "the subject is a triple term: it must be"},
      {{kS, kO, kO, {}}, "the predicate is a literal \"o\": it must be an IRI"},
      {{kS, kB, kO, {}}, "the predicate is a blank node \"b\": it must be an IRI"},
      {{kS, kP, kO, kO}, "the graph is a literal \"o\": it must be an IRI or a blank node"},
      {{kS, kP, triple(kO, kP, kO), {}}, "the subject of a triple term is a literal \"o\""},
      {{kS, kP, triple(kS, kB, kO), {}}, "the predicate of a triple term is a blank node"},
      {{Term::iri("rel"), kP, kO, {}}, "the subject is a relative IRI: \"rel\""},
      {{kS, Term::iri(""), kO, {}}, "the predicate is a relative IRI: \"\""},
      {{kS, kP, Term::iri("1a:b"), {}}, "the object is a relative IRI: \"1a:b\""},
      {{kS, kP, Term::iri("http://e/a b"), {}}, "the object is not an IRI: \"http://e/a b\""},
      {{kS, kP, kO, Term::iri("urn:a\nb")}, "the graph is not an IRI: \"urn:a\\x0Ab\""},
      {{kS, kP, Term::iri("urn:{a}"), {}}, "the object is not an IRI"},
      {{kS, kP, Term::iri("urn:a\\b"), {}}, "the object is not an IRI"},
      {{kS, kP, Term::string("\xff\xfe"), {}}, "the object is not valid UTF-8: \"\\xFF\\xFE\""},
      {{Term::iri("urn:saut\xC3"), kP, kO, {}},
       "the subject is not valid UTF-8: \"urn:saut\\xC3\""},
      {{Term::blank_node("\xC0"), kP, kO, {}}, "the subject is not valid UTF-8"},
      {{kS, kP, Term::lang("x", "not a tag!!"), {}},
       "the object has a malformed language tag: \"not a tag!!\""},
      {{kS, kP, Term::lang("x", "abcdefghi"), {}}, "malformed language tag"},
      {{kS, kP, Term::lang("x", "en-"), {}}, "malformed language tag"},
      {{kS, kP, Term::lang("x", ""), {}}, "no language tag"},
      {{kS, kP, Term::typed("x", std::string(vocabulary::rdf::kLangString)), {}},
       "no language tag"},
      {{kS, kP, Term::typed("x", "integer"), {}},
       "the datatype of the object is a relative IRI: \"integer\""},
      {{kS, kP, nested(kDeepestTriple + 1), {}}, "nests triple terms more than 500 deep"},
  }));
  const auto fault = fault_of(quad);
  REQUIRE(fault);
  CHECK_THAT(*fault, Catch::Contains(message));
}

TEST_CASE("what a document cannot hold is too long, and says what to do") {
  constexpr std::size_t kName = std::size_t{1} << 20;
  constexpr std::size_t kValue = std::size_t{120} << 20;
  const Term name = Term::iri("urn:" + std::string(kName - 4, 'x'));
  CHECK(length_fault(name) == std::nullopt);
  CHECK(length_fault(Term::iri(name.value() + "x")) == "an IRI is longer than 1 MiB");
  CHECK(length_fault(Term::blank_node(std::string(kName + 1, 'x'))) ==
        "the label of a blank node is longer than 1 MiB");
  CHECK(length_fault(Term::typed("1", name.value() + "x")) ==
        "the IRI of a datatype is longer than 1 MiB");
  CHECK(length_fault(Term::triple({name, name, Term::iri(name.value() + "x")})) ==
        "an IRI is longer than 1 MiB");
  CHECK(length_fault(Term::string(std::string(kValue - 2, 'x'))) == std::nullopt);
  CHECK_THAT(*length_fault(Term::string(std::string(kValue, 'x'))),
             Catch::StartsWith("a literal takes more than 120 MiB as text: keep"));
  // Escapes count.
  CHECK(length_fault(Term::string(std::string(kValue / 6, '\1'))) != std::nullopt);
  const Term half = Term::string(std::string(kValue / 2, 'x'));
  CHECK(length_fault(half) == std::nullopt);
  const Term inner = Term::triple({name, name, half});
  CHECK(length_fault(inner) == std::nullopt);
}

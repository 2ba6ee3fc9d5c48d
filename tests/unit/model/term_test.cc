// SPDX-License-Identifier: Apache-2.0
#include "dossier/term.h"

#include <catch2/catch.hpp>
#include <set>
#include <unordered_set>

#include "dossier/prefixes.h"
#include "model/vocabulary.h"

using dossier::Direction;
using dossier::Term;
using dossier::Triple;

namespace {

const std::string kInteger(dossier::vocabulary::xsd::kInteger);

/// All different, in the order of operator<=>.
std::vector<Term> distinct_terms() {
  const Term a = Term::iri("a");
  return {a,
          Term::iri("b"),
          Term::blank_node("a"),
          Term::string(""),
          Term::string("a"),
          Term::typed("a", kInteger),
          Term::lang("a", "de"),
          Term::lang("a", "de", Direction::ltr),
          Term::lang("a", "de", Direction::rtl),
          Term::lang("a", "EN"),
          Term::string("b"),
          Term::triple({a, a, a}),
          Term::triple({a, a, Term::triple({a, a, a})})};
}

}  // namespace

TEST_CASE("terms of different kinds, forms, types, tags and directions differ") {
  const auto terms = distinct_terms();
  for (std::size_t i = 0; i < terms.size(); ++i) {
    for (std::size_t k = 0; k < terms.size(); ++k) {
      INFO(terms[i].to_string() << " and " << terms[k].to_string());
      CHECK((terms[i] == terms[k]) == (i == k));
      CHECK((terms[i] < terms[k]) == (i < k));
    }
  }
}

TEST_CASE("equal terms have equal hashes") {
  CHECK(Term::lang("a", "en-GB") == Term::lang("a", "EN-gb"));
  CHECK(Term::lang("a", "en-GB").hash() == Term::lang("a", "EN-gb").hash());
  const Term x = Term::lang("x", "en");
  const Term y = Term::lang("x", "EN");
  CHECK(Term::triple({x, x, x}) == Term::triple({y, y, y}));
  CHECK(Term::triple({x, x, x}).hash() == Term::triple({y, y, y}).hash());
  CHECK(Term::typed("a", std::string(dossier::vocabulary::xsd::kString)) == Term::string("a"));
  const auto terms = distinct_terms();
  CHECK(std::unordered_set<Term>(terms.begin(), terms.end()).size() == terms.size());
}

TEST_CASE("a term tells its parts") {
  CHECK(Term().value().empty());
  CHECK(Term().datatype() == dossier::vocabulary::xsd::kString);
  CHECK(Term::integer(-7).value() == "-7");
  CHECK(Term::boolean(true).datatype() == dossier::vocabulary::xsd::kBoolean);
  CHECK(Term::lang("a", "De").language() == "De");
  CHECK(Term::lang("a", "de").datatype() == dossier::vocabulary::rdf::kLangString);
  CHECK(Term::lang("a", "de", Direction::rtl).datatype() ==
        dossier::vocabulary::rdf::kDirLangString);
  CHECK(Term::iri("a").datatype().empty());
  CHECK(Term::iri("a").language().empty());
}

TEST_CASE("N-Triples form") {
  const Term iri = Term::iri("http://e/x y");
  CHECK(iri.to_string() == "<http://e/x\\u0020y>");
  CHECK(Term::blank_node("b1").to_string() == "_:b1");
  CHECK(Term::string("a\"\\\n\r\t\b\f\x01\x7F").to_string() ==
        "\"a\\\"\\\\\\n\\r\\t\\b\\f\\u0001\\u007F\"");
  CHECK(Term::integer(1).to_string() == "\"1\"^^<" + kInteger + ">");
  CHECK(Term::lang("a", "ar", Direction::rtl).to_string() == "\"a\"@ar--rtl");
  CHECK(Term::triple({Term::iri("a"), Term::iri("b"), Term::string("c")}).to_string() ==
        "<<( <a> <b> \"c\" )>>");
}

TEST_CASE("predeclared prefixes are the project's eleven") {
  std::set<std::string> names;
  for (const auto& [name, iri] : dossier::predeclared_prefixes()) names.emplace(name);
  CHECK(names == std::set<std::string>{"e", "r", "a", "doc", "k", "schema", "skos", "rdf", "rdfs",
                                       "xsd", "prov"});
  CHECK(dossier::vocabulary::iri(dossier::vocabulary::kEntity, "Ada") == "urn:dossier:entity:Ada");
}

// SPDX-License-Identifier: Apache-2.0
// One plan over many sources.
#include <catch2/catch.hpp>

#include "dossier/error.h"
#include "engine/query/prepared_construct.h"
#include "storage/memory_source.h"

namespace dossier {
namespace {

Term r(const std::string& name) { return Term::iri("urn:dossier:relation:" + name); }
Term e(const std::string& name) { return Term::iri("urn:dossier:entity:" + name); }

std::vector<std::string> run(const PreparedConstruct& query, const std::vector<Quad>& quads,
                             const QueryOptions& options = {}) {
  const storage::MemorySource source(quads, query.constants());
  std::vector<std::string> result;
  query.run(source, options, [&](const Triple& t) {
    result.push_back(t.subject.value() + " " + t.predicate.value() + " " + t.object.value());
  });
  std::sort(result.begin(), result.end());
  return result;
}

PreparedConstruct prepared(const std::string& text, const std::vector<Quad>& typical = {}) {
  PreparedConstruct query(text, {});
  query.plan(storage::MemorySource(typical, query.constants()));
  return query;
}

TEST_CASE("a prepared construct runs over sources it was not planned for") {
  const PreparedConstruct query = prepared(
      "CONSTRUCT { ?a r:knows ?b } WHERE { ?a r:meets ?b . FILTER NOT EXISTS { ?a r:shuns ?b } }");
  CHECK(run(query, {}).empty());
  CHECK(run(query, {{e("A"), r("meets"), e("B"), {}}}) ==
        std::vector<std::string>{
            "urn:dossier:entity:A urn:dossier:relation:knows urn:dossier:entity:B"});
  CHECK(run(query, {{e("A"), r("shuns"), e("B"), {}}, {e("A"), r("meets"), e("B"), {}}}).empty());
}

TEST_CASE("a term made in one run is the source's own in the next") {
  const PreparedConstruct query = prepared(
      "CONSTRUCT { ?b r:same ?b } WHERE { ?a r:says ?x . BIND(IRI(CONCAT(\"urn:\", ?x)) AS ?b) "
      "?b r:is \"there, and long enough\" }");
  const Term said = Term::string("b");
  CHECK(run(query, {{e("A"), r("says"), said, {}}, {e("Z"), r("is"), said, {}}}).empty());
  CHECK(run(query, {{e("A"), r("says"), said, {}},
                    {Term::iri("urn:b"), r("is"), Term::string("there, and long enough"), {}}})
            .size() == 1);
}

TEST_CASE("values, paths and optional parts find the terms of each source") {
  const PreparedConstruct query = prepared(
      "CONSTRUCT { ?a r:reaches ?b } WHERE { VALUES ?a { e:A e:B } ?a r:to+ ?b "
      "OPTIONAL { ?a r:name ?n } }");
  CHECK(query.reads_any_predicate());
  CHECK(run(query, {{e("B"), r("to"), e("C"), {}}, {e("C"), r("to"), e("D"), {}}}).size() == 2);
  CHECK(run(query, {{e("X"), r("to"), e("A"), {}}, {e("A"), r("to"), e("Y"), {}}}).size() == 1);
}

TEST_CASE("a predicate is open unless VALUES confines it") {
  const auto open = [](const std::string& where) {
    return PreparedConstruct("CONSTRUCT { ?a r:q ?b } WHERE " + where, {}).reads_any_predicate();
  };
  CHECK_FALSE(open("{ ?a r:p ?b }"));
  CHECK(open("{ ?a ?p ?b }"));
  CHECK_FALSE(open("{ VALUES ?p { r:p r:s } ?a ?p ?b }"));
  CHECK_FALSE(open("{ VALUES ?p { r:p r:s } { ?a ?p ?b } UNION { ?b ?p ?a } }"));
  CHECK(open("{ { VALUES ?p { r:p } ?a ?p ?b } UNION { ?a ?p ?b } }"));
}

TEST_CASE("other forms, wrong texts and limits are errors") {
  CHECK_THROWS_AS(PreparedConstruct("SELECT * WHERE { ?s ?p ?o }", {}), Error);
  CHECK_THROWS_AS(PreparedConstruct("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p }", {}), Error);
  std::vector<Quad> quads;
  for (int i = 0; i < 400; ++i) quads.push_back({e(std::to_string(i)), r("p"), e("x"), {}});
  const PreparedConstruct query = prepared(
      "CONSTRUCT { ?a r:q ?d } WHERE { ?a r:p ?x . ?b r:p ?x . ?c r:p ?x . ?d r:p ?x }", quads);
  QueryOptions options;
  options.timeout = std::chrono::milliseconds(5);
  try {
    run(query, quads, options);
    FAIL("must stop");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::timeout);
  }
  options.timeout.reset();
  options.memory_bytes = 10000;
  CHECK_THROWS_AS(run(query, quads, options), Error);
}

}  // namespace
}  // namespace dossier

// SPDX-License-Identifier: Apache-2.0
// Families of relations.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "dossier/views.h"
#include "tests/unit/engine/temporary_base.h"

using namespace dossier;

TEST_CASE("A family has the relations that facts have, denied ones too, in its order") {
  TemporaryBase kb;
  kb->update(
      "INSERT DATA { e:a r:meet_with e:b {| k:confidence 0.9 |} . "
      "[] rdf:reifies <<( e:a r:meet e:c )>> ; k:polarity \"negative\" . "
      "e:a r:visit e:d {| k:confidence 0.9 |} . r:speak_to rdfs:label \"speak to\" }");
  const Term meet = Term::iri("urn:dossier:relation:meet");
  const Term meet_with = Term::iri("urn:dossier:relation:meet_with");
  CHECK(family(*kb, "meet") == std::vector<Term>{meet, meet_with});
  CHECK(family(*kb, "go") == std::vector<Term>{Term::iri("urn:dossier:relation:visit")});
  CHECK(family(*kb, "give").empty());
  CHECK(family(*kb, "no such family").empty());
}

TEST_CASE("Triples of the knowledge base add to families") {
  TemporaryBase kb;
  kb->update(
      "INSERT DATA { e:a r:huddle_with e:b {| k:confidence 0.9 |} . e:a r:meet e:b "
      "{| k:confidence 0.9 |} . r:huddle_with k:family \"meet\" . r:chat_with k:family \"meet\" }");
  CHECK(family(*kb, "meet") == std::vector<Term>{Term::iri("urn:dossier:relation:meet"),
                                                 Term::iri("urn:dossier:relation:huddle_with")});
}

TEST_CASE("Families are sorted by name, and no relation is in two") {
  std::set<std::string_view> seen;
  std::string_view last;
  for (const RelationFamily& family : relation_families()) {
    CHECK(last < family.name);
    last = family.name;
    for (const std::string_view relation : family.relations) CHECK(seen.insert(relation).second);
  }
}

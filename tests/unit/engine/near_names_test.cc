// SPDX-License-Identifier: Apache-2.0
// The thing that a part of a name means.
#include <catch2/catch.hpp>
#include <string>

#include "dossier/error.h"
#include "engine/saved/near_names.h"
#include "temporary_base.h"

using namespace dossier;

namespace {

constexpr const char* kNames = R"(
  INSERT DATA {
    e:Harbour_Council a schema:Organization ;
      rdfs:label "Nordic Harbour Council" ; skos:altLabel "NHC" .
    e:Ada_Brandt a schema:Person ; rdfs:label "Ada Brandt" .
    e:Ben_Okoro a schema:Person ; rdfs:label "Ben Okoro" .
    e:Carl_Okoro a schema:Person ; rdfs:label "Carl Okoro" .
    e:brandt_deal a k:Concept ; rdfs:label "Brandt deal" .
    e:old_quay a k:Concept ; rdfs:label "old quay" .
    e:Council a k:Concept ; rdfs:label "council" .
    r:meet rdfs:label "meet" .
  })";

struct Case {
  const char* text;
  const char* thing;  ///< its local name; "" for none
};

std::string local(const Term& term) { return term.value().substr(term.value().rfind(':') + 1); }

}  // namespace

TEST_CASE("A part of a name means the one thing that has it, names before concepts") {
  TemporaryBase kb;
  kb->update(kNames);
  const Case cases[] = {
      {"NHC", "Harbour_Council"},
      {"nhc", "Harbour_Council"},
      {"Harbour", "Harbour_Council"},
      {"Brandt", "Ada_Brandt"},
      {"Okoro", ""},
      {"okoro, ben", ""},
      {"Ben Okoro", "Ben_Okoro"},
      {"quay", "old_quay"},
      {"Brand", ""},
      {"council", "Council"},
      {"meet", ""},
      {"", ""},
      {"...", ""},
      {"Harbour_Council", "Harbour_Council"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.text);
    const auto near = near_name(*kb, each.text);
    CHECK((near ? local(near->thing) : "") == each.thing);
  }
}

TEST_CASE("An IRI that nothing is said of is taken for a name, others are left alone") {
  TemporaryBase kb;
  kb->update(kNames);
  const auto near = [&](const char* iri) {
    const auto found = near_entity(*kb, Term::iri(iri));
    return found ? local(found->thing) : "";
  };
  CHECK(near("urn:dossier:entity:NHC") == "Harbour_Council");
  CHECK(near("urn:dossier:entity:Brandt") == "Ada_Brandt");
  CHECK(near("urn:dossier:entity:Ada_Brandt").empty());
  CHECK(near("urn:dossier:entity:Okoro").empty());
  CHECK(near("urn:NHC").empty());
}

TEST_CASE("resolve_near() says what it took, and lists names when there are several") {
  TemporaryBase kb;
  kb->update(kNames);
  std::string note;
  CHECK(local(resolve_near(*kb, "Ada Brandt", predeclared_prefixes(), note)) == "Ada_Brandt");
  CHECK(note.empty());
  CHECK(local(resolve_near(*kb, "e:NHC", predeclared_prefixes(), note)) == "Harbour_Council");
  CHECK(note == "e:NHC: Nordic Harbour Council");
  CHECK(local(resolve_near(*kb, "Brandt", predeclared_prefixes(), note)) == "Ada_Brandt");
  CHECK(note == "Brandt: Ada Brandt");
  CHECK_THROWS_WITH(resolve_near(*kb, "Okoro", predeclared_prefixes(), note),
                    Catch::Matchers::Contains("Ben Okoro, Carl Okoro"));
}

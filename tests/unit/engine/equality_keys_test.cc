// SPDX-License-Identifier: Apache-2.0
// Which parts of a pattern are joined by keys of an equality, by their plans.
#include <catch2/catch.hpp>
#include <string>

#include "dossier/dossier.h"
#include "temporary_base.h"

namespace {

bool has_key(const std::string& pattern) {
  TemporaryBase kb;
  kb->update("INSERT DATA { <urn:a> <urn:p> 1 . <urn:b> <urn:q> 1.0 . <urn:g> <urn:r> <urn:a> }");
  const std::string plan = kb->explain("PREFIX : <urn:> SELECT * { { " + pattern + " } ?g :r ?h }");
  CAPTURE(plan);
  return plan.find("equality key") != std::string::npos;
}

}  // namespace

TEST_CASE("Parts that an equality connects have keys", "[equality key]") {
  for (const char* pattern : {
           "?a :p ?x . ?b :q ?y FILTER(?x = ?y)",
           "?a :p ?x . ?b :q ?y FILTER(STR(?x) = STR(?y))",
           "?a :p ?x . ?b :q ?y FILTER(?x + 1 = ?y && ?x > 0)",
           "?a :p+ ?x . ?b :q ?y FILTER(?x = ?y)",
       }) {
    CAPTURE(pattern);
    CHECK(has_key(pattern));
  }
}

TEST_CASE("Parts that something else connects, or that nothing does, have none", "[equality key]") {
  for (const char* pattern : {
           "?a :p ?x . ?a :q ?y FILTER(?x = ?y)",
           "?a :p ?x . ?b :q ?y FILTER(?x < ?y)",
           "?a :p ?x . ?b :q ?y FILTER(?x + ?y = 2)",
           "?a :p ?x . ?b :q ?y FILTER(?x + RAND() = ?y)",
           "?a :p ?x . ?b :q ?y FILTER(?x = ?y || ?x = 1)",
           "?a :p ?x . ?b :q ?y FILTER(?x = ?elsewhere)",
       }) {
    CAPTURE(pattern);
    CHECK_FALSE(has_key(pattern));
  }
}

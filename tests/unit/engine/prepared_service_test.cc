// SPDX-License-Identifier: Apache-2.0
// Prepared queries that ask an endpoint.
#include <catch2/catch.hpp>
#include <string>

#include "dossier/dossier.h"
#include "endpoint.h"
#include "temporary_base.h"

using namespace dossier;

namespace {

int first_value(QueryResult result) {
  Row row;
  REQUIRE(result.next(row));
  return row[0].as<int>();
}

}  // namespace

TEST_CASE("each value goes to the endpoint of SERVICE") {
  TemporaryBase kb;
  service_test::Endpoint endpoint("<urn:a> <urn:q> 1 . <urn:b> <urn:q> 2");
  QueryOptions options;
  options.outside.web = {endpoint.address()};
  const PreparedQuery query =
      kb->prepare("SELECT ?o { SERVICE <" + endpoint.address() + "> { $s <urn:q> ?o } }", options);
  CHECK(first_value(query.run({{"s", Term::iri("urn:a")}})) == 1);
  CHECK(first_value(query.run({{"s", Term::iri("urn:b")}})) == 2);
}

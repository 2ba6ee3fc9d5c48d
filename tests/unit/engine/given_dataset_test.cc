// SPDX-License-Identifier: Apache-2.0
// The graphs that a caller names for a text that names none (QueryOptions::dataset).
#include <catch2/catch.hpp>

#include <set>
#include <string>
#include <vector>

#include "dossier/dossier.h"
#include "tests/unit/engine/temporary_base.h"

using namespace dossier;

namespace {

const char* const kData =
    "INSERT DATA { <urn:s> <urn:p> 0 . GRAPH <urn:a> { <urn:s> <urn:p> 1 } "
    "GRAPH <urn:b> { <urn:s> <urn:p> 2 } }";

QueryOptions seeing(std::vector<std::string> defaults, std::vector<std::string> named = {}) {
  QueryOptions options;
  for (std::string& iri : defaults)
    options.dataset.default_graphs.push_back(Term::iri(std::move(iri)));
  for (std::string& iri : named) options.dataset.named_graphs.push_back(Term::iri(std::move(iri)));
  return options;
}

std::set<std::int64_t> objects(QueryResult result) {
  std::set<std::int64_t> found;
  for (const Row& row : result) found.insert(row["o"].as<std::int64_t>());
  return found;
}

using Objects = std::set<std::int64_t>;

const char* const kAll = "SELECT ?o { ?s ?p ?o }";
const char* const kNamed = "SELECT ?o { GRAPH ?g { ?s ?p ?o } }";
const char* const kFrom = "SELECT ?o FROM <urn:b> { ?s ?p ?o }";

}  // namespace

TEST_CASE("a query sees the graphs its caller names") {
  TemporaryBase base;
  base->update(kData);
  CHECK(objects(base->query(kAll, seeing({"urn:a"}))) == Objects{1});
  CHECK(objects(base->query(kAll, seeing({"urn:a", "urn:b"}))) == Objects{1, 2});
  CHECK(objects(base->query(kAll, seeing({}, {"urn:a"}))) == Objects{});
  CHECK(objects(base->query(kNamed, seeing({"urn:a"}))) == Objects{});
  CHECK(objects(base->query(kNamed, seeing({}, {"urn:a"}))) == Objects{1});
  CHECK(objects(base->query(kAll, seeing({"urn:nowhere"}))) == Objects{});
  CHECK(objects(base->query(kAll)) == Objects{0, 1, 2});
}

TEST_CASE("FROM in the text comes before the caller's graphs") {
  TemporaryBase base;
  base->update(kData);
  CHECK(objects(base->query(kFrom, seeing({"urn:a"}))) == Objects{2});
}

TEST_CASE("a prepared query keeps the graphs it was prepared for") {
  TemporaryBase base;
  base->update(kData);
  const PreparedQuery prepared = base->prepare(kAll, seeing({"urn:a"}));
  CHECK(objects(prepared.run()) == Objects{1});
  CHECK(objects(base->query(kAll)) == Objects{0, 1, 2});
}

TEST_CASE("an update reads from the caller's graphs unless it has USING or WITH") {
  const char* const kCopy = "INSERT { GRAPH <urn:copy> { ?s ?p ?o } } WHERE { ?s ?p ?o }";
  const char* const kWith =
      "WITH <urn:b> INSERT { GRAPH <urn:copy> { ?s ?p ?o } } WHERE { ?s ?p ?o }";
  TemporaryBase base;
  base->update(kData);
  base->update(kCopy, seeing({"urn:a"}));
  CHECK(objects(base->query("SELECT ?o { GRAPH <urn:copy> { ?s ?p ?o } }")) == Objects{1});
  base->update(kWith, seeing({"urn:a"}));
  CHECK(objects(base->query("SELECT ?o { GRAPH <urn:copy> { ?s ?p ?o } }")) == Objects{1, 2});
}

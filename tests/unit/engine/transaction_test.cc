// SPDX-License-Identifier: Apache-2.0
// The contracts of Transaction: what insert() refuses, how begin() waits, how long objects live.
#include <catch2/catch.hpp>
#include <future>
#include <sstream>
#include <thread>

#include "dossier/dossier.h"
#include "parser/rdf/write.h"
#include "temporary_base.h"

using namespace dossier;

namespace {

using std::chrono::milliseconds;

const Term kS = Term::iri("urn:s");
const Term kP = Term::iri("urn:p");
const Quad kQuad{kS, kP, Term::string("some text"), {}};

ErrorCode code_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.code();
  }
  FAIL("no error");
  return ErrorCode::usage;
}

std::string dump(const KnowledgeBase& kb) {
  std::ostringstream out;
  const auto writer = make_rdf_writer(out, RdfFormat::nquads);
  kb.dump([&](const Quad& quad) { writer->write(quad); });
  writer->finish();
  return out.str();
}

}  // namespace

TEST_CASE("insert() refuses what is not RDF and changes nothing") {
  TemporaryBase base;
  Transaction transaction = base->begin();
  const auto refuse = [&](const Quad& quad, const std::string& message) {
    CHECK(code_of([&] { transaction.insert(quad); }) == ErrorCode::usage);
    CHECK_THROWS_WITH(transaction.insert(quad), Catch::Contains(message));
  };
  refuse({Term::string("a literal"), kP, kS, {}}, "the subject is a literal \"a literal\"");
  refuse({kS, kP, Term::string("\xff\xfe"), {}}, "the object is not valid UTF-8: \"\\xFF\\xFE\"");
  refuse({kS, kP, kS, Term::string("g")}, "the graph is a literal \"g\"");
  refuse({kS, kP, Term::iri("rel"), {}}, "the object is a relative IRI: \"rel\"");
  transaction.commit();
  CHECK(dump(*base).empty());
}

TEST_CASE("a thread that holds a transaction is refused a second one at once") {
  TemporaryBase base;
  Transaction transaction = base->begin();
  CHECK(code_of([&] { base->begin(); }) == ErrorCode::usage);
  CHECK(code_of([&] { base->try_begin(); }) == ErrorCode::usage);
  CHECK(code_of([&] { base->update("INSERT DATA { <urn:a> <urn:b> 1 }"); }) == ErrorCode::usage);
  transaction.rollback();
  base->update("INSERT DATA { <urn:a> <urn:b> 1 }");
}

TEST_CASE("time limit and cancellation cover the wait for another writer") {
  TemporaryBase base;
  Transaction other = std::async(std::launch::async, [&] { return base->begin(); }).get();
  CHECK(base->try_begin() == std::nullopt);
  CHECK(code_of([&] { base->begin({.timeout = milliseconds(20)}); }) == ErrorCode::timeout);
  CHECK(code_of([&] { base->update("CLEAR ALL", {.timeout = milliseconds(20)}); }) ==
        ErrorCode::timeout);
  const CancellationToken token;
  CancellationToken(token).cancel();
  CHECK(code_of([&] { base->begin({.cancellation = token}); }) == ErrorCode::cancelled);
  CHECK(code_of([&] { base->update("CLEAR ALL", {.cancellation = token}); }) ==
        ErrorCode::cancelled);
  other.rollback();
  CHECK(base->try_begin().has_value());
}

TEST_CASE("results and transactions outlive their base, and keep its directory open") {
  const TemporaryBase folder;  // only for a name nobody else uses
  const std::string path = folder.path() + "-lifetimes";
  std::optional<KnowledgeBase> base = KnowledgeBase::open(path);
  base->update("INSERT DATA { <urn:a> <urn:b> 1 , 2 }");
  std::optional<QueryResult> result = base->query("SELECT * { ?s ?p ?o }");
  std::optional<Transaction> transaction = base->begin();
  transaction->insert(kQuad);
  std::optional<QueryResult> inside = transaction->query("SELECT * { ?s ?p ?o }");
  base.reset();
  Row row;
  CHECK(result->next(row));
  CHECK(inside->next(row));
  transaction->commit();
  transaction.reset();
  CHECK_THROWS_WITH(KnowledgeBase::open(path), Catch::Contains("still open in this process"));
  result.reset();
  CHECK(code_of([&] { KnowledgeBase::open(path); }) == ErrorCode::conflict);
  inside.reset();
  CHECK(KnowledgeBase::open(path).statistics().quads == 3);
  std::filesystem::remove_all(path);
}

TEST_CASE("a dropped transaction ends even if a result of it lives") {
  TemporaryBase base;
  std::optional<Transaction> transaction = base->begin();
  transaction->insert(kQuad);
  QueryResult result = transaction->query("SELECT * { ?s ?p ?o }");
  transaction.reset();
  CHECK(base->try_begin().has_value());
  CHECK(dump(*base).empty());
}

TEST_CASE("a transaction that was moved from says so") {
  TemporaryBase base;
  Transaction first = base->begin();
  Transaction second = std::move(first);
  CHECK(code_of([&] { first.insert(kQuad); }) == ErrorCode::usage);
  CHECK(code_of([&] { first.commit(); }) == ErrorCode::usage);
  second.commit();
}

TEST_CASE("what a dump could not give back is too long to be stored") {
  TemporaryBase base;
  Transaction transaction = base->begin();
  const Term huge = Term::string(std::string(std::size_t{121} << 20, 'x'));
  const Term name = Term::iri("urn:" + std::string(std::size_t{1} << 20, 'x'));
  CHECK(code_of([&] {
          transaction.insert({kQuad.subject, kQuad.predicate, huge, {}});
        }) == ErrorCode::limit);
  CHECK(code_of([&] {
          transaction.insert({name, kQuad.predicate, kQuad.object, {}});
        }) == ErrorCode::limit);
  transaction.commit();
  const std::string long_iri = "IRI(CONCAT('urn:', '" + name.value() + "'))";
  CHECK(code_of([&] {
          base->update("INSERT { ?s <urn:p> 1 } WHERE { BIND(" + long_iri + " AS ?s) }");
        }) == ErrorCode::limit);
  CHECK(dump(*base).empty());
}

TEST_CASE("an update cannot store what is not RDF") {
  TemporaryBase base;
  const auto refuse = [&](const std::string& text) {
    CAPTURE(text);
    CHECK(code_of([&] { base->update(text); }) == ErrorCode::usage);
  };
  refuse("INSERT DATA { <rel> <p> <#o> }");
  refuse("INSERT DATA { GRAPH <rel> { <urn:a> <urn:b> 1 } }");
  refuse("INSERT DATA { <urn:a> <urn:b> '1'^^<type> }");
  refuse("INSERT { <urn:a> <urn:b> <<( <urn:a> <rel> 1 )>> } WHERE {}");
  refuse("WITH <rel> INSERT { <urn:a> <urn:b> 1 } WHERE {}");
  refuse("ADD DEFAULT TO <rel>");
  refuse("LOAD <file:none.nt> INTO GRAPH <rel>");
  // Computed terms are left out.
  base->update("INSERT { ?s <urn:b> 1 } WHERE { BIND(IRI('rel') AS ?s) }");
  base->update("INSERT { <urn:a> <urn:b> ?o } WHERE { BIND(STRDT('1', IRI('rel')) AS ?o) }");
  base->update("INSERT { GRAPH ?g { <urn:a> <urn:b> 1 } } WHERE { BIND(IRI('rel') AS ?g) }");
  base->update("INSERT { <urn:a> <urn:b> <<( ?x <urn:a> 1 )>> } WHERE { VALUES ?x { 1 } }");
  CHECK(dump(*base).empty());
  base->update("BASE <http://e/> INSERT DATA { <rel> <p> <#o> }");
  CHECK(base->statistics().quads == 1);
}

TEST_CASE("without a base, IRI() of a relative IRI is an error, and so is a type that is one") {
  TemporaryBase base;
  const auto is_error = [&](const std::string& expression) {
    CAPTURE(expression);
    QueryResult result = base->query("SELECT (COALESCE(" + expression + ", 'error') AS ?v) {}");
    Row row;
    REQUIRE(result.next(row));
    return row["v"] == Term::string("error");
  };
  CHECK(is_error("IRI('rel')"));
  CHECK(is_error("URI('')"));
  CHECK(is_error("IRI('#a')"));
  CHECK(is_error("IRI('//host/path')"));
  CHECK(is_error("STRDT('x', <rel>)"));
  CHECK_FALSE(is_error("IRI('urn:a')"));
  CHECK_FALSE(is_error("STRDT('x', <urn:a>)"));
}

TEST_CASE("no triple term with a literal as its subject comes out of INSERT DATA or CONSTRUCT") {
  TemporaryBase base;
  const std::string bad = "<urn:x> <urn:p> <<( 123 <urn:a> <urn:b> )>>";
  try {
    base->update("INSERT DATA { " + bad + " }");
  } catch (const Error&) {  // refused or left out: both keep it out of the base
  }
  CHECK(dump(*base).empty());
  bool constructed = false;
  try {
    QueryResult result = base->query("CONSTRUCT { " + bad + " } WHERE {}");
    Quad triple;
    constructed = result.next(triple);
  } catch (const Error&) {
  }
  CHECK_FALSE(constructed);
}

// SPDX-License-Identifier: Apache-2.0
#include "storage/store.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "dossier/error.h"
#include "error_code.h"
#include "quads.h"
#include "storage/disk/database.h"
#include "temp_dir.h"

namespace dossier::storage {
namespace {

Quad quad(const std::string& s, const std::string& p, const Term& o) {
  return {Term::iri("urn:" + s), Term::iri("urn:" + p), o, std::nullopt};
}

}  // namespace

TEST_CASE("A committed quad is there, and still there after reopening") {
  const TempDir dir;
  const std::string path = dir / "kb";
  const Quad fact = quad("alice", "knows", Term::lang("Bob the Builder", "en-GB"));
  {
    const auto store = Store::open(path);
    const auto before = store->snapshot();
    auto tx = store->begin();
    tx->insert(fact);
    CHECK(tx->inserted() == 1);
    tx->insert(fact);
    CHECK(tx->inserted() == 1);
    CHECK(scan_all(*tx, everything(Permutation::osp)).size() == 1);
    tx->commit();
    CHECK(scan_all(*before, everything(Permutation::spo)).empty());
    CHECK(store->statistics().quads == 1);
  }
  const auto store = Store::open(path, {.mode = OpenMode::existing});
  const auto now = store->snapshot();
  const auto rows = scan_all(*now, everything(Permutation::spo));
  REQUIRE(rows.size() == 1);
  CHECK(now->term(TermId{rows[0][0]}) == fact.subject);
  CHECK(now->term(TermId{rows[0][2]}).language() == "en-GB");
  CHECK(now->find(Term::lang("Bob the Builder", "EN-gb")) == TermId{rows[0][2]});
  CHECK(now->find(Term::string("Bob the Builder")) == TermId::none());
}

TEST_CASE("Every kind of term comes back as it went in") {
  const TempDir dir;
  const std::string long_text(5000, 'x');
  const std::vector<Term> terms{
      Term::iri("urn:a"),
      Term::iri(""),
      Term::iri("urn:" + long_text),
      Term::string("short"),
      Term::string("a longer string"),
      Term::string(long_text),
      Term::string(long_text + "y"),
      Term::lang("chat", "fr"),
      Term::lang("chat", "en"),
      Term::lang("chat", "en", Direction::rtl),
      Term::lang(long_text, "en"),
      Term::typed("01", "http://www.w3.org/2001/XMLSchema#integer"),
      Term::typed("x", "urn:type"),
      Term::typed(long_text, "urn:type"),
      Term::integer(42),
      Term::boolean(true),
      Term::triple(
          {Term::iri("urn:a"), Term::iri("urn:new-in-triple"), Term::string("a longer string")}),
      Term::triple({Term::iri("urn:a"), Term::iri("urn:b"),
                    Term::triple({Term::iri("urn:a"), Term::iri("urn:b"), Term::integer(1)})}),
  };
  std::vector<TermId> ids(terms.size());
  const auto check = [&](const QuadSource& source) {
    std::vector<Term> back(terms.size());
    source.terms(ids, back);
    for (std::size_t i = 0; i < terms.size(); ++i) {
      CAPTURE(terms[i].to_string().substr(0, 80));
      CHECK(back[i] == terms[i]);
      CHECK(source.find(terms[i]) == ids[i]);
    }
  };
  {
    const auto store = Store::open(dir / "kb");
    auto tx = store->begin();
    tx->intern(terms, ids);
    check(*tx);
    std::vector<TermId> again(terms.size());
    tx->intern(terms, again);
    CHECK(again == ids);
    CHECK(std::set<TermId>(ids.begin(), ids.end()).size() == ids.size());
    tx->commit();
    check(*store->snapshot());
  }
  check(*Store::open(dir / "kb")->snapshot());
}

TEST_CASE("Blank nodes are numbered") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  auto tx = store->begin();
  const TermId x = tx->intern(Term::blank_node("x"));
  CHECK(tx->intern(Term::blank_node("x")) == x);
  const TermId y = tx->new_blank_node();
  CHECK(x != y);
  const Term printed = tx->term(x);
  CHECK(tx->intern(printed) == x);
  tx->commit();
  CHECK(store->snapshot()->find(printed) == x);
  CHECK(store->snapshot()->find(Term::blank_node("x")) == TermId::none());
  auto next = store->begin();
  CHECK(next->intern(Term::blank_node("x")) != x);
  CHECK(next->intern(printed) == x);
}

TEST_CASE("A rolled back transaction leaves nothing, and its ids are given out again") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  {
    auto tx = store->begin();
    tx->insert(quad("a", "b", Term::string("something new")));
    tx->rollback();
    CHECK(code_of([&] { tx->insert(quad("a", "b", Term())); }) == ErrorCode::usage);
  }
  {
    auto dropped = store->begin();
    dropped->insert(quad("a", "b", Term::string("something new")));
  }
  CHECK(store->statistics().quads == 0);
  CHECK(store->statistics().terms == 0);
  CHECK(store->snapshot()->find(Term::iri("urn:a")) == TermId::none());
  auto tx = store->begin();
  tx->insert(quad("c", "d", Term::string("something else")));
  tx->commit();
  const auto now = store->snapshot();
  CHECK(now->term(now->find(Term::iri("urn:c"))) == Term::iri("urn:c"));
}

TEST_CASE("Ids a store never gave out are refused") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  auto tx = store->begin();
  const TermId a = tx->intern(Term::iri("urn:a"));
  const TermId unknown{TermId::Kind::iri, 99};
  CHECK(code_of([&] { tx->insert(IdQuad{a, a, unknown}); }) == ErrorCode::usage);
  CHECK(code_of([&] { tx->insert(IdQuad{a, a, TermId::none()}); }) == ErrorCode::usage);
  CHECK(code_of([&] { static_cast<void>(tx->term(unknown)); }) == ErrorCode::storage);
}

TEST_CASE("Saved queries") {
  const TempDir dir;
  {
    const auto store = Store::open(dir / "kb");
    auto tx = store->begin();
    store->save_query({"who", "SELECT * {}", "asks who"});  // does not wait for the transaction
    store->save_query({"who", "SELECT ?who {}", "asks who"});
  }
  const auto store = Store::open(dir / "kb");
  REQUIRE(store->saved_queries().size() == 1);
  CHECK(store->saved_queries()[0].text == "SELECT ?who {}");
  CHECK(store->saved_queries()[0].description == "asks who");
}

TEST_CASE("Opening what cannot be opened says why") {
  const TempDir dir;
  CHECK(code_of([&] { Store::open(dir / "missing", {.mode = OpenMode::existing}); }) ==
        ErrorCode::storage);
  CHECK(code_of([&] { Store::open(dir / "missing", {.mode = OpenMode::read_only}); }) ==
        ErrorCode::storage);
  std::filesystem::create_directory(dir / "other");
  std::ofstream(dir / "other/file.txt") << "mine";
  CHECK(code_of([&] { Store::open(dir / "other"); }) == ErrorCode::storage);
  CHECK(code_of([&] { Store::open(dir / "other/file.txt"); }) == ErrorCode::storage);
  const auto store = Store::open(dir / "kb");
  CHECK(code_of([&] { Store::open(dir / "kb"); }) == ErrorCode::conflict);
}

TEST_CASE("A store whose creation was interrupted says so, and writing finishes it") {
  const TempDir dir;
  std::filesystem::create_directory(dir / "kb");
  std::ofstream(dir / "kb/lock") << "1";
  const auto read = [&] { Store::open(dir / "kb", {.mode = OpenMode::read_only}); };
  CHECK_THROWS_WITH(read(), Catch::Contains("was not created completely"));
  {
    // As far as RocksDB, without the format version.
    const auto database = Database::open(dir / "kb", OpenMode::create, 1 << 24);
  }
  CHECK_THROWS_WITH(read(), Catch::Contains("was not created completely"));
  Store::open(dir / "kb");
  read();
}

TEST_CASE("A read-only store sees the writer's commits when it asks") {
  const TempDir dir;
  const auto writer = Store::open(dir / "kb");
  const auto insert = [&](const std::string& subject) {
    auto tx = writer->begin();
    tx->insert(quad(subject, "is", Term::string("a thing of some length")));
    tx->commit();
  };
  insert("one");
  const auto reader = Store::open(dir / "kb", {.mode = OpenMode::read_only});
  CHECK(reader->statistics().quads == 1);
  const auto old = reader->snapshot();
  insert("two");
  CHECK(reader->statistics().quads == 1);
  reader->refresh();
  CHECK(scan_all(*reader->snapshot(), everything(Permutation::pos)).size() == 2);
  CHECK(scan_all(*old, everything(Permutation::pos)).size() == 1);
  CHECK(code_of([&] { reader->begin(); }) == ErrorCode::usage);
}

}  // namespace dossier::storage

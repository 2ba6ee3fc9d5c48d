// SPDX-License-Identifier: Apache-2.0
// Terms read in the order of their ids are those that are read one by one.
#include "storage/term_reader.h"

#include <catch2/catch.hpp>
#include <set>
#include <vector>

#include "error_code.h"
#include "quads.h"
#include "storage/memory_source.h"
#include "storage/store.h"
#include "temp_dir.h"

namespace dossier::storage {
namespace {

/// Terms of every kind: neighbours in the dictionary, and some that are none.
std::vector<Quad> quads() {
  std::vector<Quad> out;
  const auto add = [&](int i, Term object) {
    out.push_back({Term::iri("urn:s" + std::to_string(i)), Term::iri("urn:p"), std::move(object),
                   std::nullopt});
  };
  for (int i = 0; i < 60; ++i) {
    const std::string number = std::to_string(i);
    add(i, Term::string("a string that is not short " + number));
    add(i, Term::lang("chat " + number, "fr", i % 2 == 0 ? Direction::none : Direction::rtl));
    add(i, Term::typed("x" + number, "urn:type"));
    add(i, Term::integer(i - 30));
    add(i, Term::string(number));
    add(i, Term::blank_node("n" + number));
    add(i, Term::triple({Term::iri("urn:s0"), Term::iri("urn:p"), Term::integer(i)}));
  }
  add(60, Term::decimal("12.50"));
  add(60, Term::real(-0.5));
  add(60, Term::boolean(true));
  add(60, Term::date(std::chrono::sys_days{std::chrono::days{9000}}));
  add(60, Term::date_time(std::chrono::sys_days{std::chrono::days{9000}}));
  return out;
}

std::vector<TermId> ids_of(const QuadSource& source) {
  std::set<TermId> ids;
  for (const Key& row : scan_all(source, everything(Permutation::spo)))
    for (std::size_t i = 0; i < 3; ++i) ids.insert(TermId{row[i]});
  return {ids.begin(), ids.end()};
}

void check_all(const QuadSource& source, std::size_t step) {
  std::vector<TermId> wanted;
  const std::vector<TermId> ids = ids_of(source);
  for (std::size_t i = 0; i < ids.size(); i += step) wanted.push_back(ids[i]);
  std::vector<Term> expected(wanted.size());  // first: a visitor must not read
  source.terms(wanted, expected);
  std::size_t next = 0;
  const auto reader = source.term_reader();
  // Twice: the second time the cache has what was searched.
  for (int round = 0; round < 2; ++round) {
    next = 0;
    CHECK(reader->read(wanted, [&](std::size_t number, const TermView& term) {
      CHECK(number == next++);
      const Term read = to_term(term);
      CHECK(read == expected[number]);
      CHECK(read.direction() == expected[number].direction());
      return true;
    }));
    CHECK(next == wanted.size());
  }
}

}  // namespace

TEST_CASE("Terms are read in the order of their ids from a store") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  auto tx = store->begin();
  for (const Quad& quad : quads()) tx->insert(quad);
  check_all(*tx, 7);
  tx->commit();
  const auto snapshot = store->snapshot();
  check_all(*snapshot, 1);   // neighbours
  check_all(*snapshot, 40);  // each searched
}

TEST_CASE("Terms are read in the order of their ids from memory") {
  check_all(MemorySource(quads()), 3);
}

TEST_CASE("A reader of terms stops when it is told to, and names an id that nobody gave out") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  auto tx = store->begin();
  for (const Quad& quad : quads()) tx->insert(quad);
  tx->commit();
  const auto snapshot = store->snapshot();
  const auto reader = snapshot->term_reader();
  const std::vector<TermId> ids = ids_of(*snapshot);
  std::size_t seen = 0;
  CHECK_FALSE(reader->read(ids, [&](std::size_t, const TermView&) { return ++seen < 5; }));
  CHECK(seen == 5);
  const TermId unknown{TermId::Kind::iri, 999'999};
  const auto use = [](std::size_t, const TermView&) { return true; };
  CHECK(code_of([&] { reader->read({&unknown, 1}, use); }) == ErrorCode::storage);
  CHECK(reader->read(ids, use));  // and goes on afterwards
}

}  // namespace dossier::storage

// SPDX-License-Identifier: Apache-2.0
// One writer, several readers: nobody waits for the writer, nobody sees half a transaction.
#include <atomic>
#include <catch2/catch.hpp>
#include <thread>

#include "quads.h"
#include "storage/store.h"
#include "temp_dir.h"

namespace dossier::storage {
namespace {

// Every transaction moves all tokens to another predicate, so any whole state has kTokens quads of
// one predicate, and the predicates never go back.
constexpr int kTokens = 400;
constexpr int kMoves = 25;

Quad token(int i, int move) {
  return {Term::iri("urn:token" + std::to_string(i)), Term::iri("urn:at" + std::to_string(move)),
          Term::integer(i), std::nullopt};
}

struct Seen {
  bool whole = true;
  bool forward = true;
  int looks = 0;
};

Seen watch(const Store& store, const std::atomic<bool>& stop) {
  Seen seen;
  int last = -1;
  for (; !stop || seen.looks == 0; ++seen.looks) {
    const auto source = store.snapshot();
    const auto rows = scan_all(*source, everything(Permutation::pos));
    const auto again = scan_all(*source, everything(Permutation::spo));
    seen.whole = seen.whole && rows.size() == kTokens && again.size() == kTokens &&
                 rows.front()[0] == rows.back()[0];
    const std::string at = source->term(TermId{rows.front()[0]}).value();
    const int move = std::stoi(at.substr(6));
    seen.forward = seen.forward && move >= last;
    last = move;
  }
  return seen;
}

}  // namespace

TEST_CASE("Readers see whole transactions while a writer writes, folds and compacts") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  {
    const auto tx = store->begin();
    for (int i = 0; i < kTokens; ++i) tx->insert(token(i, 0));
    tx->commit();
  }
  std::atomic<bool> stop = false;
  std::array<Seen, 3> seen;
  std::vector<std::thread> readers;
  for (auto& slot : seen) readers.emplace_back([&] { slot = watch(*store, stop); });
  for (int move = 1; move <= kMoves; ++move) {
    const auto tx = store->begin();
    for (int i = 0; i < kTokens; ++i) {
      tx->erase(token(i, move - 1));
      tx->insert(token(i, move));
    }
    tx->commit(move % 2 == 0 ? Durability::relaxed : Durability::synced);
    if (move % 5 == 0) store->compact();
  }
  stop = true;
  for (auto& reader : readers) reader.join();
  for (const Seen& one : seen) {
    CHECK(one.whole);
    CHECK(one.forward);
    CHECK(one.looks > 0);
  }
}

TEST_CASE("Writers wait for each other, and each finds the other's work") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  constexpr int kEach = 20;
  const auto count_up = [&] {
    for (int i = 0; i < kEach; ++i) {
      const auto tx = store->begin();
      const auto rows = scan_all(*tx, everything(Permutation::spo));
      const auto n = static_cast<std::int64_t>(rows.size());
      tx->insert(Quad{Term::iri("urn:n"), Term::iri("urn:is"), Term::integer(n), std::nullopt});
      tx->commit(Durability::relaxed);
    }
  };
  std::thread other(count_up);
  count_up();
  other.join();
  CHECK(store->statistics().quads == 2 * kEach);
}

TEST_CASE("A transaction may end in another thread than it began in") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  auto tx = store->begin();
  std::thread([moved = std::move(tx)]() mutable { moved.reset(); }).join();
  store->begin()->commit();
}

}  // namespace dossier::storage

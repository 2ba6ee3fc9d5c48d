// SPDX-License-Identifier: Apache-2.0
// Snapshots and transactions keep the store open, in whatever order everything is destroyed.
#include <atomic>
#include <catch2/catch.hpp>
#include <filesystem>
#include <thread>

#include "error_code.h"
#include "quads.h"
#include "storage/store.h"
#include "temp_dir.h"

namespace dossier::storage {
namespace {

Quad numbered(int i) {
  return {Term::iri("urn:s" + std::to_string(i)), Term::iri("urn:p"),
          Term::string("a longer text " + std::to_string(i)), std::nullopt};
}

void insert(Store& store, int i) {
  const auto tx = store.begin();
  tx->insert(numbered(i));
  tx->commit();
}

std::size_t threads_now() {
  std::size_t count = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator("/proc/self/task"))
    ++count;
  return count;
}

}  // namespace

TEST_CASE("A snapshot can be read after its store is closed") {
  const TempDir dir;
  auto store = Store::open(dir / "kb");
  insert(*store, 1);
  const auto snapshot = store->snapshot();
  store.reset();
  const auto rows = scan_all(*snapshot, everything(Permutation::spo));
  REQUIRE(rows.size() == 1);
  CHECK(snapshot->term(TermId{rows[0][0]}) == numbered(1).subject);
}

TEST_CASE("A transaction can be committed after its store is closed") {
  const TempDir dir;
  auto store = Store::open(dir / "kb");
  auto tx = store->begin();
  tx->insert(numbered(1));
  store.reset();
  tx->insert(numbered(2));
  tx->commit();
  tx.reset();
  CHECK(Store::open(dir / "kb")->statistics().quads == 2);
}

TEST_CASE("A store cannot be opened again while its snapshots or transactions live") {
  const TempDir dir;
  auto store = Store::open(dir / "kb");
  insert(*store, 1);
  const auto reopen = [&] { Store::open(dir / "kb"); };
  const auto still_open = Catch::Contains("still open in this process");
  CHECK_THROWS_WITH(reopen(), still_open);
  CHECK(code_of(reopen) == ErrorCode::conflict);
  auto snapshot = store->snapshot();
  auto tx = store->begin();
  store.reset();
  CHECK_THROWS_WITH(reopen(), still_open);
  snapshot.reset();
  CHECK_THROWS_WITH(reopen(), still_open);
  tx.reset();
  reopen();
}

TEST_CASE("Opening a store starts few threads") {
  const TempDir dir;
  {
    const auto store = Store::open(dir / "kb");
    for (int i = 0; i < 50; ++i) insert(*store, i);
    store->compact();  // each column family gets a file
  }
  std::atomic<bool> stop = false;
  std::size_t most = 0;
  const std::size_t before = threads_now() + 1;
  std::thread counter([&] {
    while (!stop) most = std::max(most, threads_now());
  });
  for (int i = 0; i < 20; ++i) {
    Store::open(dir / "kb");
    Store::open(dir / "kb", {.mode = OpenMode::read_only});
  }
  stop = true;
  counter.join();
  // RocksDB keeps a few threads for compaction; 16 per column family would be more than these.
  CHECK(most < before + 12);
}

}  // namespace dossier::storage

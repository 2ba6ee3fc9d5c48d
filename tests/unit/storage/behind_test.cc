// SPDX-License-Identifier: Apache-2.0
// What is left when memory runs out in the middle of a change.
#include <catch2/catch.hpp>
#include <new>

#include "dossier/error.h"
#include "storage/fold/fold.h"
#include "storage/store.h"
#include "storage/transaction/transaction.h"
#include "temp_dir.h"

namespace dossier::storage {
namespace {

constexpr std::size_t kMemory = std::size_t{8} << 20;

std::shared_ptr<CurrentState> open_state(const std::string& path) {
  Store::open(path);
  return std::make_shared<CurrentState>(std::make_shared<State>(load_state(
      Database::open(path, OpenMode::existing, kMemory, std::make_unique<DirectoryLock>(path)),
      std::make_shared<Caches>(kMemory))));
}

void commit(const std::shared_ptr<CurrentState>& current, int number) {
  Transaction tx(current, WriteLock::Guard(current->write_lock(), WriteWait{}));
  tx.insert(Quad{Term::iri("urn:a"), Term::iri("urn:b"), Term::integer(number), std::nullopt});
  tx.commit(Durability::synced);
}

}  // namespace

TEST_CASE("Nothing is written on top of a state that is behind the disk") {
  const TempDir dir;
  {
    const auto current = open_state(dir / "kb");
    commit(current, 1);
    current->mark_behind();
    CHECK_THROWS_WITH(commit(current, 2), Catch::Contains("open it again"));
    CHECK_THROWS_WITH(Folder(*current).fold_all([] { return true; }),
                      Catch::Contains("open it again"));
    CHECK(current->get()->counters.quads == 1);
  }
  const auto store = Store::open(dir / "kb");
  CHECK(store->statistics().quads == 1);
  CHECK(store->check().empty());
}

TEST_CASE("A database that an exception left half-way is not written to, and not closed") {
  const TempDir dir;
  {
    const auto current = open_state(dir / "kb");
    commit(current, 1);
    Database& database = *current->get()->database;
    CHECK_THROWS_AS(database.change([]() -> rocksdb::Status { throw std::bad_alloc(); }),
                    std::bad_alloc);
    CHECK_THROWS_WITH(commit(current, 2), Catch::Contains("memory ran out"));
    database.tidy();
    CHECK(current->get()->counters.quads == 1);
  }
  CHECK_THROWS_WITH(Store::open(dir / "kb"), Catch::Contains("still open in this process"));
  CHECK(Store::open(dir / "kb", {.mode = OpenMode::read_only})->statistics().quads == 1);
}

}  // namespace dossier::storage

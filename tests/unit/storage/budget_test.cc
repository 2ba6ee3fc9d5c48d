// SPDX-License-Identifier: Apache-2.0
// That caches keep to the memory they were given.
#include <catch2/catch.hpp>
#include <random>

#include "quads.h"
#include "storage/disk/batch.h"
#include "storage/scan/snapshot.h"
#include "storage/sharded_cache.h"
#include "storage/store.h"
#include "temp_dir.h"

namespace dossier::storage {
namespace {

constexpr std::size_t kMiB = std::size_t{1} << 20;

TermId number(std::uint64_t n) { return {TermId::Kind::integer, (std::uint64_t{1} << 55) + n}; }

// A store of some 5 MB of blocks, its terms apart.
void fill(const std::string& path) {
  const auto store = Store::open(path);
  std::mt19937_64 random(5);
  const auto tx = store->begin();
  for (std::size_t i = 0; i < 60'000; ++i) {
    const Term text = Term::string("a text of some length, number " + std::to_string(i));
    tx->insert(IdQuad{number(random() >> 16), number(i % 5), tx->intern(text)});
    tx->insert(IdQuad{number(random() >> 16), number(i % 5), number(random() >> 16)});
  }
  tx->commit();
  store->compact();
}

}  // namespace

TEST_CASE("A cache never holds more than its budget, and keeps what is used") {
  ShardedCache<std::uint64_t, std::string> cache(64 * 1024);
  std::mt19937_64 random(1);
  cache.put(1, "kept", 4);
  for (std::uint64_t i = 2; i < 5000; ++i) {
    const std::size_t size = random() % 900;
    cache.put(i, std::string(size, 'x'), size);
    CHECK(cache.bytes() <= 64 * 1024);
    REQUIRE(cache.get(1) == "kept");
  }
  CHECK(cache.bytes() > 32 * 1024);
  cache.put(9999, std::string(64 * 1024, 'x'), 64 * 1024);  // larger than its share
  CHECK(cache.get(9999) == std::nullopt);
}

TEST_CASE("Scanning a store larger than its memory keeps within the memory") {
  const TempDir dir;
  fill(dir / "kb");
  const std::size_t budget = 4 * kMiB;
  const auto caches = std::make_shared<Caches>(budget);
  const auto state = std::make_shared<State>(
      load_state(Database::open(dir / "kb", OpenMode::existing, budget), caches));
  const auto source = make_snapshot(state);
  std::uint64_t block_bytes = 0;
  for (const Permutation permutation : kPermutations) {
    for (const BlockEntry& entry : state->index(permutation).entries()) {
      block_bytes += state->block(permutation, entry)->memory_bytes();
      REQUIRE(caches->blocks.bytes() <= budget / 2);
    }
    CHECK(scan_all(*source, everything(permutation)).size() == state->counters.quads);
  }
  CHECK(block_bytes > budget);  // or this proved nothing
  CHECK(caches->blocks.bytes() > budget / 4);
  std::vector<TermId> ids;
  for (std::uint64_t i = 1; i <= 60'000; ++i) ids.emplace_back(TermId::Kind::string, i);
  std::vector<Term> terms(ids.size());
  source->terms(ids, terms);
  CHECK(caches->dictionary.bytes() <= budget / 4);
  CHECK(caches->dictionary.bytes() > budget / 16);
}

TEST_CASE("RocksDB's caches and memory tables share one part of the memory") {
  const TempDir dir;
  const std::size_t budget = 64 * kMiB;
  Store::open(dir / "kb");
  const auto database = Database::open(dir / "kb", OpenMode::existing, budget);
  const auto usage = [&] {
    std::uint64_t bytes = 0;
    REQUIRE(database->db().GetIntProperty(database->handle(Family::term),
                                          rocksdb::DB::Properties::kBlockCacheUsage, &bytes));
    return bytes;
  };
  std::uint64_t most = 0;
  for (int i = 0; i < 300; ++i) {
    Batch batch(*database);
    batch.put(Family::term, std::to_string(i * 7919 % 1000), std::string(200'000, 'x'));
    batch.put(Family::term_id, std::to_string(i), std::string(50'000, 'y'));
    batch.write(Durability::relaxed);
    most = std::max(most, usage());
  }
  CHECK(most > kMiB);  // memory tables are counted; a burst is ahead of their writing out
  REQUIRE(database->db().Flush({}, database->all_handles()).ok());
  constexpr std::size_t kInUse = 256 * 1024;  // a compaction may hold blocks that no cache evicts
  CHECK(usage() <= budget / 4 + kInUse);
}

}  // namespace dossier::storage

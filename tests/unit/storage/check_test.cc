// SPDX-License-Identifier: Apache-2.0
// Damage done on purpose, row by row: check() must find each and name it.
#include <catch2/catch.hpp>
#include <fstream>
#include <functional>

#include "dossier/error.h"
#include "quads.h"
#include "storage/block/block.h"
#include "storage/block/block_index.h"
#include "storage/delta/delta_pages.h"
#include "storage/disk/batch.h"
#include "storage/disk/meta.h"
#include "storage/store.h"
#include "storage/terms/term_codec.h"
#include "temp_dir.h"

namespace dossier::storage {
namespace {

constexpr int kSubjects = 800;

void fill(const std::string& path) {
  const auto store = Store::open(path);
  const auto tx = store->begin();
  for (int i = 0; i < kSubjects; ++i) {
    const Term subject = Term::iri("urn:subject" + std::to_string(i));
    tx->insert(Quad{subject, Term::iri("urn:number"), Term::integer(i), std::nullopt});
    tx->insert(Quad{subject, Term::iri("urn:name"),
                    Term::string("the name of number " + std::to_string(i)),
                    Term::iri("urn:graph" + std::to_string(i % 3))});
  }
  tx->insert(Quad{Term::blank_node("x"), Term::iri("urn:says"),
                  Term::triple({Term::iri("urn:a"), Term::iri("urn:b"), Term::integer(1)}),
                  std::nullopt});
  tx->commit();
  store->compact();
}

using Damage = std::function<void(Database&, Batch&)>;

std::vector<Fault> faults_after(const Damage& damage) {
  const TempDir dir;
  fill(dir / "kb");
  {
    const auto database = Database::open(dir / "kb", OpenMode::existing, 1 << 24);
    Batch batch(*database);
    damage(*database, batch);
    batch.write(Durability::synced);
  }
  return Store::open(dir / "kb")->check();
}

// The only block of a permutation: key and rows.
std::pair<std::string, std::vector<Key>> only_block(Database& database, Permutation permutation) {
  std::pair<std::string, std::vector<Key>> out;
  database.each(family_of(permutation), {}, nullptr, [&](auto key, auto value) {
    const Block block(value);
    out.first = key;
    out.second.resize(block.rows());
    block.decode(0, block.rows(), out.second.data());
    return true;
  });
  return out;
}

bool tells(const std::vector<Fault>& faults, std::string_view where, std::string_view what) {
  return std::any_of(faults.begin(), faults.end(), [&](const Fault& fault) {
    return fault.where.find(where) != std::string::npos &&
           fault.what.find(what) != std::string::npos;
  });
}

}  // namespace

TEST_CASE("check() finds nothing in a sound store") {
  CHECK(faults_after([](Database&, Batch&) {}).empty());
}

TEST_CASE("check() finds damaged and missing blocks and rows nobody knows") {
  CHECK(tells(faults_after([](Database& database, Batch& batch) {
                auto [key, rows] = only_block(database, Permutation::pos);
                std::string bytes = encode_block(rows);
                bytes[bytes.size() / 2] ^= 4;
                batch.put(Family::pos, key, bytes);
              }),
              "pos (", "checksum"));
  CHECK(tells(faults_after([](Database& database, Batch& batch) {
                batch.erase(Family::osp, only_block(database, Permutation::osp).first);
              }),
              "osp (", "missing"));
  CHECK(tells(faults_after([](Database&, Batch& batch) {
                const std::vector<Key> rows{{1, 2, 3, 4}};
                batch.put(Family::sop, encode_key(rows[0]), encode_block(rows));
              }),
              "sop (", "does not know"));
}

TEST_CASE("check() finds permutations that differ") {
  const auto faults = faults_after([](Database& database, Batch& batch) {
    auto [key, rows] = only_block(database, Permutation::gspo);
    const BlockEntry before = make_entry(rows);
    rows[100][2] = rows[101][2];
    rows[100][3] = rows[102][3];
    BlockEntry entry = make_entry(rows);
    REQUIRE(entry.rows == before.rows);
    batch.put(Family::gspo, key, encode_block(rows));
    batch.put(Family::block_index, encode_entry_key(Permutation::gspo, entry.first),
              encode_entry(entry));
  });
  CHECK(tells(faults, "gspo (", "which spo has"));
  CHECK(tells(faults, "spo (", "which gspo has"));
}

TEST_CASE("check() finds rows out of order") {
  CHECK(tells(faults_after([](Database& database, Batch& batch) {
                auto [key, rows] = only_block(database, Permutation::spo);
                std::swap(rows[10], rows[20]);
                batch.put(Family::spo, key, encode_block(rows));
              }),
              "spo (", "out of order"));
}

TEST_CASE("check() finds broken ways between ids and terms") {
  const TermId id{TermId::Kind::iri, 5};
  CHECK(tells(faults_after([&](Database&, Batch& batch) {
                batch.put(Family::term, encode_id(id), "urn:other");
              }),
              "term 2:5", "leads to no id"));
  CHECK(tells(faults_after([&](Database&, Batch& batch) {
                batch.put(Family::term_id, term_key(Term::iri("urn:subject7")), encode_id(id));
              }),
              "term 2:", "leads to another id"));
  CHECK(tells(
      faults_after([&](Database&, Batch& batch) { batch.erase(Family::term, encode_id(id)); }),
      "meta counters", "rows of term"));
  CHECK(tells(
      faults_after([&](Database&, Batch& batch) {
        batch.put(Family::term_id, "\x02urn:nobody", encode_id({TermId::Kind::iri, 1'000'000}));
      }),
      "term_id row", "never given out"));
}

TEST_CASE("check() finds wrong counts and delta rows that cannot be") {
  CHECK(tells(faults_after([](Database& database, Batch& batch) {
                auto counters = decode_counters(*database.get(Family::meta, kCountersKey));
                counters.quads += 1;
                batch.put(Family::meta, kCountersKey, encode_counters(counters));
              }),
              "meta counters", "are counted"));
  CHECK(tells(faults_after([](Database& database, Batch& batch) {
                const Key key{TermId{TermId::Kind::iri, 99'999}.bits(), 5, 5, 1};
                const std::vector<Change> changes{{key, false}};
                batch.put(Family::delta, page_key(1), encode_page(changes));
                auto counters = decode_counters(*database.get(Family::meta, kCountersKey));
                counters.delta_rows += 1;
                batch.put(Family::meta, kCountersKey, encode_counters(counters));
              }),
              "delta (", "never given out"));
}

TEST_CASE("A store that cannot be understood is refused in words") {
  const TempDir dir;
  const auto message_after = [&](const Damage& damage) -> std::string {
    std::filesystem::remove_all(dir / "kb");
    fill(dir / "kb");
    {
      const auto database = Database::open(dir / "kb", OpenMode::existing, 1 << 24);
      Batch batch(*database);
      damage(*database, batch);
      batch.write(Durability::synced);
    }
    try {
      Store::open(dir / "kb");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::storage);
      return error.what();
    }
    return "it opened";
  };
  CHECK_THAT(message_after([](Database&, Batch& batch) {
               batch.put(Family::meta, kFormatKey, std::string("\x09\0\0\0", 4));
             }),
             Catch::Contains("format version 9") && Catch::Contains(dir / "kb"));
  CHECK_THAT(message_after([](Database&, Batch& batch) { batch.erase(Family::meta, kFormatKey); }),
             Catch::Contains("lost its format version"));
  CHECK_THAT(message_after([](Database& database, Batch& batch) {
               const Key first = only_block(database, Permutation::ops).second[0];
               batch.erase(Family::block_index, encode_entry_key(Permutation::ops, first));
             }),
             Catch::Contains("block index of ops"));
}

TEST_CASE("Backups are incremental and come back whole") {
  const TempDir dir;
  fill(dir / "kb");
  std::uint64_t first_size = 0;
  const auto size_of = [](const std::string& path) {
    std::uint64_t size = 0;
    for (const auto& file : std::filesystem::recursive_directory_iterator(path)) {
      if (file.is_regular_file()) size += file.file_size();
    }
    return size;
  };
  {
    const auto store = Store::open(dir / "kb");
    store->backup(dir / "backup");
    first_size = size_of(dir / "backup");
    const auto tx = store->begin();
    tx->insert(Quad{Term::iri("urn:late"), Term::iri("urn:is"), Term::integer(1), std::nullopt});
    tx->commit();
    store->backup(dir / "backup");
  }
  CHECK(size_of(dir / "backup") < first_size * 19 / 10);
  Store::restore(dir / "backup", dir / "again");
  const auto again = Store::open(dir / "again");
  CHECK(again->statistics().quads == 2 * kSubjects + 2);
  CHECK(again->check().empty());
  CHECK_THROWS_AS(Store::restore(dir / "backup", dir / "kb"), Error);
  CHECK_THROWS_AS(Store::restore(dir / "nowhere", dir / "new"), Error);
  // A backup that lost a byte is found before anything is put in place.
  for (const auto& file : std::filesystem::recursive_directory_iterator(dir / "backup")) {
    if (file.path().extension() != ".sst" || file.file_size() < 2000) continue;
    std::fstream damaged(file.path(), std::ios::in | std::ios::out | std::ios::binary);
    damaged.seekp(1000);
    damaged.put('\x11').put('\x22').put('\x33');
  }
  CHECK_THROWS_AS(Store::restore(dir / "backup", dir / "new"), Error);
  CHECK_FALSE(std::filesystem::exists(dir / "new"));
}

}  // namespace dossier::storage

// SPDX-License-Identifier: Apache-2.0
// Table files with the one damage at which RocksDB aborts.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "dossier/error.h"
#include "storage/disk/table_file.h"
#include "storage/store.h"
#include "temp_dir.h"

namespace dossier::storage {
namespace {

namespace fs = std::filesystem;

/// The table files of a store with one quad.
std::vector<fs::path> make_tables(const std::string& path) {
  {
    const auto store = Store::open(path);
    const auto tx = store->begin();
    tx->insert(Quad{Term::iri("urn:s"), Term::iri("urn:p"), Term::integer(1), std::nullopt});
    tx->commit();
    store->compact();
  }
  std::vector<fs::path> tables;
  for (const auto& entry : fs::directory_iterator(path + "/db")) {
    if (entry.path().extension() == ".sst") tables.push_back(entry.path());
  }
  return tables;
}

std::string read_table(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The bytes whose highest bit is found to be damage.
std::vector<std::size_t> damaging_bytes(std::string table) {
  std::vector<std::size_t> found;
  for (std::size_t at = 0; at < table.size(); ++at) {
    table[at] ^= '\x80';
    if (find_damaged_properties(table, table.size())) found.push_back(at);
    table[at] ^= '\x80';
  }
  return found;
}

}  // namespace

TEST_CASE("One byte of a table file claims an index of its properties by hash") {
  const TempDir dir;
  const auto tables = make_tables(dir / "kb");
  REQUIRE(tables.size() >= 7);
  for (const fs::path& path : tables) {
    CAPTURE(path.string());
    std::string table = read_table(path);
    CHECK_FALSE(find_damaged_properties(table, table.size()));
    const auto bytes = damaging_bytes(table);
    REQUIRE(bytes.size() == 1);
    table[bytes.front()] ^= '\x80';
    const std::string_view tail = std::string_view(table).substr(bytes.front() - 3);
    CHECK_FALSE(find_damaged_properties(tail, table.size()));  // its list of blocks alone
    CHECK(find_damaged_properties(std::string_view(table).substr(1), table.size()) ==
          bytes.front());
  }
}

TEST_CASE("What is no table file, or a part of one, has no such damage") {
  const TempDir dir;
  const std::string table = read_table(make_tables(dir / "kb").front());
  for (std::size_t size = 0; size < table.size(); ++size) {
    CHECK_FALSE(find_damaged_properties(table.substr(0, size), size));
  }
  CHECK_FALSE(find_damaged_properties(std::string(4000, '\xF7'), 4000));
}

TEST_CASE("A store with such a table file is refused by readers and writers, which name the file") {
  const TempDir dir;
  const fs::path path = make_tables(dir / "kb").front();
  std::string table = read_table(path);
  table[damaging_bytes(table).front()] ^= '\x80';
  std::ofstream(path, std::ios::binary | std::ios::trunc) << table;
  for (const OpenMode mode : {OpenMode::read_only, OpenMode::existing, OpenMode::create}) {
    CHECK_THROWS_WITH(Store::open(dir / "kb", {.mode = mode}),
                      Catch::StartsWith(path.string() + " is damaged at byte"));
  }
}

}  // namespace dossier::storage

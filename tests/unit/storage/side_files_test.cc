// SPDX-License-Identifier: Apache-2.0
// What check() says of files that nothing depends on, and what opening says of links and pipes.
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>

#include "dossier/error.h"
#include "storage/store.h"
#include "temp_dir.h"

namespace dossier::storage {
namespace {

namespace fs = std::filesystem;

void make(const std::string& path) {
  const auto store = Store::open(path);
  const auto tx = store->begin();
  tx->insert(Quad{Term::iri("urn:a"), Term::iri("urn:b"), Term::integer(1), std::nullopt});
  tx->commit();
}

void write(const fs::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
}

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

fs::path options_file(const fs::path& store) {
  for (const auto& entry : fs::directory_iterator(store / "db")) {
    if (entry.path().filename().string().starts_with("OPTIONS-")) return entry.path();
  }
  return {};
}

void replace_by_link(const fs::path& path, const fs::path& target) {
  fs::remove(path);
  fs::create_symlink(target, path);
}

void replace_by_pipe(const fs::path& path) {
  fs::remove(path);
  REQUIRE(mkfifo(path.c_str(), 0600) == 0);
}

}  // namespace

TEST_CASE("Damage to a file that nothing reads is a fault that names it") {
  struct Row {
    const char* where;
    std::function<void(const fs::path& store)> damage;
  };
  const std::vector<Row> rows{
      {"lock", [](const fs::path& store) { write(store / "lock", "not a number"); }},
      {"db/IDENTITY", [](const fs::path& store) { write(store / "db" / "IDENTITY", "x"); }},
      {"db/IDENTITY",
       [](const fs::path& store) {
         std::string text = read(store / "db" / "IDENTITY");
         text[3] = text[3] == '0' ? '1' : '0';
         write(store / "db" / "IDENTITY", text);
       }},
      {"db/OPTIONS-", [](const fs::path& store) { write(options_file(store), "[nonsense"); }},
  };
  for (const Row& row : rows) {
    const TempDir dir;
    make(dir / "kb");
    row.damage(dir / "kb");
    const auto faults = Store::open(dir / "kb", {.mode = OpenMode::read_only})->check();
    REQUIRE(faults.size() == 1);
    CHECK_THAT(faults[0].where, Catch::StartsWith(row.where));
    CHECK_THAT(faults[0].what, Catch::Contains("no harm"));
  }
}

TEST_CASE("Nothing is written through a link among the files of a store") {
  for (const char* name : {"lock", "db/CURRENT", "db/IDENTITY"}) {
    const TempDir dir;
    make(dir / "kb");
    const fs::path file = fs::path(dir / "kb") / name;
    const fs::path target = dir / "precious";
    fs::copy(file, target);
    const std::string content = read(target);
    replace_by_link(file, target);
    CHECK_THROWS_WITH(Store::open(dir / "kb"), Catch::StartsWith(file.string() + " is a "));
    CHECK(read(target) == content);
    CHECK(Store::open(dir / "kb", {.mode = OpenMode::read_only})->statistics().quads == 1);
  }
}

TEST_CASE("A pipe among the files of a store is refused at once") {
  for (const char* name : {"lock", "db/CURRENT", "db/IDENTITY", "db/000099.log"}) {
    for (const OpenMode mode : {OpenMode::read_only, OpenMode::existing}) {
      const TempDir dir;
      make(dir / "kb");
      replace_by_pipe(fs::path(dir / "kb") / name);
      CHECK_THROWS_WITH(Store::open(dir / "kb", {.mode = mode}), Catch::Contains("no plain file"));
    }
  }
}

}  // namespace dossier::storage

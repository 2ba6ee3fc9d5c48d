// SPDX-License-Identifier: Apache-2.0
// Where stores are made, what others left there, and several makers at once.
#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <thread>

#include "dossier/error.h"
#include "storage/disk/lock.h"
#include "storage/store.h"
#include "temp_dir.h"

namespace dossier::storage {
namespace {

namespace fs = std::filesystem;

void touch(const fs::path& path) {
  fs::create_directories(path.parent_path());
  std::ofstream(path) << "precious";
}

std::vector<std::string> names_in(const fs::path& directory) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(directory)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

TEST_CASE("A store is made at a new path, in an empty directory, through a link, below others") {
  const TempDir dir;
  fs::create_directory(dir / "empty");
  fs::create_directory(dir / "target");
  fs::create_directory_symlink(dir / "target", dir / "link");
  for (const char* name : {"new", "slash/", "empty", "link", "a/b/c", "./e", "empty/../f/."}) {
    CAPTURE(name);
    Store::open(dir / name);
    CHECK(names_in(dir / name) == std::vector<std::string>{"db", "lock"});
  }
  CHECK(names_in(dir / "") ==
        std::vector<std::string>{"a", "e", "empty", "f", "link", "new", "slash", "target"});
}

TEST_CASE("What a killed maker left is said and removed") {
  const TempDir dir;
  touch(dir / "kb.new-17.0/unfinished/lock");
  touch(dir / "kb.new-17.0/unfinished/db/MANIFEST-000001");
  fs::create_directory(dir / "kb.new-18.0");
  fs::create_directories(dir / "kb.new-19.0/unfinished");
  CHECK_THROWS_WITH(Store::open(dir / "kb", {.mode = OpenMode::read_only}),
                    Catch::Contains("creation was interrupted") && Catch::Contains("kb.new-1"));
  Store::open(dir / "kb");
  CHECK(names_in(dir / "") == std::vector<std::string>{"kb"});
}

TEST_CASE("Nothing that looks similar is removed") {
  const TempDir dir;
  touch(dir / "kb.new-1/precious");
  touch(dir / "kb.new-2/db/000001.sst");
  touch(dir / "kb.new-3");
  touch(dir / "kb.new-x/unfinished/lock");
  touch(dir / "kb.restoring/precious");
  touch(dir / "other/unfinished/lock");
  fs::create_directory_symlink(dir / "other", dir / "kb.new-4");
  const auto before = names_in(dir / "");
  Store::open(dir / "kb")->backup(dir / "saved");
  fs::remove_all(dir / "kb");
  Store::restore(dir / "saved", dir / "kb");
  for (const char* path :
       {"kb.new-1/precious", "kb.new-2/db/000001.sst", "kb.new-3", "kb.new-x/unfinished/lock",
        "kb.restoring/precious", "other/unfinished/lock"}) {
    CAPTURE(path);
    CHECK(fs::exists(dir / path));
  }
  CHECK(names_in(dir / "").size() == before.size() + 2);
}

TEST_CASE("What a living maker uses is left alone") {
  const TempDir dir;
  fs::create_directories(dir / "kb.new-1.0/unfinished/db");
  const DirectoryLock living(dir / "kb.new-1.0/unfinished");
  Store::open(dir / "kb");
  CHECK(fs::exists(dir / "kb.new-1.0/unfinished/db"));
}

TEST_CASE("What a maker left in an empty directory is said and removed") {
  const TempDir dir;
  touch(dir / "kb/unfinished/db/CURRENT");
  std::ofstream(dir / "kb/lock") << 17;
  for (const OpenMode mode : {OpenMode::read_only, OpenMode::existing}) {
    CHECK_THROWS_WITH(Store::open(dir / "kb", {.mode = mode}),
                      Catch::Contains("was not created completely"));
  }
  Store::open(dir / "kb");
  CHECK(names_in(dir / "kb") == std::vector<std::string>{"db", "lock"});
}

TEST_CASE("A store that lost its main file is not made again over its data") {
  const TempDir dir;
  {
    const auto store = Store::open(dir / "kb");
    const auto tx = store->begin();
    tx->insert(Quad{Term::iri("urn:a"), Term::iri("urn:b"), Term::integer(1), std::nullopt});
    tx->commit();
  }
  fs::remove(dir / "kb/db/CURRENT");
  const auto before = names_in(dir / "kb/db");
  CHECK_THROWS_WITH(Store::open(dir / "kb"), Catch::Contains("has lost its file db/CURRENT"));
  CHECK(names_in(dir / "kb/db") == before);
}

TEST_CASE("Several makers at once: one store, everybody opens it or is told who has it") {
  for (int round = 0; round < 5; ++round) {
    const TempDir dir;
    std::vector<std::thread> makers;
    std::atomic<int> opened = 0;
    std::atomic<int> refused = 0;
    std::mutex mutex;
    std::string other;
    for (int i = 0; i < 4; ++i) {
      makers.emplace_back([&] {
        try {
          Store::open(dir / "kb");
          ++opened;
        } catch (const Error& error) {
          const std::lock_guard guard(mutex);
          if (error.code() == ErrorCode::conflict) {
            ++refused;
          } else {
            other += std::string(error.what()) + '\n';
          }
        }
      });
    }
    for (auto& maker : makers) maker.join();
    CHECK(opened >= 1);
    CHECK(other == "");
    CHECK(opened + refused == 4);
    CHECK(names_in(dir / "") == std::vector<std::string>{"kb"});
  }
}

}  // namespace dossier::storage

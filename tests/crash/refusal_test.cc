// SPDX-License-Identifier: Apache-2.0
// A disk that is full, a directory that may not be written to: errors that say so, nothing lost.
#include <catch2/catch.hpp>

#include "../unit/storage/temp_dir.h"
#include "dossier/error.h"
#include "process.h"
#include "tests/skip.h"
#include "workload.h"

namespace dossier::storage {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> lines_of(const std::vector<std::string>& command) {
  Process process(command);
  std::vector<std::string> lines;
  while (auto line = process.line()) lines.push_back(*line);
  REQUIRE(process.wait() == 0);
  return lines;
}

// A store with a few steps, in a directory that everybody may enter and nobody may write to: root
// leaves its rights in the worker, and an ordinary user owns the files.
class ReadableStore {
 public:
  explicit ReadableStore(const std::string& path) : path_(path) {
    const auto store = Store::open(path);
    const Workload workload(1);
    for (std::uint64_t n = 1; n <= 3; ++n) workload.run(*store, n, path + ".input");
    set_writing(false);
  }
  ~ReadableStore() { set_writing(true); }
  ReadableStore(const ReadableStore&) = delete;
  ReadableStore& operator=(const ReadableStore&) = delete;

 private:
  void set_writing(bool allowed) {
    const auto owner_write = allowed ? fs::perms::owner_write : fs::perms::none;
    fs::permissions(path_ / "lock", fs::perms(0444) | owner_write);
    for (const fs::path& directory : {path_ / "db", path_, path_.parent_path()}) {
      fs::permissions(directory, fs::perms(0555) | owner_write);
    }
  }

  fs::path path_;
};

}  // namespace

TEST_CASE("When the disk refuses, an error says so and nothing committed is lost") {
  for (const char* bytes : {"20000", "400000", "600000", "1500000"}) {
    const TempDir dir;
    constexpr std::uint64_t kSeed = 5;
    Process process({CRASH_WORKER, "limit", dir / "kb", std::to_string(kSeed), bytes});
    const Workload workload(kSeed);
    Content content;
    std::uint64_t done = 0;
    std::string error;
    while (const auto line = process.line()) {
      if (line->starts_with("error ")) {
        error = *line;
      } else {
        workload.apply(content, ++done);
      }
    }
    CHECK(process.wait() == 0);
    CAPTURE(bytes, done);
    CHECK_THAT(error, Catch::Contains(dir / "kb"));
    if (done == 0) continue;  // it may have failed to make the store at all
    const auto store = Store::open(dir / "kb");
    CHECK(store->check().empty());
    CHECK(content_of(*store->snapshot()) == content);
  }
}

TEST_CASE("A full disk is named, what was committed is there when it has space again", "[mount]") {
  for (const char* bytes : {"200000", "3000000", "5000000"}) {
    const TempDir dir;
    fs::create_directory(dir / "disk");
    const auto lines = lines_of({CRASH_WORKER, "full", dir / "disk", "9", bytes});
    REQUIRE_FALSE(lines.empty());
    if (lines.front().starts_with("cannot mount")) {
      return test::skip(lines.front());
    }
    CAPTURE(bytes, lines);
    CHECK_THAT(lines.front(), Catch::Contains(dir / "disk") && Catch::Contains("space"));
    REQUIRE(lines.size() == 2);
    CHECK(lines.back() == "all there");
  }
}

TEST_CASE("A store that may not be written to says so, and can be read") {
  const TempDir dir;
  const ReadableStore store(dir / "kb");
  const auto refused = lines_of({CRASH_WORKER, "visit", dir / "kb", "existing"});
  REQUIRE(refused.size() == 1);
  CHECK(refused[0] == "error cannot write to " + (dir / "kb") +
                          "/lock: Permission denied. Make it writable and see that the disk has "
                          "space, or open it read-only.");
  const auto read = lines_of({CRASH_WORKER, "visit", dir / "kb", "read_only"});
  const auto quads = Store::open(dir / "kb", {.mode = OpenMode::read_only})->statistics().quads;
  CHECK(read == std::vector<std::string>{std::to_string(quads)});
}

TEST_CASE("What an interrupted load has left is named when it cannot be removed") {
  const TempDir dir;
  Store::open(dir / "kb").reset();
  const fs::path store = dir / "kb";
  const fs::path load = store / "load";
  fs::create_directory(load);
  fs::copy_file(store / "lock", load / "chunk0.terms");
  // As for another user, who may write to all but this folder.
  for (const fs::path& path : {store.parent_path(), store, store / "db"}) {
    fs::permissions(path, fs::perms(0777));
  }
  for (const auto& file : fs::directory_iterator(store / "db")) {
    fs::permissions(file.path(), fs::perms(0666));
  }
  fs::permissions(store / "lock", fs::perms(0666));
  fs::permissions(load, fs::perms(0555));
  const auto refused = lines_of({CRASH_WORKER, "visit", dir / "kb", "existing"});
  fs::permissions(load, fs::perms(0755));
  REQUIRE(refused.size() == 1);
  CHECK(refused[0] == "error " + load.string() +
                          " holds what an interrupted load or creation has left, and cannot be "
                          "removed: Permission denied. Remove it by hand, then try again.");
}

TEST_CASE("A directory in which no store can be made, or that may not be entered, is named") {
  const TempDir dir;
  const ReadableStore store(dir / "kb");
  const auto refused = lines_of({CRASH_WORKER, "visit", dir / "new", "create"});
  REQUIRE(refused.size() == 1);
  CHECK_THAT(refused[0], Catch::StartsWith("error cannot create the directory " + (dir / "new")));
  fs::permissions(dir / "kb", fs::perms::none);
  const auto closed = lines_of({CRASH_WORKER, "visit", dir / "kb", "read_only"});
  fs::permissions(dir / "kb", fs::perms::owner_all);
  REQUIRE(closed.size() == 1);
  CHECK_THAT(closed[0], Catch::StartsWith("error ") && Catch::Contains(dir / "kb") &&
                            Catch::Contains("permission", Catch::CaseSensitive::No));
}

}  // namespace dossier::storage

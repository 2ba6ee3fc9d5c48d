// SPDX-License-Identifier: Apache-2.0
// Backups that somebody else has made or changed.
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "dossier/error.h"
#include "storage/store.h"
#include "temp_dir.h"

namespace dossier::storage {

TEST_CASE("A backup with pipes, devices or links is refused", "[storage]") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  store->backup(dir / "backup");
  const std::filesystem::path meta = dir / "backup/meta/1";
  SECTION("a pipe") {
    std::filesystem::remove(meta);
    REQUIRE(mkfifo(meta.c_str(), 0600) == 0);
    CHECK_THROWS_WITH(Store::restore(dir / "backup", dir / "new"),
                      Catch::Contains("no plain file"));
    CHECK_THROWS_WITH(store->backup(dir / "backup"), Catch::Contains("no plain file"));
  }
  SECTION("a device behind a link") {
    std::filesystem::remove(meta);
    std::filesystem::create_symlink("/dev/zero", meta);
    CHECK_THROWS_WITH(Store::restore(dir / "backup", dir / "new"),
                      Catch::Contains("no plain file"));
  }
  SECTION("links are followed for reading only") {
    std::filesystem::rename(meta, dir / "elsewhere");
    std::filesystem::create_symlink(dir / "elsewhere", meta);
    CHECK_THROWS_WITH(store->backup(dir / "backup"), Catch::Contains("symbolic link"));
    Store::restore(dir / "backup", dir / "new");
    CHECK(Store::open(dir / "new")->statistics().quads == 0);
  }
}

}  // namespace dossier::storage

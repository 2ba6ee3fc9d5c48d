// SPDX-License-Identifier: Apache-2.0
// Only regular files are read, and opening never waits.
#include "storage/regular_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "dossier/error.h"
#include "storage/load/input.h"
#include "tests/unit/storage/temp_dir.h"

using namespace dossier;
using namespace dossier::storage;

namespace {

std::string refusal(const std::string& path, std::string_view advice = {}) {
  try {
    const RegularFile file(path, advice);
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::input);
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a regular file is read to its end") {
  const TempDir dir;
  std::ofstream(dir / "a.txt") << std::string(100'000, 'a');
  RegularFile file(dir / "a.txt");
  CHECK(read_whole(file, 100'000) == std::string(100'000, 'a'));
  RegularFile again(dir / "a.txt");
  CHECK_THROWS_WITH(read_whole(again, 99'999), Catch::EndsWith("a.txt is larger than 99999 bytes"));
}

TEST_CASE("what is no regular file is refused, and opening it does not wait") {
  const TempDir dir;
  const std::string pipe = dir / "pipe";
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  std::filesystem::create_symlink("/dev/zero", std::string(dir / "zero"));
  CHECK(refusal(pipe, "; say why") ==
        "cannot read " + pipe + ": it is not a regular file; say why");
  CHECK(refusal(dir / "zero") == "cannot read " + (dir / "zero") + ": it is not a regular file");
  CHECK(refusal(dir / "") == "cannot read " + (dir / "") + ": it is a directory");
  CHECK(refusal(dir / "none") == "cannot read " + (dir / "none") + ": No such file or directory");
  CHECK_THROWS_WITH(Input::open(pipe), Catch::Contains("not a regular file; give - and"));
}

TEST_CASE("a descriptor is taken over whatever it is of") {
  const int null = open("/dev/null", O_RDONLY | O_CLOEXEC);
  REQUIRE(null >= 0);
  CHECK_THROWS_AS(RegularFile(Descriptor(null), "null"), Error);
  CHECK(fcntl(null, F_GETFD) == -1);
}

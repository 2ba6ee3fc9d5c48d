// SPDX-License-Identifier: Apache-2.0
// Flipped bytes in the files of a store: an error that names the place, or the right answer.
#include <catch2/catch.hpp>
#include <fstream>
#include <random>

#include "../unit/storage/temp_dir.h"
#include "dossier/error.h"
#include "workload.h"

namespace dossier::storage {
namespace {

namespace fs = std::filesystem;

Content make_store(const std::string& path) {
  const Workload workload(3);
  Content content;
  for (std::uint64_t n = 1; n <= 14; ++n) {
    // Reopened now and then, so that table files and a log are there.
    const auto store = Store::open(path, {.memory_bytes = kWorkloadMemory});
    workload.run(*store, n, path + ".input");
    workload.apply(content, n);
    if (n == 8) store->compact();
  }
  return content;
}

std::vector<fs::path> files_of(const std::string& path) {
  std::vector<fs::path> files;
  for (const auto& file : fs::directory_iterator(path + "/db")) {
    if (file.file_size() > 0 && file.path().filename() != "LOCK") files.push_back(file.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

void flip(const fs::path& path, std::mt19937_64& random) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  const auto at = static_cast<std::streamoff>(random() % fs::file_size(path));
  file.seekg(at);
  const char byte = static_cast<char>(file.get());
  file.seekp(at);
  file.put(static_cast<char>(byte ^ static_cast<char>(1 + random() % 255)));
}

// The content, or nothing when an error of the right kind came.
std::optional<Content> read_store(const std::string& path) {
  try {
    const auto store = Store::open(path, {.mode = OpenMode::existing});
    Content content = content_of(*store->snapshot());
    static_cast<void>(store->check());
    return content;
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::storage);
    CHECK_THAT(error.what(), Catch::Contains(path));
    return std::nullopt;
  }
}

}  // namespace

TEST_CASE("A flipped byte in any file is an error that names the place, or does no harm") {
  constexpr int kFlips = 60;
  const TempDir dir;
  const Content sound = make_store(dir / "kb");
  const auto files = files_of(dir / "kb");
  std::mt19937_64 random(std::random_device{}());
  int errors = 0;
  for (int i = 0; i < kFlips; ++i) {
    fs::remove_all(dir / "copy");
    fs::copy(dir / "kb", dir / "copy", fs::copy_options::recursive);
    const fs::path name = files[static_cast<std::size_t>(i) % files.size()].filename();
    flip(fs::path(dir / "copy") / "db" / name, random);
    CAPTURE(name.string());
    const auto content = read_store(dir / "copy");
    if (content) {
      CHECK(*content == sound);
    } else {
      ++errors;
    }
  }
  CHECK(errors > kFlips / 4);
  WARN(kFlips << " flips: " << errors << " errors");
}

}  // namespace dossier::storage

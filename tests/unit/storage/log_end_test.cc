// SPDX-License-Identifier: Apache-2.0
// A log that a crash cut short, and one that damage makes look so.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "dossier/error.h"
#include "storage/disk/log_end.h"
#include "storage/store.h"
#include "temp_dir.h"

namespace dossier::storage {
namespace {

namespace fs = std::filesystem;

void add(Store& store, int number) {
  const auto tx = store.begin();
  const std::string name = "urn:n" + std::to_string(number);
  tx->insert(Quad{Term::iri(name), Term::iri("urn:p"), Term::integer(number), std::nullopt});
  tx->commit();
}

fs::path newest_log(const std::string& store) {
  fs::path newest;
  for (const auto& entry : fs::directory_iterator(store + "/db")) {
    if (entry.path().extension() == ".log" && entry.path() > newest) newest = entry.path();
  }
  return newest;
}

std::string read_log(const std::string& store) {
  std::ifstream file(newest_log(store), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The log of ten commits.
std::string make_log(const TempDir& dir) {
  const auto store = Store::open(dir / "kb");
  for (int number = 0; number < 10; ++number) add(*store, number);
  return read_log(dir / "kb");
}

std::vector<std::size_t> headers_of(const std::string& log) {
  std::vector<std::size_t> found;
  for (std::size_t at = 0; at + 7 <= log.size();) {
    found.push_back(at);
    at +=
        7 + static_cast<std::uint8_t>(log[at + 4]) + 256U * static_cast<std::uint8_t>(log[at + 5]);
  }
  return found;
}

}  // namespace

TEST_CASE("A log that was cut anywhere is no damaged log") {
  const TempDir dir;
  const std::string log = make_log(dir);
  for (std::size_t size = 0; size <= log.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(find_damaged_end(std::string_view(log).substr(0, size)));
  }
  CHECK_FALSE(find_damaged_end(log + std::string(5000, '\0')));
}

TEST_CASE("A length that leads beyond the end of a log is damage, in every record") {
  const TempDir dir;
  const std::string log = make_log(dir);
  const auto headers = headers_of(log);
  REQUIRE(headers.size() >= 10);
  for (const std::size_t header : headers) {
    std::string damaged = log;
    damaged[header + 5] = static_cast<char>(damaged[header + 5] ^ 0x40);
    CHECK(find_damaged_end(damaged) == header);
  }
}

TEST_CASE("Zeros before whole records are damage") {
  const TempDir dir;
  std::string log = make_log(dir);
  const std::size_t header = headers_of(log)[2];
  log.replace(header, 20, 20, '\0');
  CHECK(find_damaged_end(log) == header);
}

TEST_CASE("A kind of record that is never written is damage") {
  const TempDir dir;
  const std::string log = make_log(dir);
  for (const std::size_t header : headers_of(log)) {
    std::string damaged = log;
    damaged[header + 6] = 5;
    CHECK(find_damaged_end(damaged) == header);
  }
}

TEST_CASE("A store with such a log is refused by readers and writers, which name the file") {
  const TempDir dir;
  std::string log = make_log(dir);
  log[headers_of(log)[1] + 5] ^= 0x40;
  const fs::path path = newest_log(dir / "kb");
  std::ofstream(path, std::ios::binary | std::ios::trunc) << log;
  for (const OpenMode mode : {OpenMode::read_only, OpenMode::existing, OpenMode::create}) {
    CHECK_THROWS_WITH(Store::open(dir / "kb", {.mode = mode}),
                      Catch::StartsWith(path.string() + " is damaged at byte"));
  }
}

}  // namespace dossier::storage

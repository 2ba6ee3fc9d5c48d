// SPDX-License-Identifier: Apache-2.0
// Other processes.
#include <catch2/catch.hpp>

#include "../unit/storage/temp_dir.h"
#include "dossier/error.h"
#include "process.h"
#include "workload.h"

namespace dossier::storage {
namespace {

// A writer goes through its steps while a reader looks, again and again, until it has seen the
// last.
void watch(std::uint64_t seed, std::uint64_t last) {
  const TempDir dir;
  Process writer(
      {CRASH_WORKER, "work", dir / "kb", std::to_string(seed), "1", std::to_string(last)});
  REQUIRE(writer.line() == "open");
  const auto reader = Store::open(dir / "kb", {.mode = OpenMode::read_only});
  const Workload workload(seed);
  Content end;
  for (std::uint64_t n = 1; n <= last; ++n) workload.apply(end, n);
  Content content;
  std::uint64_t done = 0;
  for (Content found; found != end;) {
    reader->refresh();
    found = content_of(*reader->snapshot());
    while (found != content && done < last) workload.apply(content, ++done);
    CAPTURE(seed, done);
    REQUIRE(found == content);
  }
}

}  // namespace

TEST_CASE("A reader beside a live writer sees whole steps, in order") {
  // One look in three hundred used to fall into a moment in which the writer had moved a part of
  // its log to table files between the reader's look at the one and at the other.
  constexpr std::uint64_t kSteps = 60;
  const auto lives = static_cast<std::uint64_t>(rounds() / 10);
  for (std::uint64_t life = 0; life < lives; ++life) watch(77 + life, kSteps);
}

}  // namespace dossier::storage

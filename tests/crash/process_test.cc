// Other processes.
#include <catch2/catch.hpp>
#include <cstdlib>

#include "../unit/storage/temp_dir.h"
#include "model/error.h"
#include "process.h"
#include "workload.h"

namespace dossier::storage {
namespace {

// With 100 looks one run in three met a moment in which the writer had moved a part of its log to
// table files between the reader's look at the one and at the other.
int looks() {
  const char* text = std::getenv("DOSSIER_CRASH_LOOKS");
  return text == nullptr ? 100 : std::atoi(text);
}

}  // namespace

TEST_CASE("A second writer is told who holds the store; a dead holder is no hindrance") {
  const TempDir dir;
  Process holder({CRASH_WORKER, "hold", dir / "kb"});
  REQUIRE(holder.line() == "open");
  try {
    Store::open(dir / "kb");
    FAIL("two writers");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::conflict);
    CHECK_THAT(error.what(), Catch::Contains("is open in process " + std::to_string(holder.id())));
  }
  holder.kill();
  CHECK(Store::open(dir / "kb")->check().empty());
}

TEST_CASE("A reader beside a live writer sees whole steps, in order") {
  const TempDir dir;
  constexpr std::uint64_t kSeed = 77;
  Process writer({CRASH_WORKER, "work", dir / "kb", std::to_string(kSeed), "1"});
  REQUIRE(writer.line() == "open");
  const auto reader = Store::open(dir / "kb", {.mode = OpenMode::read_only});
  const Workload workload(kSeed);
  Content content;
  std::uint64_t done = 0;
  for (int look = 0; look < looks(); ++look) {
    REQUIRE(writer.line().has_value());
    reader->refresh();
    const Content found = content_of(*reader->snapshot());
    while (found != content && done < 4000) workload.apply(content, ++done);
    REQUIRE(found == content);
  }
}

}  // namespace dossier::storage

// SPDX-License-Identifier: Apache-2.0
// SIGKILL at random moments: committed steps are there, unfinished ones are not, check() is clean.
//
// DOSSIER_CRASH_ROUNDS in the environment sets the number of rounds (30 unless told; 200 for the
// long mode).
#include <catch2/catch.hpp>
#include <random>
#include <thread>

#include "../unit/storage/temp_dir.h"
#include "process.h"
#include "storage/text/search.h"
#include "workload.h"

namespace dossier::storage {
namespace {

/// One store over several lives of its process.
class Victim {
 public:
  Victim(std::string path, std::uint64_t seed)
      : path_(std::move(path)), seed_(seed), workload_(seed) {}

  void live_and_die(std::chrono::milliseconds life) {
    Process process(
        {CRASH_WORKER, "work", path_, std::to_string(seed_), std::to_string(done_ + 1)});
    // One in five dies while it opens; the others work for a while first.
    if (life.count() % 5 != 0) REQUIRE(process.line() == "open");
    std::this_thread::sleep_for(life);
    for (const std::string& line : process.kill()) {
      if (line == "open") continue;
      REQUIRE(std::stoull(line) == done_ + 1);
      workload_.apply(content_, ++done_);
    }
  }

  void inspect() {
    const auto store = Store::open(path_, {.memory_bytes = kWorkloadMemory});
    for (const Fault& fault : store->check()) FAIL_CHECK(fault.where + ": " + fault.what);
    const Content found = content_of(*store->snapshot());
    CHECK(store->statistics().quads == found.size());
    // A bulk load leaves the index of texts to a step of its own.
    if (!text_index_of(*store->snapshot())->info().complete) store->index_text({});
    CHECK(finds_all_texts(*store->snapshot(), found));
    CHECK_FALSE(std::filesystem::exists(path_ + "/load"));
    CAPTURE(seed_, done_);
    if (found == content_) return;
    // The kill came between the commit and its report.
    workload_.apply(content_, ++done_);
    REQUIRE(found == content_);
  }

  std::uint64_t done() const { return done_; }

 private:
  std::string path_;
  std::uint64_t seed_;
  Workload workload_;
  Content content_;
  std::uint64_t done_ = 0;
};

}  // namespace

TEST_CASE("Killed at random moments, a store keeps what was committed and nothing else") {
  constexpr int kLivesPerStore = 10;
  std::mt19937_64 random(std::random_device{}());
  std::uint64_t steps = 0;
  for (int round = 0; round < rounds();) {
    const TempDir dir;
    Victim victim(dir / "kb", random());
    for (int life = 0; life < kLivesPerStore && round < rounds(); ++life, ++round) {
      CAPTURE(round);
      victim.live_and_die(std::chrono::milliseconds(random() % 900));
      victim.inspect();
    }
    steps += victim.done();
  }
  WARN(rounds() << " kills, " << steps << " steps done");
}

}  // namespace dossier::storage

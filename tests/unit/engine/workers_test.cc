// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/workers.h"

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

#include "dossier/error.h"
#include "engine/runtime/memory_budget.h"

using namespace dossier;

TEST_CASE("workers do every piece once, each in ascending order") {
  for (const std::size_t count : {1U, 2U, 5U}) {
    Workers workers(count, std::make_shared<HelperThreads>());
    std::vector<std::vector<std::size_t>> done(count);
    workers.run(
        100, [&](std::size_t worker, std::size_t piece) { done.at(worker).push_back(piece); },
        [] {});
    std::vector<int> times(100);
    for (const auto& pieces : done) {
      CHECK(std::is_sorted(pieces.begin(), pieces.end()));
      for (const std::size_t piece : pieces) ++times[piece];
    }
    CHECK(times == std::vector<int>(100, 1));
  }
}

TEST_CASE("the first error of a worker ends the job, and the next job starts afresh") {
  Workers workers(3, std::make_shared<HelperThreads>());
  std::atomic<int> done{0};
  const auto work = [&](std::size_t, std::size_t piece) {
    if (piece == 5) throw std::runtime_error("piece 5");
    ++done;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  };
  CHECK_THROWS_WITH(workers.run(1000, work, [] {}), "piece 5");
  CHECK(done < 1000);
  done = 0;
  workers.run(
      20, [&](std::size_t, std::size_t) { ++done; }, [] {});
  CHECK(done == 20);
}

TEST_CASE("what the caller's thread finds while it waits ends the job") {
  Workers workers(2, std::make_shared<HelperThreads>());
  const auto caller = std::this_thread::get_id();
  std::atomic<bool> both{false};
  const auto work = [&](std::size_t, std::size_t) {
    const bool helps = std::this_thread::get_id() != caller;
    both = both || helps;
    while (helps ? !workers.stop() : !both) std::this_thread::yield();
  };
  CHECK_THROWS_WITH(workers.run(2, work, [] { throw std::runtime_error("enough"); }), "enough");
}

TEST_CASE("parts of a memory budget stay within it together, and give all back") {
  constexpr std::size_t kLimit = std::size_t{8} << 20;
  MemoryBudget whole(kLimit);
  SharedMemory shared(whole);
  {
    MemoryBudget first(shared);
    MemoryBudget second(shared);
    first.charge(kLimit / 2);
    second.charge(kLimit / 4);
    CHECK(whole.used() >= kLimit / 4 * 3);
    CHECK(first.left() <= kLimit / 4);
    CHECK_THROWS_AS(second.check(kLimit / 2), Error);
    CHECK_THROWS_AS(second.charge(kLimit / 2), Error);
    second.release(kLimit / 2);  // charge() counts what it refuses
    second.charge(kLimit / 8);
    first.release(kLimit / 2);
    first.charge(kLimit / 2);
  }
  CHECK(whole.used() == 0);
}

TEST_CASE("threads use their parts of a budget at the same time") {
  MemoryBudget whole(std::size_t{1} << 30);
  SharedMemory shared(whole);
  Workers workers(4, std::make_shared<HelperThreads>());
  workers.run(
      64,
      [&](std::size_t, std::size_t) {
        MemoryBudget own(shared);
        for (int i = 0; i < 1000; ++i) own.charge(4096);
      },
      [] {});
  CHECK(whole.used() == 0);
  CHECK(whole.peak() >= 4096U * 1000U);
}

TEST_CASE("helpers stay for the next job, and several callers may share them") {
  const auto helpers = std::make_shared<HelperThreads>();
  Workers workers(3, helpers);
  for (int i = 0; i < 50; ++i)
    workers.run(
        20, [](std::size_t, std::size_t) {}, [] {});
  CHECK(helpers->size() <= 2);
  std::atomic<int> done{0};
  std::vector<std::thread> callers;
  for (int i = 0; i < 4; ++i) {
    callers.emplace_back([&] {
      Workers own(3, helpers);
      for (int k = 0; k < 25; ++k)
        own.run(
            10, [&](std::size_t, std::size_t) { ++done; }, [] {});
    });
  }
  for (std::thread& caller : callers) caller.join();
  CHECK(done == 4 * 25 * 10);
  CHECK(helpers->size() <= 8);
}

TEST_CASE("helpers end with their last owner, after their jobs") {
  std::atomic<int> done{0};
  {
    HelperThreads helpers;
    for (int i = 0; i < 3; ++i) {
      const auto work = [&done] {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        ++done;
      };
      CHECK(helpers.start(work, [&done] { ++done; }));
    }
    CHECK(helpers.size() == 3);
  }
  CHECK(done == 6);
}

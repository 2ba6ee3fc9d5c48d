// SPDX-License-Identifier: Apache-2.0
// Work on several threads whose results are taken in order.
#include "extract/ordered_work.h"

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <vector>

using dossier::extract::OrderedWork;
using namespace std::chrono_literals;

namespace {

std::size_t take(OrderedWork<std::size_t>& work) {
  for (;;) {
    if (const auto result = work.take(10ms)) return *result;
  }
}

}  // namespace

TEST_CASE("results come in order, however long each takes", "[ordered]") {
  OrderedWork<std::size_t> work({.count = 200,
                                 .threads = 4,
                                 .budget = 10,
                                 .weight = [](std::size_t) { return std::size_t{1}; },
                                 .make =
                                     [](std::size_t i) {
                                       std::this_thread::sleep_for(
                                           std::chrono::microseconds(i * 37 % 500));
                                       return i * i;
                                     }});
  for (std::size_t i = 0; i < 200; ++i) CHECK(take(work) == i * i);
}

TEST_CASE("no more is held than the budget, but a piece beyond it is done alone", "[ordered]") {
  const std::vector<std::size_t> weights = {3, 3, 3, 100, 3, 3, 50, 50, 1, 1};
  std::atomic<std::size_t> held = 0;
  std::atomic<std::size_t> most_with_others = 0;
  std::size_t last = 0;
  {
    OrderedWork<std::size_t> work({.count = weights.size(),
                                   .threads = 4,
                                   .budget = 8,
                                   .weight = [&](std::size_t i) { return weights[i]; },
                                   .make =
                                       [&](std::size_t i) {
                                         const std::size_t now = held += weights[i];
                                         const bool alone = now == weights[i];
                                         if (!alone)
                                           most_with_others =
                                               std::max(most_with_others.load(), now);
                                         return i;
                                       }});
    for (std::size_t i = 0; i < weights.size(); ++i) {
      held -= last;
      CHECK(take(work) == i);
      last = weights[i];
    }
  }
  CHECK(most_with_others <= 8);
}

TEST_CASE("what a piece throws comes out in its place, the others are not lost", "[ordered]") {
  OrderedWork<std::size_t> work({.count = 3,
                                 .threads = 2,
                                 .budget = 10,
                                 .weight = [](std::size_t) { return std::size_t{1}; },
                                 .make =
                                     [](std::size_t i) {
                                       if (i == 1) throw std::runtime_error("bad piece");
                                       return i;
                                     }});
  CHECK(take(work) == 0);
  CHECK_THROWS_AS(take(work), std::runtime_error);
  CHECK(take(work) == 2);
}

TEST_CASE("work that nobody takes any more is begun no more", "[ordered]") {
  std::atomic<std::size_t> begun = 0;
  {
    OrderedWork<std::size_t> work({.count = 1000,
                                   .threads = 2,
                                   .budget = 5,
                                   .weight = [](std::size_t) { return std::size_t{1}; },
                                   .make =
                                       [&](std::size_t i) {
                                         ++begun;
                                         return i;
                                       }});
    CHECK(take(work) == 0);
  }
  CHECK(begun <= 8);
}

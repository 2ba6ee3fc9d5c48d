// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/build_side.h"

#include <catch2/catch.hpp>

#include "dossier/error.h"

using namespace dossier;

namespace {

constexpr Slot kKey = 0;
constexpr Slot kValue = 1;

TermId number(std::uint64_t n) { return {TermId::Kind::integer, n}; }

const Layout& layout() {
  static const Layout both{kKey, kValue};
  return both;
}

JoinColumns columns() { return JoinColumns(layout(), layout(), layout(), {kKey}, {}); }

/// `count` rows of a part, whose values ascend from `first`; keys repeat after seven.
void add(BuildRows& rows, std::size_t part, std::uint64_t first, std::size_t count) {
  Batch batch{layout()};
  batch.make_room(count);
  for (std::size_t i = 0; i < count; ++i) {
    batch.column(0)[i] = number((first + i) % 7);
    batch.column(1)[i] = number(first + i);
  }
  batch.resize(count);
  rows.add(batch, part, columns());
}

std::vector<std::uint64_t> values_of(const BuildSide& side, std::uint64_t key) {
  const TermId values[] = {number(key), TermId()};
  std::vector<std::uint64_t> result;
  const BuildSide::Found found = side.find(columns().hash_right(values));
  for (std::uint32_t place = found.begin; place != found.end; ++place)
    if (side[place][0] == number(key)) result.push_back(side[place][1].payload());
  return result;
}

/// What two threads have gathered of the numbers below 60,000, in four parts.
std::vector<std::unique_ptr<BuildRows>> gathered(MemoryBudget& memory) {
  std::vector<std::unique_ptr<BuildRows>> rows;
  for (int i = 0; i < 2; ++i) rows.push_back(std::make_unique<BuildRows>(2, memory));
  for (std::size_t part = 0; part < 4; ++part) {
    for (std::uint64_t at = 0; at < 15000; at += 1500)
      add(*rows[part % 2], part, part * 15000 + at, 1500);
  }
  return rows;
}

std::vector<std::uint64_t> numbers_of(std::uint64_t key) {
  std::vector<std::uint64_t> result;
  for (std::uint64_t n = key; n < 60000; n += 7) result.push_back(n);
  return result;
}

}  // namespace

TEST_CASE("rows of a key come in the order of their parts, whichever thread gathered them") {
  Limits limits{QueryOptions()};
  for (const std::size_t megabytes : {64U, 3U}) {  // the lesser keeps the rows where they are
    MemoryBudget memory(megabytes << 20);
    for (const std::size_t threads : {1U, 2U, 5U}) {
      INFO(megabytes << " MiB, " << threads << " threads");
      BuildSide side(layout(), memory);
      side.index(gathered(memory), true, threads, alone(limits));
      CHECK(side.size() == 60000);
      for (std::uint64_t key = 0; key < 7; ++key) CHECK(values_of(side, key) == numbers_of(key));
      CHECK(values_of(side, 9).empty());
      side.clear();
      CHECK(side.size() == 0);
      CHECK(values_of(side, 1).empty());
      CHECK(memory.used() == 0);
    }
  }
}

TEST_CASE("a join without keys finds all rows") {
  Limits limits{QueryOptions()};
  MemoryBudget memory(64 << 20);
  BuildSide side(layout(), memory);
  side.index(gathered(memory), false, 2, alone(limits));
  const BuildSide::Found found = side.find(0);
  CHECK(found.end - found.begin == 60000);
  for (std::uint32_t place = 0; place < 60000; ++place) CHECK(side[place][1] == number(place));
}

TEST_CASE("rows that a join looks up in count for the memory limit") {
  Limits limits{QueryOptions()};
  MemoryBudget memory(1 << 20);
  CHECK_THROWS_AS(gathered(memory), Error);
}

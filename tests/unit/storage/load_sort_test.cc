// SPDX-License-Identifier: Apache-2.0
// The sorts of the bulk load against std::sort.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <string>

#include "storage/load/numbering.h"
#include "storage/load/range_sorter.h"
#include "storage/load/row_sorter.h"
#include "storage/load/sorted_rows.h"
#include "storage/load/term_sort.h"
#include "storage/load/term_table.h"
#include "temp_dir.h"

namespace dossier::storage {
namespace {

std::vector<RankRow> random_rows(std::uint64_t seed, std::size_t count, std::uint32_t below) {
  std::mt19937_64 random(seed);
  std::vector<RankRow> rows(count);
  for (RankRow& row : rows) {
    for (std::uint32_t& rank : row) rank = static_cast<std::uint32_t>(random() % below);
  }
  return rows;
}

std::vector<RankRow> sorted_by(RowSorter& sorter) {
  std::vector<RankRow> out;
  for (auto rows = sorter.next(); !rows.empty(); rows = sorter.next()) {
    out.insert(out.end(), rows.begin(), rows.end());
  }
  return out;
}

std::vector<std::string> random_strings(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::vector<std::string> strings{""};
  for (int i = 0; i < 3000; ++i) {
    std::string string = random() % 2 == 0 ? "urn:a:long:beginning:" : "urn:a:";
    const std::size_t size = random() % 20;
    for (std::size_t k = 0; k < size; ++k) string += static_cast<char>("\0\1ab\xFF"[random() % 5]);
    strings.push_back(string);
  }
  std::sort(strings.begin(), strings.end());
  strings.erase(std::unique(strings.begin(), strings.end()), strings.end());
  std::shuffle(strings.begin(), strings.end(), random);
  return strings;
}

}  // namespace

TEST_CASE("Rows are sorted in memory and in runs") {
  const TempDir dir;
  for (const std::uint32_t below : {1U, 7U, 5000U, 0xFFFFFFFFU}) {
    std::vector<RankRow> rows = random_rows(below, 10'000, below);
    for (const std::size_t memory : {std::size_t{1} << 22, std::size_t{1}}) {
      RowSorter sorter(dir / "rows", memory, 4);
      for (const RankRow& row : rows) sorter.add(row);
      std::vector<RankRow> want = rows;
      std::sort(want.begin(), want.end());
      CHECK(sorted_by(sorter) == want);
    }
  }
}

TEST_CASE("Rows in order already need their first columns sorted only") {
  const TempDir dir;
  std::vector<RankRow> rows = random_rows(1, 10'000, 50);
  std::sort(rows.begin(), rows.end());
  for (RankRow& row : rows) row = {row[2], row[1], row[0], row[3]};
  std::stable_sort(rows.begin(), rows.end(),
                   [](const RankRow& a, const RankRow& b) { return a[2] < b[2]; });
  for (const std::size_t memory : {std::size_t{1} << 22, std::size_t{1}}) {
    RowSorter sorter(dir / "rows", memory, 2);
    for (const RankRow& row : rows) sorter.add(row);
    std::vector<RankRow> want = rows;
    std::sort(want.begin(), want.end());
    CHECK(sorted_by(sorter) == want);
  }
}

TEST_CASE("Rows in the order of one permutation are sorted for the next") {
  using enum Permutation;
  std::vector<RankRow> rows = random_rows(3, 10'000, 20);
  std::sort(rows.begin(), rows.end());
  for (const auto& chain : {std::vector{pso, ops, sop}, std::vector{osp, pos}, std::vector{gspo}}) {
    SortedRows sorted(rows, spo);
    for (const Permutation permutation : chain) {
      sorted.sort(permutation);
      const auto& order = kColumnOrder[index_of(permutation)];
      std::vector<RankRow> want;
      for (const RankRow& row : rows) {
        want.push_back({row[order[0]], row[order[1]], row[order[2]], row[order[3]]});
      }
      std::sort(want.begin(), want.end());
      std::vector<RankRow> got;
      RowsInMemory source(sorted.rows());
      for (auto some = source.next(); !some.empty(); some = source.next()) {
        got.insert(got.end(), some.begin(), some.end());
      }
      CHECK(got == want);
    }
  }
}

TEST_CASE("Rows of a file are sorted for each permutation, some ranges of values at a time") {
  using enum Permutation;
  const TempDir dir;
  std::vector<RankRow> rows = random_rows(5, 10'000, 90);
  for (RankRow& row : rows) row = {row[0], row[1] % 7, row[2], row[3] < 60 ? 3 : row[3]};
  std::sort(rows.begin(), rows.end());
  Spool<RankRow> file(dir / "fresh");
  file.append(rows);
  file.finish();
  const ColumnCounts counts(file, 90);
  RowBuffers buffers;
  for (const auto& [permutation, columns] :
       {std::pair{pso, 1}, {osp, 1}, {gspo, 1}, {pos, 2}, {ops, 2}, {sop, 2}}) {
    const auto& order = kColumnOrder[index_of(permutation)];
    std::vector<RankRow> want;
    for (const RankRow& row : rows)
      want.push_back({row[order[0]], row[order[1]], row[order[2]], row[order[3]]});
    std::sort(want.begin(), want.end());
    for (const std::size_t most : {1'600, 3'000, 20'000}) {
      const auto ranges = counts.ranges(order[0], most);
      REQUIRE(ranges);
      RangeSorter sorter(file, permutation, static_cast<std::size_t>(columns), *ranges, most,
                         buffers);
      std::vector<RankRow> got;
      for (auto some = sorter.next(); !some.empty(); some = sorter.next())
        got.insert(got.end(), some.begin(), some.end());
      CHECK(got == want);
    }
  }
}

TEST_CASE("Ranges hold no more rows than asked for, or rows of one rank") {
  const TempDir dir;
  Spool<RankRow> file(dir / "fresh");
  for (std::uint32_t i = 0; i < 400'000; ++i) file.push({i, i % 4, i / 100 * 100, 399'999});
  file.finish();
  const ColumnCounts counts(file, 400'000);
  REQUIRE(counts.ranges(0, 99'999));
  CHECK(counts.ranges(0, 99'999)->size() == 5);  // a bucket of eight ranks is not cut
  CHECK(counts.ranges(2, 150'000)->size() == 3);
  CHECK(counts.ranges(3, 10)->size() == 1);
  CHECK(counts.ranges(3, 10)->front().rows == 400'000);
  CHECK(counts.ranges(1, 150'000)->size() == 4);  // ranks side by side, each with many rows
  CHECK_FALSE(counts.ranges(0, 7));               // eight ranks in one bucket
}

TEST_CASE("Ranks ascend with the ids, be they next to each other or not") {
  std::mt19937_64 random(4);
  std::vector<std::uint64_t> ids;
  for (std::uint64_t id = 1000; id < 5000; ++id) ids.push_back(id);
  for (std::uint64_t id = 5000; id < 20'000; id += 1 + random() % 3) ids.push_back(id);
  for (const bool shuffled : {false, true}) {
    if (shuffled) std::shuffle(ids.begin(), ids.end(), random);
    Numbering numbering;
    for (const std::uint64_t id : ids) {
      CHECK(numbering.id_of_number(numbering.add(id)) == id);
    }
    numbering.rank_all();
    std::uint64_t before = 0;
    for (std::uint32_t rank = 0; rank < numbering.size(); ++rank) {
      CHECK(numbering.id_of_rank(rank) > before);
      before = numbering.id_of_rank(rank);
    }
    for (std::uint32_t i = 0; i < ids.size(); ++i) {
      CHECK(numbering.id_of_rank(numbering.rank(i + 1)) == ids[i]);
    }
  }
}

TEST_CASE("Strings are sorted by their bytes, a beginning before what goes on from it") {
  for (std::uint64_t seed = 0; seed < 5; ++seed) {
    std::vector<std::string> strings = random_strings(seed);
    std::vector<SortedString> order;
    for (std::uint32_t i = 0; i < strings.size(); ++i) {
      order.push_back({0, strings[i].data(), static_cast<std::uint32_t>(strings[i].size()), i});
    }
    sort_strings(order);
    std::vector<std::string> got;
    for (const SortedString& string : order) got.push_back(strings[string.number]);
    std::sort(strings.begin(), strings.end());
    REQUIRE(got == strings);
  }
}

TEST_CASE("A term table numbers strings in the order they came, and keeps the first note") {
  TermTable table;
  std::map<std::string, std::uint32_t> numbers;
  for (const std::string& string : random_strings(9)) {
    const auto number = static_cast<std::uint32_t>(numbers.size());
    CHECK(table.intern(string, "note " + string) == number);
    numbers[string] = number;
  }
  for (const auto& [string, number] : numbers) {
    CHECK(table.intern(string, "other") == number);
    CHECK(table.key(number) == string);
    CHECK(table.note(number) == "note " + string);
  }
}

TEST_CASE("A term table numbers many strings as it numbers one after the other") {
  std::mt19937_64 random(5);
  const std::vector<std::string> strings = random_strings(9);
  TermTable one;
  TermTable many;
  for (int round = 0; round < 200; ++round) {
    std::vector<std::string> notes;
    std::vector<TermTable::Wanted> wanted;
    for (std::size_t i = random() % 64; i > 0; --i) notes.push_back("note " + std::to_string(i));
    for (const std::string& note : notes) {
      wanted.push_back({strings[random() % strings.size()], note});
    }
    if (wanted.size() > 1) wanted.back().key = wanted.front().key;
    std::vector<std::uint32_t> numbers(wanted.size());
    many.intern(wanted, numbers);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      CHECK(numbers[i] == one.intern(wanted[i].key, wanted[i].note));
      CHECK(many.key(numbers[i]) == wanted[i].key);
      CHECK(many.note(numbers[i]) == one.note(numbers[i]));
    }
  }
  CHECK(many.size() == one.size());
}

}  // namespace dossier::storage

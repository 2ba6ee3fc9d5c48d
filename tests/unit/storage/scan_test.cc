// SPDX-License-Identifier: Apache-2.0
// That scans read no more than they need, and skip as a naive scan would.
#include <catch2/catch.hpp>
#include <random>

#include "quads.h"
#include "storage/scan/merge_scan.h"
#include "storage/store.h"
#include "temp_dir.h"

namespace dossier::storage {
namespace {

using Random = std::mt19937_64;

constexpr std::size_t kSubjects = 10'000;
constexpr std::size_t kFacts = 8;

TermId number(std::uint64_t n) { return {TermId::Kind::integer, (std::uint64_t{1} << 55) + n}; }

// Ten blocks a permutation, and nothing in the delta.
void fill(const std::string& path, std::size_t graphs) {
  const auto store = Store::open(path);
  const auto tx = store->begin();
  for (std::size_t i = 0; i < kSubjects * kFacts; ++i) {
    const TermId graph = graphs == 1 ? TermId::default_graph() : number(i * 7 % graphs);
    tx->insert(IdQuad{number(10 * (i / kFacts)), number(i % kFacts), number(i), graph});
  }
  tx->commit();
  store->compact();
}

State open_state(const std::string& path) {
  return load_state(Database::open(path, OpenMode::existing, std::size_t{64} << 20),
                    std::make_shared<Caches>(std::size_t{64} << 20));
}

struct Work {
  std::uint64_t rows = 0;
  ScanCounters counters;
};

Work run(const State& state, const ScanRequest& request, std::size_t columns) {
  MergeScan scan(state, state.delta(request.permutation), request);
  std::vector<TermId> values(1000);
  const auto order = column_order(request.permutation);
  std::array<TermId*, 4> wanted{};
  for (std::size_t i = 0; i < columns; ++i) {
    wanted[static_cast<std::size_t>(order[i])] = values.data();
  }
  Work work;
  while (const std::size_t count = scan.next(wanted, values.size())) work.rows += count;
  work.counters = scan.counters();
  return work;
}

ScanRequest prefix(Permutation permutation, std::vector<TermId> ids) {
  ScanRequest request;
  request.permutation = permutation;
  request.prefix_length = static_cast<std::uint8_t>(ids.size());
  std::copy(ids.begin(), ids.end(), request.prefix.begin());
  return request;
}

}  // namespace

TEST_CASE("A scan decodes the columns, blocks and rows it is asked for, and no others") {
  const TempDir dir;
  fill(dir / "kb", 1);
  const State state = open_state(dir / "kb");
  const std::size_t blocks = state.index(Permutation::spo).size();
  REQUIRE(blocks == 10);
  for (const std::size_t columns : {0U, 1U, 2U, 4U}) {
    const Work all = run(state, prefix(Permutation::spo, {}), columns);
    CHECK(all.rows == kSubjects * kFacts);
    CHECK(all.counters.values == columns * all.rows);
    CHECK(all.counters.blocks == blocks);
  }
  const Work subject = run(state, prefix(Permutation::spo, {number(5000)}), 3);
  CHECK(subject.rows == kFacts);
  CHECK(subject.counters.values == 3 * kFacts);
  CHECK(subject.counters.blocks <= 2);
  const Work pair = run(state, prefix(Permutation::spo, {number(5000), number(3)}), 3);
  CHECK(pair.rows == 1);
  CHECK(pair.counters.values == 3);
  ScanRequest range = prefix(Permutation::pos, {number(3)});
  range.range = IdRange{number(8003), number(8802)};
  const Work values = run(state, range, 2);
  CHECK(values.rows == 100);
  CHECK(values.counters.values == 200);
  CHECK(values.counters.blocks <= 2);
}

TEST_CASE("Seeking opens only the blocks it lands in and decodes only what is asked for there") {
  const TempDir dir;
  fill(dir / "kb", 1);
  const State state = open_state(dir / "kb");
  MergeScan scan(state, state.delta(Permutation::spo), ScanRequest{});
  TermId subject;
  const std::array<TermId*, 4> columns{&subject, nullptr, nullptr, nullptr};
  for (const std::uint64_t wanted : {5U, 6U, 11U, 40'000U, 40'015U, 99'990U}) {
    scan.seek(number(wanted));
    REQUIRE(scan.next(columns, 1) == 1);
    CHECK(subject == number((wanted + 9) / 10 * 10));
  }
  CHECK(scan.counters().blocks == 3);
  CHECK(scan.counters().values == 6);
  scan.seek(number(5));  // never back
  CHECK(scan.next(columns, 1) == 1);
  CHECK(subject == number(99'990));
  scan.seek(number(100'000));
  CHECK(scan.next(columns, 1) == 0);
}

TEST_CASE("A few changes cost a few stretches, not the columns of every block") {
  const TempDir dir;
  fill(dir / "kb", 1);
  const auto store = Store::open(dir / "kb");
  {
    const auto tx = store->begin();
    tx->erase(IdQuad{number(500), number(3), number(403)});
    tx->insert(IdQuad{number(501), number(3), number(403)});
    tx->commit();
  }
  const auto rows = scan_all(*store->snapshot(), everything(Permutation::spo)).size();
  CHECK(rows == kSubjects * kFacts);
  const TempDir copy;
  store->backup(copy / "backup");
  Store::restore(copy / "backup", copy / "kb");
  const State state = open_state(copy / "kb");
  const Work all = run(state, prefix(Permutation::spo, {}), 1);
  CHECK(all.rows == kSubjects * kFacts);
  CHECK(all.counters.values < kSubjects * kFacts + 4 * 2048);
}

TEST_CASE("Graphs that none of a block's quads stand in are skipped unread") {
  const TempDir dir;
  fill(dir / "kb", 5);
  const State state = open_state(dir / "kb");
  ScanRequest request;
  request.graphs = {.kind = GraphScope::Kind::list, .graphs = {number(77)}, .distinct = true};
  const Work none = run(state, request, 2);
  CHECK(none.rows == 0);
  CHECK(none.counters.blocks == 0);
  request.graphs.graphs = {number(1), number(3)};
  CHECK(run(state, request, 2).rows == kSubjects * kFacts * 2 / 5);
}

TEST_CASE("Galloping over the block index finds what searching it finds") {
  Random random(3);
  std::vector<BlockEntry> entries;
  for (std::uint64_t i = 0; i < 300; ++i) {
    const std::vector<Key> rows{{10 * i + 5, 1, 1, 1}, {10 * i + 9, 1, 1, 1}};
    entries.push_back(make_entry(rows));
  }
  const BlockIndex index(entries);
  for (int probe = 0; probe < 2000; ++probe) {
    const Key key{random() % 3100, random() % 3, 1, 1};
    const std::size_t from = random() % 300;
    CHECK(index.find(key, from) == std::max(from, index.find(key)));
  }
  CHECK(BlockIndex().find(kLowestKey, 0) == 0);
}

}  // namespace dossier::storage

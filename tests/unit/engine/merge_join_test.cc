// SPDX-License-Identifier: Apache-2.0
// Merge joins of equal keys that fill more than a batch, against nested loops.
#include "engine/exec/merge_join.h"

#include <catch2/catch.hpp>

#include "engine/exec/leaves.h"
#include "operator_rows.h"
#include "storage/memory_source.h"

using namespace dossier;

namespace {

constexpr Slot kKey = 0, kLeft = 1, kRight = 2, kOther = 3;
using test::Rows;

TermId number(std::uint64_t value) { return {TermId::Kind::integer, value}; }

/// `counts[key]` rows for each key: the key, a number of their own, and one of three others.
Rows rows_of_keys(const std::vector<std::size_t>& counts) {
  Rows rows;
  for (std::size_t key = 0; key < counts.size(); ++key) {
    for (std::size_t i = 0; i < counts[key]; ++i) {
      rows.push_back({number(key), number(rows.size()), number(i % 3)});
    }
  }
  return rows;
}

Rows joined(const Rows& left, const Rows& right, bool by_other) {
  Rows rows;
  for (const auto& a : left) {
    for (const auto& b : right) {
      if (a[0] == b[0] && (!by_other || a[2] == b[2])) rows.push_back({a[0], a[1], b[1]});
    }
  }
  return rows;
}

}  // namespace

TEST_CASE("Merge joins give each pair of rows with equal keys once, in order") {
  const Rows left = rows_of_keys({3, 0, 90, 1, 700});
  const Rows right = rows_of_keys({1, 5, 70, 0, 300, 2});
  const storage::MemorySource source({});
  QueryState state(source, {}, "");
  for (const bool by_other : {false, true}) {
    const Slot other = by_other ? kOther : Slot{kOther + 1};
    plan::MergeJoin join{kKey, {}};
    if (by_other) join.others = {kOther};
    MergeJoinOperator op(state, Layout{kKey, kLeft, kRight}, join,
                         make_flat<ValuesOperator>(state, Layout{kKey, kLeft, kOther}, left),
                         make_flat<ValuesOperator>(state, Layout{kKey, kRight, other}, right));
    CHECK(test::rows_of(op) == joined(left, right, by_other));
  }
}

TEST_CASE("Merge joins by two variables look at the rows that agree in both, whatever the order") {
  Rows left, right, expected;
  for (std::uint64_t i = 0; i < 300; ++i) {
    left.push_back({number(i / 200), number(i), number(i * 7 % 50)});
    right.push_back({number(i / 200), number(i), number(i % 200 / 3)});
  }
  for (const auto& a : left) {
    for (const auto& b : right) {
      if (a[0] == b[0] && a[2] == b[2]) expected.push_back({a[0], a[1], b[1]});
    }
  }
  const storage::MemorySource source({});
  QueryState state(source, {}, "");
  const auto make = [&](Layout layout) {
    return make_flat<MergeJoinOperator>(
        state, std::move(layout), plan::MergeJoin{kKey, {kOther}},
        make_flat<ValuesOperator>(state, Layout{kKey, kLeft, kOther}, left),
        make_flat<ValuesOperator>(state, Layout{kKey, kRight, kOther}, right),
        std::vector<Slot>{kKey, kOther});
  };
  CHECK(test::rows_of(*make({kKey, kLeft, kRight})) == expected);
  const auto counting = make({});
  counting->count_only();
  CHECK(test::rows_of(*counting).size() == expected.size());
}

TEST_CASE("A merge join that counts does not make its rows") {
  const std::uint64_t rows = std::uint64_t{1} << 16;
  Rows side;
  for (std::uint64_t i = 0; i < rows; ++i) side.push_back({number(0)});
  const storage::MemorySource source({});
  QueryState state(source, {}, "");
  MergeJoinOperator join(state, {}, plan::MergeJoin{kKey, {}},
                         make_flat<ValuesOperator>(state, Layout{kKey}, side),
                         make_flat<ValuesOperator>(state, Layout{kKey}, side));
  join.count_only();
  Batch batch = join.make_batch();
  std::uint64_t found = 0, batches = 0;
  for (join.open(); join.next(batch); ++batches) found += batch.size();
  join.close();
  CHECK(found == rows * rows);
  CHECK(batches < 100);
}

// SPDX-License-Identifier: Apache-2.0
// The operator itself: whatever the plan on the right leaves out, the seed's columns come back.
#include "engine/exec/bind_join.h"

#include <catch2/catch.hpp>

#include "engine/exec/leaves.h"
#include "engine/exec/project.h"
#include "engine/exec/union.h"
#include "operator_rows.h"
#include "storage/memory_source.h"

using namespace dossier;

namespace {

constexpr Slot kRow = 0, kB = 1, kD = 2, kA = 3;
using test::Rows;

TermId number(std::uint64_t value) { return {TermId::Kind::integer, value}; }

/// (b d) = (1 10), (2 20), (3 none) bind-joined with a union whose branches have `first` and
/// `second` of the seed's columns.
Rows joined(const Layout& first, const Layout& second, bool optional) {
  const storage::MemorySource source({});
  QueryState state(source, {}, "");
  auto outer = make_flat<ValuesOperator>(
      state, Layout{kB, kD},
      Rows{{number(1), number(10)}, {number(2), number(20)}, {number(3), TermId::none()}});
  auto seeds = std::make_shared<SeedRows>(outer->layout(), state.memory());
  std::vector<OperatorPtr> branches;
  for (const Layout& columns : {first, second}) {
    auto seed = make_flat<SeedOperator>(state, Layout{kRow, kB, kD}, kRow, seeds);
    branches.push_back(make_flat<ProjectOperator>(state, columns, std::move(seed)));
  }
  auto inner = make_flat<UnionOperator>(state, Layout{kRow, kB, kD, kA}, std::move(branches));
  BindJoinOperator join(state, Layout{kB, kD, kA}, plan::BindJoin{0, kRow, optional},
                        std::move(outer), std::move(inner), seeds);
  return test::rows_of(join);
}

}  // namespace

TEST_CASE("bind join: the seed's columns come back from every branch of a union") {
  const TermId none = TermId::none();
  const Rows once = {
      {number(1), number(10), none}, {number(2), number(20), none}, {number(3), none, none}};
  Rows twice = once;
  twice.insert(twice.end(), once.begin(), once.end());
  for (const bool optional : {false, true}) {
    CHECK(joined({kRow, kB, kD}, {kRow, kB, kD}, optional) == twice);
    CHECK(joined({kRow, kB}, {kRow, kD}, optional) == twice);
    CHECK(joined({kRow}, {kRow, kB, kD}, optional) == twice);
    CHECK(joined({kRow}, {kRow}, optional) == twice);
  }
}

TEST_CASE(
    "bind join: a plan that reads much whatever it starts from is run for more rows at once") {
  const auto node = [](auto op, double rows, double cost) {
    plan::Node made;
    made.op = std::move(op);
    made.rows = rows;
    made.cost = cost;
    return made;
  };
  plan::Node outer = node(plan::Scan{}, 1e5, 1e5);
  plan::Node inner = node(plan::HashJoin{}, 1e9, 1e9);
  inner.children.push_back(make_flat<plan::Node>(node(plan::Seed{}, 1e5, 1e5)));
  CHECK(first_seeds(outer, inner) == kFirstSeeds);
  inner.children.push_back(make_flat<plan::Node>(node(plan::Scan{}, 1e4, 1e4)));
  CHECK(first_seeds(outer, inner) == 5000);
  inner.children.push_back(make_flat<plan::Node>(node(plan::Scan{}, 1e6, 1e6)));
  CHECK(first_seeds(outer, inner) == kMaxSeeds);
  outer.cost = 1e7;  // each of its rows takes long itself
  CHECK(first_seeds(outer, inner) == 5050);
}

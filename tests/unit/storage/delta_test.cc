// SPDX-License-Identifier: Apache-2.0
// The delta against a plain map; its pages; and how much folding a commit pays for.
#include "storage/delta/delta.h"

#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>

#include "dossier/error.h"
#include "storage/check/check.h"
#include "storage/delta/delta_pages.h"
#include "storage/delta/delta_sort.h"
#include "storage/store.h"
#include "storage/transaction/transaction.h"
#include "temp_dir.h"

namespace dossier::storage {
namespace {

using Random = std::mt19937_64;
using Model = std::map<Key, bool>;

Key random_key(Random& random, std::uint64_t ids) {
  return {random() % ids, random() % 4, random() % ids, random() % 3};
}

std::vector<Change> random_changes(Random& random, std::size_t count, std::uint64_t ids) {
  std::vector<Change> changes;
  for (std::size_t i = 0; i < count; ++i) {
    changes.push_back({random_key(random, ids), random() % 3 != 0});
  }
  return changes;
}

Model walk(DeltaCursor cursor) {
  Model out;
  for (; !cursor.at_end(); cursor.next()) {
    REQUIRE((out.empty() || out.rbegin()->first < cursor.key()));
    out.emplace(cursor.key(), cursor.present());
  }
  return out;
}

Model between(const Model& model, const KeyRange& range) {
  return {model.lower_bound(range.low), model.upper_bound(range.high)};
}

KeyRange random_range(Random& random, std::uint64_t ids) {
  Key a = random_key(random, ids);
  Key b = random_key(random, ids);
  if (b < a) std::swap(a, b);
  return {a, b};
}

}  // namespace

TEST_CASE("A delta behaves like a map") {
  Random random(1);
  for (int round = 0; round < 30; ++round) {
    const std::uint64_t ids = round % 2 == 0 ? 12 : 2000;
    Delta delta;
    Model model;
    for (int step = 0; step < 40; ++step) {
      const auto changes = random_changes(random, 1 + random() % (step % 7 == 0 ? 900 : 9), ids);
      delta = delta.with(changes);
      for (const auto& [key, present] : changes) model[key] = present;
      if (step % 5 == 4) {
        const KeyRange gone = random_range(random, ids);
        delta = delta.without(gone);
        model.erase(model.lower_bound(gone.low), model.upper_bound(gone.high));
      }
      REQUIRE(walk(DeltaCursor(delta, KeyRange{})) == model);
      const KeyRange range = random_range(random, ids);
      REQUIRE(walk(DeltaCursor(delta, range)) == between(model, range));
      DeltaCursor cursor(delta, KeyRange{});
      cursor.seek(range.low);
      REQUIRE(walk(cursor) == between(model, {range.low, kHighestKey}));
      const auto at = model.find(range.low);
      REQUIRE(delta.find(range.low) ==
              (at == model.end() ? std::nullopt : std::optional(at->second)));
    }
    CHECK(delta.slices().size() < 30);
    CHECK(delta.without(KeyRange{}).empty());
  }
}

TEST_CASE("Changes are sorted for every permutation, the last of several kept") {
  Random random(2);
  for (const std::size_t count : {0U, 1U, 5U, 100U, 3000U}) {
    auto changes = random_changes(random, count, count % 2 == 0 ? 1'000'000'007 : 9);
    for (Change& change : changes) change.key[2] <<= random() % 30;
    const auto runs = sort_changes(changes);
    for (const Permutation permutation : kPermutations) {
      Model model;
      for (const auto& [spo, present] : changes) {
        model[to_key(permutation, to_quad(Permutation::spo, spo))] = present;
      }
      CHECK(walk(DeltaCursor(Delta{}.with(runs[index_of(permutation)]), KeyRange{})) == model);
    }
  }
}

TEST_CASE("Pages give back their changes; damaged ones are errors") {
  Random random(3);
  const auto changes = random_changes(random, 50, 1000);
  const std::string page = encode_page(changes);
  std::vector<Change> back;
  const auto keep = [&](const Change& change) { back.push_back(change); };
  decode_page(page, keep);
  REQUIRE(back.size() == changes.size());
  for (std::size_t i = 0; i < back.size(); ++i) {
    CHECK(back[i].key == changes[i].key);
    CHECK(back[i].present == changes[i].present);
  }
  for (std::size_t size = 0; size < page.size(); ++size) {
    CHECK_THROWS_AS(decode_page(page.substr(0, size), keep), Error);
  }
  CHECK_THROWS_AS(decode_page(page + '+', keep), Error);
  CHECK_THROWS_AS(decode_page(page.substr(0, page.size() - 1) + 'x', keep), Error);
  CHECK(decode_page_key(page_key(77)) == 77);
  CHECK_THROWS_AS(decode_page_key("short"), Error);
}

TEST_CASE("A page goes when every permutation has its changes, and not before the older ones") {
  DeltaPages pages;
  pages.add(pages.next(), 10);
  pages.add(pages.next(), 20);
  for (const Permutation permutation : kPermutations) {
    CHECK(pages.folded() == 0);
    pages.mark_folded(permutation, permutation == Permutation::pos ? 2 : 3);
  }
  REQUIRE(pages.folded() == 1);
  CHECK(pages[0].changes == 10);
  pages.drop(1);
  CHECK(pages.folded() == 0);
  pages.mark_folded(Permutation::pos, pages.next());
  CHECK(pages.folded() == 1);
}

namespace {

/// A store without its outer shell, whose states can be looked at.
class Bare {
 public:
  explicit Bare(const std::string& path) {
    Store::open(path);
    current_ = std::make_shared<CurrentState>(std::make_shared<State>(
        load_state(Database::open(path, OpenMode::existing, std::size_t{64} << 20),
                   std::make_shared<Caches>(std::size_t{64} << 20))));
  }
  std::shared_ptr<const State> state() const { return current_->get(); }

  /// Commits so many quads nobody wrote before; returns how many blocks that rewrote.
  std::size_t commit(std::size_t count, bool ascending = false) {
    std::set<std::uint64_t> before = serials();
    Transaction tx(current_, WriteLock::Guard(current_->write_lock()));
    const TermId p = tx.intern(Term::iri("urn:p"));
    const TermId s = tx.intern(Term::iri("urn:s"));
    for (std::size_t i = 0; i < count; ++i) {
      tx.insert(IdQuad{s, p, ascending ? next_number() : number()});
    }
    tx.commit(Durability::relaxed);
    std::size_t fresh = 0;
    for (const std::uint64_t serial : serials()) fresh += before.contains(serial) ? 0U : 1U;
    return fresh;
  }

 private:
  TermId next_number() {
    return {TermId::Kind::integer, (std::uint64_t{1} << 55) + ++last_number_};
  }
  TermId number() {
    return {TermId::Kind::integer, (std::uint64_t{1} << 55) + random_() % (1U << 30)};
  }
  std::set<std::uint64_t> serials() const {
    std::set<std::uint64_t> out;
    for (const auto& index : state()->indexes) {
      for (const BlockEntry& entry : index->entries()) out.insert(entry.serial);
    }
    return out;
  }

  Random random_{4};
  std::uint64_t last_number_ = 0;
  std::shared_ptr<CurrentState> current_;
};

}  // namespace

TEST_CASE("A commit pays for folding by its own size") {
  const TempDir dir;
  Bare bare(dir / "kb");
  CHECK(bare.commit(100) == 0);
  CHECK(bare.commit(60'000) > 7);
  const auto crowd = [&] { return bare.state()->delta(Permutation::pos).size(); };
  CHECK(crowd() <= 16384);
  std::size_t most = 0;
  for (int i = 0; i < 150; ++i) most = std::max(most, bare.commit(200));
  CHECK(most > 0);  // it folds
  CHECK(most < 100);
  CHECK(crowd() <= 17'000);
  for (int i = 0; i < 30; ++i) CHECK(bare.commit(1) <= 3);
  // Pages are dropped once all permutations have swept past them.
  CHECK(bare.state()->counters.delta_rows < 60'000);
  CHECK(check_state(*bare.state(), {}).empty());
}

TEST_CASE("Pages go too where every change comes behind all before") {
  const TempDir dir;
  Bare bare(dir / "kb");
  // So many quads that the delta may hold more than one step of folding takes.
  for (int i = 0; i < 12; ++i) bare.commit(100'000, true);
  for (int i = 0; i < 200; ++i) bare.commit(2000, true);
  CHECK(bare.state()->counters.delta_rows < 300'000);
  CHECK(check_state(*bare.state(), {}).empty());
}

}  // namespace dossier::storage

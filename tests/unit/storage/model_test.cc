// SPDX-License-Identifier: Apache-2.0
// Random transactions on a store and on a plain set of quads: every read must agree.
#include <catch2/catch.hpp>
#include <random>

#include "quads.h"
#include "storage/store.h"
#include "temp_dir.h"

namespace dossier::storage {
namespace {

using Random = std::mt19937_64;
using Quads = std::set<IdQuad>;

struct World {
  std::vector<TermId> resources;
  std::vector<TermId> predicates;
  std::vector<TermId> values;
  std::vector<TermId> graphs;
};

World make_world(WriteTransaction& tx) {
  World world;
  for (int i = 0; i < 60; ++i) {
    world.resources.push_back(tx.intern(Term::iri("urn:r" + std::to_string(i))));
    world.values.push_back(tx.intern(Term::integer(i)));
    world.values.push_back(tx.intern(Term::string("value number " + std::to_string(i))));
  }
  world.values.insert(world.values.end(), world.resources.begin(), world.resources.end());
  for (int i = 0; i < 6; ++i) {
    world.predicates.push_back(tx.intern(Term::iri("urn:p" + std::to_string(i))));
  }
  world.graphs = {TermId::default_graph(), tx.intern(Term::iri("urn:g1")),
                  tx.intern(Term::iri("urn:g2"))};
  return world;
}

TermId pick(const std::vector<TermId>& from, Random& random) {
  return from[random() % from.size()];
}

IdQuad random_quad(const World& world, Random& random) {
  return {pick(world.resources, random), pick(world.predicates, random), pick(world.values, random),
          pick(world.graphs, random)};
}

ScanRequest random_request(const World& world, const Quads& quads, Random& random) {
  ScanRequest request;
  request.permutation = kPermutations[random() % kPermutationCount];
  request.prefix_length = static_cast<std::uint8_t>(random() % 5);
  IdQuad quad = random_quad(world, random);
  if (!quads.empty() && random() % 4 != 0) {
    const auto near = quads.lower_bound(quad);
    quad = near == quads.end() ? *quads.begin() : *near;
  }
  const Key key = to_key(request.permutation, quad);
  for (std::size_t i = 0; i < request.prefix_length; ++i) request.prefix[i] = TermId{key[i]};
  if (request.prefix_length < 4 && random() % 3 == 0) {
    const std::uint64_t at = key[request.prefix_length];
    request.range = IdRange{TermId{at - random() % 20}, TermId{at + random() % 20}};
  }
  switch (random() % 4) {
    case 0:
      request.graphs.kind = GraphScope::Kind::named;
      break;
    case 1:
      request.graphs.kind = GraphScope::Kind::list;
      request.graphs.graphs = {world.graphs[0], world.graphs[2]};
      break;
    default:
      break;
  }
  const bool bound = request.permutation == Permutation::gspo;
  request.graphs.distinct = !bound && random() % 2 == 0;
  return request;
}

void hide_graph(std::vector<Key>& rows, const ScanRequest& request) {
  if (!request.graphs.distinct) return;  // else the graph column says nothing
  for (Key& row : rows) row[3] = 0;
}

void compare(const QuadSource& source, const World& world, const Quads& quads, Random& random) {
  for (const Permutation permutation : kPermutations) {
    const auto request = everything(permutation);
    REQUIRE(scan_all(source, request) == expected(quads, request));
  }
  for (int probe = 0; probe < 60; ++probe) {
    const auto request = random_request(world, quads, random);
    auto want = expected(quads, request);
    auto got = drain(*source.scan(request), request.permutation, 1 + random() % 40);
    hide_graph(want, request);
    hide_graph(got, request);
    CAPTURE(static_cast<int>(request.permutation), static_cast<int>(request.prefix_length));
    REQUIRE(got == want);
    const IdQuad quad = random_quad(world, random);
    REQUIRE(source.contains(quad) == quads.contains(quad));
  }
  std::set<TermId> graphs;
  for (const IdQuad& quad : quads) graphs.insert(quad.graph);
  graphs.erase(TermId::default_graph());
  REQUIRE(source.named_graphs() == std::vector<TermId>(graphs.begin(), graphs.end()));
}

void compare_seeks(const QuadSource& source, const World& world, const Quads& quads,
                   Random& random) {
  for (int probe = 0; probe < 40; ++probe) {
    ScanRequest request = random_request(world, quads, random);
    if (request.prefix_length == 4) continue;
    if (request.prefix_length == 3) request.graphs.distinct = false;  // seeks by graph
    const auto want = expected(quads, request);
    const auto scan = source.scan(request);
    std::size_t at = 0;
    std::array<TermId, 4> row;
    const auto order = column_order(request.permutation);
    while (true) {
      if (random() % 3 == 0) {
        const std::uint64_t base = at < want.size() ? want[at][request.prefix_length] : 5;
        const TermId lower{base + random() % 30 - 3};
        scan->seek(lower);
        while (at < want.size() && want[at][request.prefix_length] < lower.bits()) ++at;
      }
      const std::size_t count = scan->next({&row[0], &row[1], &row[2], &row[3]}, 1);
      REQUIRE(count == (at < want.size() ? 1U : 0U));
      if (count == 0) break;
      for (std::size_t i = 0; i < 3; ++i) {
        REQUIRE(row[static_cast<std::size_t>(order[i])].bits() == want[at][i]);
      }
      ++at;
    }
  }
}

// With an empty delta the numbers are exact; `slack` is how far they may be off otherwise.
void compare_estimates(const QuadSource& source, const World& world, const Quads& quads,
                       Random& random, std::uint64_t slack) {
  const auto near = [&](std::uint64_t got, std::uint64_t want) {
    return got + slack >= want && got <= want + slack;
  };
  for (int probe = 0; probe < 40; ++probe) {
    ScanRequest request = random_request(world, quads, random);
    request.graphs = {.kind = GraphScope::Kind::all, .graphs = {}, .distinct = false};
    REQUIRE(near(source.estimate(request), expected(quads, request).size()));
  }
  for (const TermId predicate : world.predicates) {
    std::set<TermId> subjects;
    std::set<TermId> objects;
    for (const IdQuad& quad : quads) {
      if (quad.predicate != predicate) continue;
      subjects.insert(quad.subject);
      objects.insert(quad.object);
    }
    REQUIRE(near(source.distinct_estimate(predicate, Position::subject), subjects.size()));
    REQUIRE(near(source.distinct_estimate(predicate, Position::object), objects.size()));
  }
}

void run_model(std::uint64_t seed, int transactions, std::size_t largest) {
  CAPTURE(seed);
  Random random(seed);
  const TempDir dir;
  auto store = Store::open(dir / "kb");
  auto first = store->begin();
  const World world = make_world(*first);
  first->commit();
  first.reset();
  Quads quads;
  for (int t = 0; t < transactions; ++t) {
    auto before = store->snapshot();
    const Quads old = quads;
    Quads mine = quads;
    auto tx = store->begin();
    for (std::size_t n = random() % largest; n > 0; --n) {
      const IdQuad quad = random_quad(world, random);
      if (random() % 3 == 0) {
        tx->erase(quad);
        mine.erase(quad);
      } else {
        tx->insert(quad);
        mine.insert(quad);
      }
      if (n % 500 == 0 && largest < 10'000) compare(*tx, world, mine, random);
    }
    compare(*tx, world, mine, random);
    if (random() % 5 == 0) {
      tx->rollback();
    } else {
      tx->commit();
      quads = mine;
    }
    tx.reset();
    if (random() % 6 == 0) {
      store->compact();
      compare_estimates(*store->snapshot(), world, quads, random, 0);
    }
    compare_estimates(*store->snapshot(), world, quads, random, 2 * largest);
    compare(*before, world, old, random);
    before.reset();
    compare(*store->snapshot(), world, quads, random);
    compare_seeks(*store->snapshot(), world, quads, random);
    REQUIRE(store->statistics().quads == quads.size());
    if (t % 5 == 4) {
      REQUIRE(store->check().empty());
      store.reset();
      store = Store::open(dir / "kb");
      compare(*store->snapshot(), world, quads, random);
    }
  }
}

}  // namespace

TEST_CASE("A store behaves like a set of quads") {
  run_model(11, 20, 60);
  run_model(12, 12, 1500);
  run_model(13, 3, 30'000);  // several blocks a permutation
}

}  // namespace dossier::storage

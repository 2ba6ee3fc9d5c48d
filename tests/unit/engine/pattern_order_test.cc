// SPDX-License-Identifier: Apache-2.0
// The plan of a group of patterns does not depend on the order in which the text has them: so no
// order of a query is slower than another.
#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "engine/query/query_result.h"
#include "storage/memory_source.h"

using namespace dossier;

namespace {

using Random = std::mt19937_64;

Term x(const std::string& name) { return Term::iri("urn:x:" + name); }

/// Predicates of different sizes, some of the same size, so that costs are often equal.
std::shared_ptr<const storage::QuadSource> graph() {
  Random random(7);
  std::vector<Quad> quads;
  const auto add = [&](std::size_t from, const char* predicate, std::size_t to) {
    quads.push_back(
        {x("n" + std::to_string(from)), x(predicate), x("n" + std::to_string(to)), std::nullopt});
  };
  for (std::size_t i = 0; i < 400; ++i) {
    add(i, "one", random() % 400);
    add(i, "other", random() % 400);
    for (int k = 0; k < 4; ++k) add(i, "many", random() % 400);
    if (i % 20 == 0) add(i, "few", random() % 400);
    add(i, "class", i % 5);
  }
  return std::make_shared<storage::MemorySource>(quads);
}

std::string pick(Random& random, const std::vector<std::string>& from) {
  return from[random() % from.size()];
}

/// Patterns over few variables: chains, stars, cycles and products by chance.
std::vector<std::string> patterns(Random& random, std::size_t count) {
  const std::vector<std::string> names{"?v", "?k", "?b", "?z", "?m"};
  std::vector<std::string> result;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string subject = random() % 8 == 0 ? "x:n20" : pick(random, names);
    const std::string predicate =
        random() % 10 == 0 ? pick(random, names)
                           : pick(random, {"x:one", "x:other", "x:many", "x:few", "x:class"});
    const std::string object = random() % 5 == 0 ? "x:n3" : pick(random, names);
    result.push_back(subject + " " + predicate + " " + object + " . ");
  }
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

std::string plan_of(const std::shared_ptr<const storage::QuadSource>& source,
                    const std::vector<std::string>& patterns, const std::string& more) {
  QueryOptions options;
  options.prefixes["x"] = "urn:x:";
  std::string text = "SELECT (COUNT(*) AS ?n) { ";
  for (const std::string& pattern : patterns) text += pattern;
  return plan_of_query(source, text + more + "}", options);
}

void check_orders(std::size_t queries, std::size_t size, std::size_t shuffles,
                  const std::string& more) {
  const auto source = graph();
  Random random(size);
  for (std::size_t i = 0; i < queries; ++i) {
    std::vector<std::string> group = patterns(random, size);
    const std::string wanted = plan_of(source, group, more);
    for (std::size_t k = 0; k < shuffles; ++k) {
      std::shuffle(group.begin(), group.end(), random);
      std::string text;
      for (const std::string& pattern : group) text += pattern;
      INFO(text << more);
      REQUIRE(plan_of(source, group, more) == wanted);
    }
  }
}

}  // namespace

TEST_CASE("five patterns have one plan in all orders of the text") {
  const auto source = graph();
  Random random(5);
  for (int i = 0; i < 8; ++i) {
    std::vector<std::string> group = patterns(random, 5);
    const std::string wanted = plan_of(source, group, "");
    do {
      std::string text;
      for (const std::string& pattern : group) text += pattern;
      INFO(text);
      REQUIRE(plan_of(source, group, "") == wanted);
    } while (std::next_permutation(group.begin(), group.end()));
  }
}

TEST_CASE("patterns, few and many, have one plan in every order of the text") {
  check_orders(60, 3, 6, "");
  check_orders(60, 5, 10, "");
  check_orders(30, 5, 10, "FILTER(?v != ?k) VALUES ?b { x:n1 x:n2 } ");
  check_orders(10, 11, 5, "");
  check_orders(4, 30, 5, "");
}

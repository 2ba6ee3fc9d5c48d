// SPDX-License-Identifier: Apache-2.0
// Which names may be names of one thing.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <string>

#include "desk/review/name_pairs.h"
#include "desk/review/same_name.h"

using namespace dossier;
using namespace dossier::reviewing;

namespace {

NamedThing thing_of(const std::string& text) {
  NamedThing thing;
  const std::size_t space = text.find(' ');
  thing.kind = text.substr(0, space);
  thing.label = text.substr(space + 1);
  thing.thing = Term::iri("urn:thing:" + thing.kind + ":" + std::to_string(text.size()));
  return thing;
}

std::string weight_of(const std::optional<Likeness>& likeness) {
  return likeness ? fmt::format("{:.2f}", likeness->weight) : "-";
}

bool share_a_key(const NamedThing& a, const NamedThing& b) {
  const std::vector<std::string> other = name_keys(b);
  for (const std::string& key : name_keys(a))
    if (std::find(other.begin(), other.end(), key) != other.end()) return true;
  return false;
}

}  // namespace

TEST_CASE("names are alike or not, in either order, and what is alike shares a key") {
  std::ifstream file(std::string(DOSSIER_TEST_DATA) + "/same_names.txt");
  std::size_t lines = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    ++lines;
    const std::size_t bar = line.find(" | "), equals = line.find(" = ");
    const NamedThing a = thing_of(line.substr(0, bar));
    const NamedThing b = thing_of(line.substr(bar + 3, equals - bar - 3));
    INFO(line);
    CHECK(weight_of(likeness_of(a, b)) == line.substr(equals + 3));
    CHECK(weight_of(likeness_of(b, a)) == line.substr(equals + 3));
    if (likeness_of(a, b)) CHECK(share_a_key(a, b));
  }
  CHECK(lines > 15);
}

TEST_CASE("a short form that could be one of two is proposed for neither") {
  const std::vector<NamedThing> one{thing_of("person Berg"), thing_of("person Anna Berg")};
  REQUIRE(name_pairs(one).size() == 1);
  CHECK(name_pairs(one).front().first == 0);
  CHECK(name_pairs(one).front().second == 1);
  const std::vector<NamedThing> two{thing_of("person Berg"), thing_of("person Anna Berg"),
                                    thing_of("person Carl Berg")};
  CHECK(name_pairs(two).empty());
}

TEST_CASE("names that very many things share propose nothing, in time that does not explode") {
  std::vector<NamedThing> things;
  for (int i = 0; i < 3000; ++i) {
    NamedThing thing = thing_of("person Given Berg");
    thing.label = fmt::format("P{} Berg", i);
    things.push_back(std::move(thing));
  }
  CHECK(name_pairs(things).empty());
}

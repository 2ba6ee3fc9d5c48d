// SPDX-License-Identifier: Apache-2.0
// The rules of linking as keys: pairs of documents whose entities are one, or aren't.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "dossier/extract.h"

using namespace dossier;

namespace {

constexpr const char* kSchema = "https://schema.org/";

/// A document's graph with one entity of a class (a local name of schema.org) and an author.
std::vector<Quad> graph(const std::string& class_name, const std::vector<std::string>& names,
                        const std::string& author = "") {
  const auto iri = [](const std::string& text) { return Term::iri(text); };
  const Term entity = iri("urn:dossier:entity:x");
  std::vector<Quad> quads{
      {entity,
       iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
       iri(kSchema + class_name),
       {}},
      {entity, iri("http://www.w3.org/2000/01/rdf-schema#label"), Term::string(names.front()), {}}};
  for (std::size_t i = 1; i < names.size(); ++i)
    quads.push_back(
        {entity, iri("http://www.w3.org/2004/02/skos/core#altLabel"), Term::string(names[i]), {}});
  if (author.empty()) return quads;
  const Term who = iri("urn:dossier:entity:author");
  quads.push_back(
      {who, iri("http://www.w3.org/2000/01/rdf-schema#label"), Term::string(author), {}});
  quads.push_back({iri("urn:dossier:document:d"), iri(std::string(kSchema) + "author"), who, {}});
  return quads;
}

bool are_one(const std::vector<Quad>& a, const std::vector<Quad>& b) {
  const std::vector<LinkableEntity> of_a = linkable_entities(a), of_b = linkable_entities(b);
  for (const auto& one : of_a.front().keys)
    for (const auto& other : of_b.front().keys)
      if (one.key == other.key && !(one.weak && other.weak)) return true;
  return false;
}

struct Pair {
  const char* why;
  std::vector<Quad> a, b;
  bool one;
};

}  // namespace

TEST_CASE("entities of two documents are one by their keys") {
  const std::vector<Pair> pairs{
      {"the same full name", graph("Person", {"Anna Berg"}), graph("Person", {"Anna Berg"}), true},
      {"a full name among others", graph("Person", {"Anna Lena Berg", "Anna Berg"}),
       graph("Person", {"Anna Berg"}), true},
      {"a surname is no name of another's", graph("Person", {"Anna Berg", "Berg"}),
       graph("Person", {"Berg"}), false},
      {"two who are known by surname alone", graph("Person", {"Berg"}), graph("Person", {"Berg"}),
       true},
      {"a city may be called a place", graph("City", {"Dornhaven"}), graph("Place", {"Dornhaven"}),
       true},
      {"a place is no organisation", graph("Country", {"Norland"}),
       graph("Organization", {"Norland"}), false},
      {"a short acronym that is nobody's label",
       graph("Organization", {"Harbour Trade Office", "HTO"}),
       graph("Organization", {"Hill Transport Office", "HTO"}), false},
      {"a short acronym and its label", graph("Organization", {"Harbour Trade Office", "HTO"}),
       graph("Organization", {"HTO"}), true},
      {"a ministry of two speakers", graph("Organization", {"Foreign Ministry"}, "Anna Berg"),
       graph("Organization", {"Foreign Ministry"}, "Carl Lund"), false},
      {"a ministry of one speaker", graph("Organization", {"Foreign Ministry"}, "Anna Berg"),
       graph("Organization", {"Foreign Ministry"}, "Anna Berg"), true},
      {"a guess gives way", graph("Person", {"Quorl Tamvik"}),
       graph("Organization", {"Quorl Tamvik"}), true},
  };
  for (const Pair& pair : pairs) {
    INFO(pair.why);
    CHECK(are_one(pair.a, pair.b) == pair.one);
    CHECK(are_one(pair.b, pair.a) == pair.one);
  }
}

TEST_CASE("the fullest name has the highest rank") {
  const LinkableEntity entity =
      linkable_entities(graph("Person", {"Ms Berg", "Anna Berg", "Berg"})).front();
  std::string best;
  std::uint64_t highest = 0;
  for (const auto& [name, fullness] : entity.names)
    if (fullness > highest) {
      highest = fullness;
      best = name;
    }
  CHECK(best == "Anna Berg");
}

// SPDX-License-Identifier: Apache-2.0
#include "storage/memory_source.h"

#include <catch2/catch.hpp>
#include <vector>

using namespace dossier;

TEST_CASE("a memory source finds its blank nodes by the labels it gives them", "[memory]") {
  const Term predicate = Term::iri("urn:p");
  std::vector<Quad> quads;
  for (const char* const label : {"x", "y", "z"})
    quads.push_back({Term::blank_node(label), predicate, Term::iri("urn:o"), std::nullopt});
  const storage::MemorySource source(quads);
  std::size_t found = 0;
  for (const char* const label : {"b0", "b1", "b2", "b3", "b4"}) {
    const TermId id = source.find(Term::blank_node(label));
    if (id == TermId::none()) continue;
    ++found;
    CHECK(source.term(id) == Term::blank_node(label));
  }
  CHECK(found == quads.size());
  // Neither the labels it was given nor anything like a number.
  for (const char* const label : {"x", "b", "b1x", "b99", "b01", "q1", "b18446744073709551616"})
    CHECK(source.find(Term::blank_node(label)) == TermId::none());
}

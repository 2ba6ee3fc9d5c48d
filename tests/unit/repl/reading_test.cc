// SPDX-License-Identifier: Apache-2.0
// What is laid out for reading: contradictions, facts that are not asserted.
#include <catch2/catch.hpp>
#include <sstream>
#include <string>

#include "dossier/conflicts.h"
#include "dossier/ingest.h"
#include "repl/tasks/conflict_cards.h"
#include "repl/tasks/empty_result.h"
#include "tests/unit/engine/temporary_base.h"

namespace dossier::repl {
namespace {

std::string hint(const KnowledgeBase& kb, const std::string& query) {
  return explain_empty_result(kb, query, {}, predeclared_prefixes());
}

}  // namespace

TEST_CASE("An empty result says that facts are only planned or denied") {
  TemporaryBase kb;
  ingest_text(
      *kb,
      "Visits\n\nAnna Berg will visit Lima. Anna Berg did not visit Quito. Carl Lund visited "
      "Oslo.\n",
      "a.txt");
  CHECK(hint(*kb, "SELECT * { e:Anna_Berg r:visit ?b }") ==
        "e:Anna_Berg r:visit ?b: not asserted, but 1 denied, 1 planned; ask with ?fact rdf:reifies "
        "<<( e:Anna_Berg r:visit ?b )>>\n");
  CHECK(hint(*kb, "SELECT * { ?a r:visit e:Quito }").find("1 denied; ask with") !=
        std::string::npos);
  CHECK(hint(*kb, "SELECT * { e:Carl_Lund r:visit e:Lima }").empty());
  CHECK(hint(*kb, "SELECT * { ?a r:visit e:Oslo ; a schema:Event }").find("not asserted") ==
        std::string::npos);
  CHECK(hint(*kb, "SELECT * { ?s rdfs:label \"nobody\" }").find("not asserted") ==
        std::string::npos);
}

TEST_CASE("Contradictions are cards with two sentences below each other") {
  TemporaryBase kb;
  ingest_text(*kb, "3 May 2021\n\nPort news\n\nErik Moe was born in Bergen in 1960.\n", "a.txt");
  ingest_text(*kb, "9 May 2021\n\nSchool news\n\nErik Moe was born in Bergen in 1961.\n", "b.txt");
  std::ostringstream out;
  write_conflicts(out, conflicts(*kb), {false, 80, predeclared_prefixes()});
  const std::string text = out.str();
  CAPTURE(text);
  const std::size_t first = text.find("doc:a, sentence");
  const std::size_t second = text.find("doc:b, sentence");
  CHECK(text.find("e:Erik_Moe schema:birthDate 1960") != std::string::npos);
  REQUIRE(first != std::string::npos);
  REQUIRE(second != std::string::npos);
  CHECK(text.find("in [1960]", first) < second);
  CHECK(text.find("in [1961]", second) != std::string::npos);
  std::ostringstream none;
  write_conflicts(none, {}, {});
  CHECK(none.str() == "no contradiction found\n");
}

}  // namespace dossier::repl

// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/evidence_card.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "repl/tasks/open_database.h"

namespace dossier::repl {
namespace {

Evidence visit() {
  Evidence one;
  one.fact = {Term::iri("urn:dossier:entity:Zoë"), Term::iri("urn:dossier:relation:visit"),
              Term::iri("urn:dossier:entity:Oslo")};
  one.document = Term::iri("urn:dossier:document:talk");
  one.sentence = Term::iri("urn:dossier:document:talk#s12");
  one.headline = "A talk";
  one.date = "2020-11-17";
  one.speaker = "Ben Okoro";
  one.text = "Zoë visited\nOslo.";
  one.spans = {{0, 3}, {4, 11}, {12, 16}};
  one.modality = "planned";
  one.confidence = 0.5;
  return one;
}

TEST_CASE("spans are marked by code points") {
  CHECK(mark_spans("Zoë visited Oslo", {{0, 3}, {12, 16}}, "[", "]") == "[Zoë] visited [Oslo]");
  CHECK(mark_spans("abc", {}, "[", "]") == "abc");
  CHECK(mark_spans("abcdef", {{0, 4}, {2, 3}, {4, 6}}, "[", "]") == "[abcd][ef]");
  CHECK(mark_spans("abc", {{1, 99}}, "[", "]") == "a[bc]");
  CHECK(mark_spans("abc", {{2, 2}, {50, 60}}, "[", "]") == "abc");
}

TEST_CASE("a card shows the fact, the sentence and where it stands") {
  std::ostringstream out;
  write_evidence(out, {visit()}, {false, std::nullopt, predeclared_prefixes()});
  CHECK(out.str() ==
        "e:Zoë r:visit e:Oslo   (planned)\n"
        "\n"
        "  doc:talk, sentence 12 · 2020-11-17 · Ben Okoro\n"
        "    [Zoë] [visited] [Oslo].\n"
        "    planned · confidence 0.50\n"
        "    from: A talk\n");
}

TEST_CASE("sentences of one fact stand together") {
  Evidence asserted = visit();
  asserted.asserted = true;
  Evidence other = visit();
  other.fact.object = Term::string("home");
  std::ostringstream out;
  write_evidence(out, {asserted, other, asserted}, {true, 60, predeclared_prefixes()});
  const std::string text = out.str();
  CHECK(text.find("e:Zoë r:visit e:Oslo\n") == 0);
  CHECK(text.find("e:Zoë r:visit e:Oslo\n", 1) == std::string::npos);
  CHECK(text.find("e:Zoë r:visit home   (planned)\n") != std::string::npos);
  CHECK(text.find("\x1b[1mvisited\x1b[0m") != std::string::npos);
}

}  // namespace
}  // namespace dossier::repl

// SPDX-License-Identifier: Apache-2.0
// Runs tests/unit/extract/listings/*.txt: what rows of tables and lists of people say.
//
//   --- document FILE       the lines below it are this document
//   = SUBJECT | PREDICATE | OBJECT | RULE      exactly these facts of the rules of listings, in
//                                              order; "not" before SUBJECT: negative; "@2021" at
//                                              the end: when it holds
//
// A quantity is its value and unit, a string stands in quotes; "(kind)" behind an individual.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <string>

#include "extract/listings/attendance.h"
#include "extract/listings/row_facts.h"
#include "tests/case_file.h"
#include "tests/unit/extract/read_text.h"

namespace dossier::extract {
namespace {

std::string short_name(const Term& predicate) {
  const std::string& iri = predicate.value();
  return iri.substr(iri.find_last_of(":/") + 1);
}

std::string name_of(const Analysis& analysis, const FactNode& node) {
  if (node.quantity) {
    const Quantity& quantity = analysis.sentences[node.sentence].quantities[*node.quantity];
    return quantity.unit.empty() ? quantity.value : quantity.value + " " + quantity.unit;
  }
  if (!node.entity) return node.term.to_string();
  const Entity& entity = analysis.entities[*node.entity];
  return entity.kind ? fmt::format("{} ({})", entity.label, analysis.entities[*entity.kind].label)
                     : entity.label;
}

std::string listed(const Analysis& analysis, const Sentence& sentence, const TypedFact& fact) {
  CHECK(fact.said.confidence > 0.5);
  CHECK(fact.said.confidence < 1);
  CHECK(fact.said.predicate.last <= sentence.tokens.size());
  return fmt::format("{}{} | {} | {} | {}{}\n", fact.said.negated ? "not " : "",
                     name_of(analysis, fact.subject), short_name(fact.predicate),
                     name_of(analysis, fact.object), fact.said.rule,
                     fact.time ? " @" + fact.time->value() : "");
}

std::string facts_of(const Analysis& analysis) {
  std::string out;
  for (const Sentence& sentence : analysis.sentences) {
    // No clause is read from cells that stand beside each other.
    if (!sentence.is_prose()) CHECK(sentence.clauses.empty());
    for (const TypedFact& fact : sentence.typed_facts)
      if (fact.said.rule == kTableRule || fact.said.rule == kAttendanceRule)
        out += listed(analysis, sentence, fact);
  }
  return out;
}

TEST_CASE("rows of tables and lists of people", "[listings]") {
  const auto cases = test::read_cases(DOSSIER_TEST_DATA "/listings", "=");
  REQUIRE(cases.size() >= 15);
  for (const test::Case& one : cases) {
    INFO(one.where());
    const test::Step& document = one.only("document");
    const test::ReadText read = test::read_text(document.text, document.words);
    std::string wanted;
    for (const std::string& fact : one.marked("=")) wanted += fact + "\n";
    CHECK(facts_of(read.analysis) == wanted);
  }
}

}  // namespace
}  // namespace dossier::extract

// SPDX-License-Identifier: Apache-2.0
// What the fitted confidence sees of facts, and that it says what the verdicts said.
#include "extract/calibrate/calibrate.h"

#include <catch2/catch.hpp>
#include <stdexcept>
#include <string>

#include "extract/calibrate/weights.h"
#include "extract/confidence.h"
#include "tests/unit/extract/analysed_text.h"

using namespace dossier::extract;
using calibrate::Sign;
using calibrate::Signs;

namespace {

/// Of the first fact with this predicate's word, in the last sentence.
Signs signs(const std::string& text, const std::string& lemma) {
  const Analysis analysis = dossier::test::analysed(text, "2021-06-01", {.last = Pass::rules});
  const Sentence& sentence = analysis.sentences.back();
  for (const calibrate::Said& fact : calibrate::facts_of(sentence))
    if (sentence.frames[*fact.claim.frame].lemma == lemma)
      return calibrate::signs_of(analysis, sentence, fact);
  FAIL("no fact of " << lemma << " in: " << text);
  return {};
}

double fitted(const std::string& text, const std::string& lemma) {
  return calibrate::fitted_confidence(signs(text, lemma));
}

}  // namespace

TEST_CASE("the table of weights has the signs in their order", "[calibrate]") {
  const auto& names = calibrate::weights().names;
  CHECK(names[Sign::kBias] == "bias");
  CHECK(names[Sign::kFormerTitle] == "former title");
  CHECK(names[Sign::kFragment] == "fragment");
  CHECK(names[Sign::kBareCopula] == "bare copula");
  CHECK(names[Sign::kObjectBreak] == "object break");
  CHECK(names[Sign::kSubjectUnnamed] == "subject unnamed");
  CHECK(names[Sign::kObjectConjunct] == "object conjunct");
}

TEST_CASE("a table that does not fit is refused", "[calibrate]") {
  CHECK_THROWS_AS(calibrate::read_weights("bias\t1.5\n"), std::logic_error);
  std::string table;
  for (std::size_t i = 0; i < Sign::kSigns; ++i) table += "sign\t0.25\n";
  CHECK(calibrate::read_weights("# comment\n" + table).values[Sign::kTree] == 0.25);
  CHECK_THROWS_AS(calibrate::read_weights(table + "one more\t1\n"), std::logic_error);
  table.replace(table.find("0.25"), 4, "0.2x");
  CHECK_THROWS_AS(calibrate::read_weights(table), std::logic_error);
}

TEST_CASE("signs of the sentence", "[calibrate]") {
  const Signs plain = signs("Anna Berg visited the harbour.", "visit");
  CHECK(plain[Sign::kBias] == 1);
  CHECK(plain[Sign::kFragment] == 0);
  CHECK(plain[Sign::kUnended] == 0);
  CHECK(plain[Sign::kBreaks] == 0);
  CHECK(plain[Sign::kTree] < 0);
  CHECK(signs("Anna Berg visited the harbour", "visit")[Sign::kUnended] == 1);
  CHECK(signs("Anna Berg (the mayor) visited the harbour.", "visit")[Sign::kBreaks] > 0);
}

TEST_CASE("signs of the claim", "[calibrate]") {
  CHECK(signs("The harbour may reopen in July.", "reopen")[Sign::kPossible] == 1);
  CHECK(signs("Anna Berg visited Oslo in May 2021.", "visit")[Sign::kTime] == 1);
  CHECK(signs("Anna Berg said that the harbour reopened.", "reopen")[Sign::kNamedSource] == 1);
  CHECK(signs("Anna Berg told staff in Oslo that the harbour was closed.",
              "tell")[Sign::kClauseLeft] == 1);
}

TEST_CASE("signs of subject and object", "[calibrate]") {
  const Signs unnamed = signs("The mayor closed the harbour. He visited Oslo.", "visit");
  CHECK(unnamed[Sign::kSubjectUnnamed] == 1);
  CHECK(unnamed[Sign::kSubjectName] == 0);
  const Signs named = signs("Anna Berg visited Oslo.", "visit");
  CHECK(named[Sign::kSubjectUnnamed] == 0);
  CHECK(named[Sign::kSubjectName] < 0.5);
}

TEST_CASE("what people found wrong more often is less sure", "[calibrate]") {
  const double plain = fitted("Anna Berg visited the harbour.", "visit");
  CHECK(plain > fitted("Anna Berg visited the harbour", "visit"));
  CHECK(plain > fitted("The mayor closed the school. He visited the harbour.", "visit"));
  CHECK(plain <= confidence::kMost);
}

TEST_CASE("the pass changes nothing but confidence", "[calibrate]") {
  const std::string text = "Anna Berg, director of Norwave, visited Oslo. She met Omar Sy.";
  const Analysis before = dossier::test::analysed(text, "2021-06-01", {.last = Pass::rules});
  Analysis after = before;
  calibrate::calibrate(after, {});
  for (std::size_t s = 0; s < before.sentences.size(); ++s) {
    const auto facts = calibrate::facts_of(before.sentences[s]);
    const auto later = calibrate::facts_of(after.sentences[s]);
    REQUIRE(facts.size() == later.size());
    for (std::size_t i = 0; i < facts.size(); ++i) {
      CHECK(later[i].claim.rule == facts[i].claim.rule);
      CHECK(later[i].claim.confidence == calibrate::fitted_confidence(calibrate::signs_of(
                                             before, before.sentences[s], facts[i])));
    }
  }
}

TEST_CASE("what is said of nobody known is less sure", "[calibrate]") {
  Analysis analysis =
      dossier::test::analysed("I sold the boat.", "2021-06-01", {.last = Pass::rules});
  const Sentence before = analysis.sentences.back();
  const auto facts = calibrate::facts_of(before);
  REQUIRE(!facts.empty());
  const double fitted =
      calibrate::fitted_confidence(calibrate::signs_of(analysis, before, facts.front()));
  calibrate::calibrate(analysis, {});
  CHECK(calibrate::facts_of(analysis.sentences.back()).front().claim.confidence ==
        Approx(fitted * confidence::kOfUnnamedPerson));
}

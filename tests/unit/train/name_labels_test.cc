// SPDX-License-Identifier: Apache-2.0
#include "extract/train/neural/name_labels.h"

#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/case_file.h"

namespace dossier::extract {
namespace {

ConlluWord read_word(const std::string& line) {
  ConlluWord word;
  std::string brackets;
  std::istringstream(line) >> word.form >> word.upos >> word.xpos >> word.head >> word.relation >>
      brackets;
  word.lemma = word.form;
  if (!brackets.empty()) word.misc = "Entity=" + brackets;
  return word;
}

std::string names_of(const ConlluSentence& sentence) {
  const auto names = gold_names({sentence}, Lexicon::builtin());
  std::string out;
  for (const GoldName& name : names[0]->names) {
    out += "= " + name.type;
    for (std::size_t i = name.first; i < name.last; ++i) out += " " + sentence.words[i].form;
    out += "\n";
  }
  for (const std::size_t word : names[0]->open) out += "? " + sentence.words[word].form + "\n";
  return out;
}

}  // namespace

TEST_CASE("phrases of the treebank are trimmed to names") {
  const auto cases = test::read_cases(DOSSIER_TEST_DATA "/name_cases.txt", "=?");
  REQUIRE(cases.size() == 8);
  for (const test::Case& one : cases) {
    INFO(one.where());
    ConlluSentence sentence;
    for (const std::string& line : test::lines_of(one.text))
      sentence.words.push_back(read_word(line));
    std::string expected;
    for (const test::Step& step : one.steps) expected += step.kind + " " + step.words + "\n";
    CHECK(names_of(sentence) == expected);
  }
}

TEST_CASE("a document without annotation has no names to learn from") {
  ConlluSentence sentence;
  sentence.words.push_back(read_word("Ada PROPN NNP 0 root"));
  CHECK_FALSE(gold_names({sentence}, Lexicon::builtin())[0].has_value());
}

}  // namespace dossier::extract

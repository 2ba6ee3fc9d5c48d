// SPDX-License-Identifier: Apache-2.0
#include "extract/train/neural/name_labels.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace dossier::extract {
namespace {

struct Case {
  std::string title, expected;
  ConlluSentence sentence;
};

ConlluWord read_word(const std::string& line) {
  ConlluWord word;
  std::string brackets;
  std::istringstream(line) >> word.form >> word.upos >> word.xpos >> word.head >> word.relation >>
      brackets;
  word.lemma = word.form;
  if (!brackets.empty()) word.misc = "Entity=" + brackets;
  return word;
}

std::vector<Case> read_cases() {
  std::ifstream file(DOSSIER_TEST_DATA "/name_cases.txt");
  std::vector<Case> cases;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("# ")) {
      if (cases.empty() || !cases.back().sentence.words.empty()) cases.emplace_back();
      cases.back().title = line;
    } else if (line.starts_with("= ") || line.starts_with("? ")) {
      cases.back().expected += line + "\n";
    } else if (!line.empty()) {
      cases.back().sentence.words.push_back(read_word(line));
    }
  }
  return cases;
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
  const std::vector<Case> cases = read_cases();
  REQUIRE(cases.size() == 8);
  for (const Case& one : cases) {
    INFO(one.title);
    CHECK(names_of(one.sentence) == one.expected);
  }
}

TEST_CASE("a document without annotation has no names to learn from") {
  ConlluSentence sentence;
  sentence.words.push_back(read_word("Ada PROPN NNP 0 root"));
  CHECK_FALSE(gold_names({sentence}, Lexicon::builtin())[0].has_value());
}

}  // namespace dossier::extract

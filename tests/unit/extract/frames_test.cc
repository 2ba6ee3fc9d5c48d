// SPDX-License-Identifier: Apache-2.0
// Runs tests/unit/extract/frames/*.txt through the real analyser: a sentence, then what it must
// give, no more and no fewer: clauses ("= ...", "= nothing") or frames ("> ...").
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/case_file.h"
#include "tests/unit/extract/analysed_text.h"
#include "tests/unit/extract/frame_text.h"

using namespace dossier;

namespace {

extract::Analysis read(const std::string& text) {
  return test::analysed(text, "2021-03-10", {.last = extract::Pass::clauses});
}

std::string lines(const char* mark, std::vector<std::string> facts) {
  std::sort(facts.begin(), facts.end());
  std::string result;
  for (const std::string& fact : facts) result += mark + fact + "\n";
  return result;
}

std::vector<std::string> clauses_of(const extract::Analysis& analysis) {
  std::vector<std::string> result;
  for (const extract::Sentence& sentence : analysis.sentences)
    for (const extract::Clause& clause : sentence.clauses)
      result.push_back(test::describe(sentence, clause));
  if (result.empty()) result.push_back("nothing");
  return result;
}

std::vector<std::string> frames_of(const extract::Analysis& analysis) {
  std::vector<std::string> result;
  for (const extract::Sentence& sentence : analysis.sentences)
    for (const extract::Frame& frame : sentence.frames)
      result.push_back(test::describe(sentence, frame));
  if (result.empty()) result.push_back("nothing");
  return result;
}

}  // namespace

TEST_CASE("every construction gives exactly its frames and clauses", "[clause]") {
  const auto cases = test::read_cases(DOSSIER_TEST_DATA "/frames", "=>");
  REQUIRE(cases.size() >= 250);
  for (const test::Case& one : cases) {
    INFO(one.where() << ": " << one.text);
    const extract::Analysis analysis = read(test::lines_of(one.text).at(0));
    CHECK(analysis.sentences.size() == 1);
    const std::vector<std::string> clauses = one.marked("="), frames = one.marked(">");
    if (!clauses.empty()) CHECK(lines("= ", clauses_of(analysis)) == lines("= ", clauses));
    if (!frames.empty()) CHECK(lines("> ", frames_of(analysis)) == lines("> ", frames));
  }
}

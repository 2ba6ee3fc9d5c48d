// SPDX-License-Identifier: Apache-2.0
// Runs tests/unit/extract/frames/*.txt through the real analyser: a name ("# ..."), a sentence,
// then what it must give, no more and no fewer: clauses ("= ...", "= nothing") or verbs' frames (">
// ...").
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "extract/clause/clauses.h"
#include "extract/resolve/resolve.h"
#include "tests/unit/extract/analysed_text.h"
#include "tests/unit/extract/frame_text.h"

using namespace dossier;

namespace {

struct Case {
  std::string file, name, sentence;
  std::vector<std::string> clauses, frames;
};

std::vector<Case> read_cases(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::vector<Case> cases;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("# ")) {
      cases.push_back({path.filename().string(), line.substr(2), {}, {}, {}});
    } else if (line.starts_with("= ")) {
      cases.back().clauses.push_back(line.substr(2));
    } else if (line.starts_with("> ")) {
      cases.back().frames.push_back(line.substr(2));
    } else if (!line.empty() && !cases.empty()) {
      cases.back().sentence = line;
    }
  }
  return cases;
}

std::vector<Case> all_cases() {
  std::vector<Case> cases;
  for (const auto& entry : std::filesystem::directory_iterator(DOSSIER_TEST_DATA "/frames"))
    for (Case& one : read_cases(entry.path())) cases.push_back(std::move(one));
  return cases;
}

extract::Analysis read(const std::string& text) {
  extract::Analysis analysis = test::analysed(text, "2021-03-10");
  extract::revise_names(analysis);
  for (extract::Sentence& sentence : analysis.sentences) extract::read_clauses(sentence);
  return analysis;
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
      if (frame.kind != extract::Frame::Kind::role)
        result.push_back(test::describe(sentence, frame));
  if (result.empty()) result.push_back("nothing");
  return result;
}

}  // namespace

TEST_CASE("every construction gives exactly its frames and clauses", "[clause]") {
  const std::vector<Case> cases = all_cases();
  REQUIRE(cases.size() >= 250);
  for (const Case& one : cases) {
    INFO(one.file << ": " << one.name << ": " << one.sentence);
    const extract::Analysis analysis = read(one.sentence);
    CHECK(analysis.sentences.size() == 1);
    CHECK((!one.clauses.empty() || !one.frames.empty()));
    if (!one.clauses.empty()) CHECK(lines("= ", clauses_of(analysis)) == lines("= ", one.clauses));
    if (!one.frames.empty()) CHECK(lines("> ", frames_of(analysis)) == lines("> ", one.frames));
  }
}

// Runs tests/unit/extract/clause/*.txt: a name ("# ..."), a tagged sentence, then the facts it must
// give, no more and no fewer. "nothing" stands for a sentence without facts.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "extract/clause/clauses.h"
#include "tests/unit/extract/tagged_sentence.h"

using namespace dossier;

namespace {

struct Case {
  std::string file, name, sentence;
  std::vector<std::string> facts;
};

std::vector<Case> read_cases(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::vector<Case> cases;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("# ")) {
      cases.push_back({path.filename().string(), line.substr(2), {}, {}});
    } else if (line.starts_with("= ")) {
      cases.back().facts.push_back(line.substr(2));
    } else if (!line.empty()) {
      cases.back().sentence = line;
    }
  }
  return cases;
}

std::vector<Case> all_cases() {
  std::vector<Case> cases;
  for (const auto& entry : std::filesystem::directory_iterator(DOSSIER_TEST_DATA "/clause"))
    for (Case& one : read_cases(entry.path())) cases.push_back(std::move(one));
  return cases;
}

std::string facts_of(const std::string& line) {
  const extract::Sentence sentence = test::tagged_sentence(line);
  std::vector<std::string> facts;
  for (const extract::Clause& clause : extract::find_clauses({}, sentence))
    facts.push_back(test::describe(sentence, clause));
  if (facts.empty()) facts.push_back("nothing");
  std::sort(facts.begin(), facts.end());
  std::string result;
  for (const std::string& fact : facts) result += "= " + fact + "\n";
  return result;
}

}  // namespace

TEST_CASE("every construction gives exactly its facts", "[clause]") {
  const std::vector<Case> cases = all_cases();
  REQUIRE(cases.size() >= 60);
  for (const Case& one : cases) {
    INFO(one.file << ": " << one.name);
    std::vector<std::string> facts = one.facts;
    std::sort(facts.begin(), facts.end());
    std::string expected;
    for (const std::string& fact : facts) expected += "= " + fact + "\n";
    CHECK(facts_of(one.sentence) == expected);
  }
}

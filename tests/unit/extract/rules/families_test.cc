// SPDX-License-Identifier: Apache-2.0
// Runs tests/unit/extract/rules/families/*.txt: a sentence, then every typed fact that the family's
// rules must make of it ("= ..." or "= nothing").
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "tests/unit/extract/rules/typed_facts.h"

using namespace dossier;

namespace {

struct Case {
  std::string sentence;
  std::string expected;
};

std::vector<Case> read_cases(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::vector<Case> cases;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("= "))
      cases.back().expected += line + "\n";
    else if (!line.empty())
      cases.push_back({line, {}});
  }
  return cases;
}

}  // namespace

TEST_CASE("each family makes the facts of its sentences and no others") {
  std::size_t count = 0;
  for (const auto& file :
       std::filesystem::directory_iterator(DOSSIER_TEST_DATA "/rules/families")) {
    for (const Case& one : read_cases(file.path())) {
      std::string found;
      for (const std::string& fact :
           test::typed_facts(test::ruled(one.sentence), file.path().stem().string()))
        found += "= " + fact + "\n";
      if (found.empty()) found = "= nothing\n";
      INFO(file.path().filename().string() << ": " << one.sentence);
      CHECK(found == one.expected);
      ++count;
    }
  }
  CHECK(count >= 60);
}

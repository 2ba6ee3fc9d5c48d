// SPDX-License-Identifier: Apache-2.0
// Runs tests/unit/extract/rules/families/*.txt: a case's name is a sentence; the steps are
// every typed fact that the family's rules must make of it ("= ..." or "= nothing").
#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/case_file.h"
#include "tests/unit/extract/rules/typed_facts.h"

using namespace dossier;

TEST_CASE("each family makes the facts of its sentences and no others") {
  const auto cases = test::read_cases(DOSSIER_TEST_DATA "/rules/families", "=");
  CHECK(cases.size() >= 60);
  for (const test::Case& one : cases) {
    INFO(one.where());
    const std::string family = std::filesystem::path(one.file).stem().string();
    std::vector<std::string> found = test::typed_facts(test::ruled(one.name), family);
    if (found.empty()) found = {"nothing"};
    CHECK(found == one.marked("="));
  }
}

// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/parser/sparql_cases.h"

#include <fstream>
#include <stdexcept>

namespace dossier::test {

std::vector<Case> read_cases(const std::string& file) {
  std::ifstream input(std::string(DOSSIER_TEST_DATA) + "/sparql/" + file);
  if (!input) throw std::runtime_error("no test data " + file);
  std::vector<Case> cases;
  std::string* part = nullptr;
  for (std::string line; std::getline(input, line);) {
    if (line.starts_with("=== ")) {
      cases.push_back({line.substr(4), {}, {}});
      part = &cases.back().input;
    } else if (line == "---" && part != nullptr) {
      part = &cases.back().expected;
    } else if (part != nullptr) {
      *part += line + "\n";
    }
  }
  if (cases.empty()) throw std::runtime_error("no case in " + file);
  return cases;
}

}  // namespace dossier::test

// SPDX-License-Identifier: Apache-2.0
// Cases of the parser's tests, kept as text files beside them.
#pragma once

#include <string>
#include <vector>

namespace dossier::test {

/// A file holds cases: a line "=== NAME", the input, a line "---", what is expected, up to the next
/// "===" or the end.
struct Case {
  std::string name;
  std::string input;
  std::string expected;
};

/// Reads tests/unit/parser/sparql/FILE. Throws std::runtime_error when it can't be read or has no
/// case.
std::vector<Case> read_cases(const std::string& file);

}  // namespace dossier::test

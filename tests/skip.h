// SPDX-License-Identifier: Apache-2.0
// Tests that need what not every machine has. They count as skipped, not as passed: a test case
// that may be skipped has a tag of its own, and the ctest that runs the tag gets kSkipped from the
// program.
#pragma once

#include <string>

namespace dossier::test {

constexpr int kSkipped = 77;  ///< SKIP_RETURN_CODE of the ctests

/// Prints "skipped: WHY"; the program then ends with kSkipped unless a test fails. Return after it.
void skip(const std::string& why);

bool was_skipped();

/// The folder with the W3C suites, treebanks and annotated documents: the environment variable
/// DOSSIER_SHARED, default: the CMake variable of that name. It need not exist.
std::string shared_folder();

}  // namespace dossier::test

// SPDX-License-Identifier: Apache-2.0
#include "tests/skip.h"

#include <cstdlib>
#include <iostream>

namespace dossier::test {
namespace {

bool skipped = false;

}  // namespace

void skip(const std::string& why) {
  std::cout << "skipped: " << why << std::endl;
  skipped = true;
}

bool was_skipped() { return skipped; }

std::string shared_folder() {
  const char* const named = std::getenv("DOSSIER_SHARED");
  return named != nullptr ? named : DOSSIER_SHARED;
}

}  // namespace dossier::test

// SPDX-License-Identifier: Apache-2.0
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include "tests/skip.h"

int main(int argc, char** argv) {
  // Catch2 returns the number of failures, which may be the status that means "skipped".
  if (Catch::Session().run(argc, argv) != 0) return 1;
  return dossier::test::was_skipped() ? dossier::test::kSkipped : 0;
}

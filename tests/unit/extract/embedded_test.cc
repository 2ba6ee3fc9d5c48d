// SPDX-License-Identifier: Apache-2.0
#include "extract/embedded.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

using namespace dossier::extract;

TEST_CASE("an embedded file has the path and the bytes of the file") {
  for (const auto files :
       {embedded::models(), embedded::rules(), embedded::words(), embedded::declarations()}) {
    REQUIRE_FALSE(files.empty());
    for (const embedded::File& file : files) {
      INFO(file.path);
      std::ifstream stream(std::string(DOSSIER_TEST_DATA) + "/../../../" + std::string(file.path),
                           std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
      CHECK_FALSE(bytes.empty());
      CHECK(file.bytes == bytes);
    }
  }
}

TEST_CASE("a file that is not embedded is an error") {
  CHECK(embedded::file_named(embedded::models(), "lexicon.bin").path ==
        "extract/models/lexicon.bin");
  CHECK_THROWS_AS(embedded::file_named(embedded::models(), "no.bin"), std::logic_error);
}

// SPDX-License-Identifier: Apache-2.0
// Documents of another data model are refused.
#include <catch2/catch.hpp>
#include <string>

#include "dossier/error.h"
#include "dossier/ingest.h"
#include "tests/unit/extract/scratch_base.h"

using namespace dossier;

TEST_CASE("documents are not added to those of another data model", "[ingest]") {
  test::ScratchBase base;
  const std::string text = "News\n\nAnna Berg visited Lima.\n";
  (*base).update("INSERT DATA { GRAPH doc:old { doc:old a k:Document } }");
  const auto refused = [](const Error& error) {
    return error.code() == ErrorCode::unsupported &&
           std::string(error.what()).find("read them again") != std::string::npos;
  };
  CHECK_THROWS_MATCHES(ingest_text(*base, text, "news.txt"), Error,
                       Catch::Matchers::Predicate<Error>(refused));
  CHECK_THROWS_AS(ingest_all(*base, {"news.txt"}, {}, {}), Error);
  CHECK(documents(*base).size() == 1);

  // Whatever else is stored is no matter.
  (*base).update("CLEAR GRAPH doc:old ; INSERT DATA { e:a r:meet e:b }");
  CHECK(ingest_text(*base, text, "news.txt").outcome == IngestReport::Outcome::added);
  CHECK(ingest_text(*base, text, "more.txt").outcome == IngestReport::Outcome::added);
}

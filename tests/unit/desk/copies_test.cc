// SPDX-License-Identifier: Apache-2.0
// Documents of the same bytes count once.
#include <catch2/catch.hpp>

#include "dossier/ingest.h"
#include "dossier/timeline_view.h"
#include "dossier/views.h"
#include "tests/unit/engine/temporary_base.h"

using namespace dossier;

TEST_CASE("a copy of a document does not count") {
  const std::string text =
      "Lake talks begin\n\nBERGEN, 3 May 2024 - Anna Keller left for Kampala.\n";
  TemporaryBase kb;
  const std::vector<IngestSource> files = {{"a.txt", "a/talk.txt", {}, text},
                                           {"b.txt", "b/copy.txt", {}, text}};
  ingest_sources(*kb, files, {}, {.done = [](const IngestOutcome&) { return true; }});
  REQUIRE(documents(*kb).size() == 2);
  const Term keller = Term::iri("urn:dossier:entity:Anna_Keller");
  const EntityView card = entity_view(*kb, {.entity = keller});
  CHECK(card.documents.size() == 1);
  CHECK(card.sentences == 1);
  const TimelineView timeline = timeline_view(*kb, keller, 10, {});
  REQUIRE(timeline.mentions.size() == 1);
  CHECK(timeline.mentions[0].sentences == 1);
  // Without the document that it copies it counts again.
  REQUIRE(forget(*kb, Term::iri("urn:dossier:document:a/talk")));
  CHECK(entity_view(*kb, {.entity = keller}).sentences == 1);
}

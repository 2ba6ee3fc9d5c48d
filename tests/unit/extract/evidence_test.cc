// SPDX-License-Identifier: Apache-2.0
#include "dossier/evidence.h"

#include <catch2/catch.hpp>

#include "dossier/ingest.h"
#include "extract/text/unicode.h"
#include "tests/unit/extract/scratch_base.h"

using namespace dossier;

namespace {

const char* const kInterview =
    "3 May 2021\n\nInterview with Foreign Minister Carl Lund\n\n"
    "Question: Did you visit Nairobi?\n\n"
    "Carl Lund: I visited Nairobi – “twice” – and I met Anna Berg. The treaty was signed in "
    "Oslo.\n";

Term entity(const std::string& name) { return Term::iri("urn:dossier:entity:" + name); }
Term relation(const std::string& name) { return Term::iri("urn:dossier:relation:" + name); }

std::vector<std::string> marked(const Evidence& evidence) {
  const std::u32string text = extract::to_code_points(evidence.text);
  std::vector<std::string> words;
  for (const auto& [begin, end] : evidence.spans)
    words.push_back(extract::to_utf8(text.substr(begin, end - begin)));
  return words;
}

}  // namespace

TEST_CASE("a fact's evidence is its sentences, spans marked", "[evidence]") {
  test::ScratchBase base;
  const IngestReport report = ingest_text(*base, kInterview, "interview.txt");
  const std::vector<Evidence> found =
      evidence_of(*base, entity("Carl_Lund"), relation("visit"), entity("Nairobi"));
  REQUIRE(found.size() == 2);

  CHECK(found[0].speaker == "Question");
  CHECK(found[0].modality == "asked");
  CHECK(found[0].attributed_to.empty());
  CHECK(found[0].asserted);  // by the answer

  const Evidence& answer = found[1];
  CHECK(answer.document == report.document);
  CHECK(answer.date == "2021-05-03");
  CHECK(answer.speaker == "Carl Lund");
  CHECK(answer.attributed_to == "Carl Lund");
  CHECK(answer.modality.empty());
  CHECK(answer.polarity.empty());
  REQUIRE(answer.confidence);
  CHECK(*answer.confidence > 0.5);
  CHECK(marked(answer) == std::vector<std::string>{"I", "visited", "Nairobi"});
}

TEST_CASE("parts of a fact may be left open", "[evidence]") {
  test::ScratchBase base;
  ingest_text(*base, kInterview, "interview.txt");
  CHECK(evidence_of(*base, std::nullopt, relation("visit"), std::nullopt).size() == 2);
  CHECK(evidence_of(*base, std::nullopt, relation("meet"), entity("Anna_Berg")).size() == 1);
  CHECK(evidence_of(*base, entity("Carl_Lund"), std::nullopt, std::nullopt).size() >= 3);
  CHECK(evidence_of(*base, std::nullopt, relation("eat"), std::nullopt).empty());
  CHECK(evidence_of(*base, entity("Nobody"), relation("visit"), entity("Nairobi")).empty());
}

TEST_CASE("entities are found by label and other names", "[evidence]") {
  test::ScratchBase base;
  ingest_text(*base, "News\n\nThe Northern Fishery Council (NFC) left Lima.\n", "news.txt");
  const std::vector<Term> council{entity("Northern_Fishery_Council")};
  CHECK(entities_named(*base, "Northern Fishery Council") == council);
  CHECK(entities_named(*base, "NFC") == council);
  CHECK(entities_named(*base, "nfc").empty());
}

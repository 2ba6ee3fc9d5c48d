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

TEST_CASE("a name that occurs twice is marked where the fact has it", "[evidence]") {
  test::ScratchBase base;
  ingest_text(*base, "Visits\n\nBerg met Lund, and in Oslo the mayor praised Lund.\n",
              "visits.txt");
  const std::vector<Evidence> found =
      evidence_of(*base, std::nullopt, relation("meet"), std::nullopt);
  REQUIRE(found.size() == 1);
  CHECK(marked(found[0]) == std::vector<std::string>{"Berg", "met", "Lund"});
  CHECK(found[0].spans.back().first == 9);
  const std::vector<Evidence> praise =
      evidence_of(*base, std::nullopt, relation("praise"), std::nullopt);
  REQUIRE(praise.size() == 1);
  CHECK(praise[0].spans.back().first == 45);
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

TEST_CASE("evidence comes in pages of one order", "[evidence]") {
  test::ScratchBase base;
  for (const char* name : {"b.txt", "a.txt"})
    ingest_text(*base, "Port news\n\nAnna Berg visited Oslo. Anna Berg visited Oslo again.\n",
                name);
  const FactPattern visits{.predicate = relation("visit")};
  const std::vector<Evidence> all = evidence_of(*base, visits, {});
  REQUIRE(all.size() == 4);
  for (std::size_t offset = 0; offset < 6; ++offset) {
    INFO(offset);
    const std::vector<Evidence> page = evidence_of(*base, visits, {.offset = offset, .limit = 2});
    REQUIRE(page.size() == std::min<std::size_t>(2, 4 - std::min<std::size_t>(offset, 4)));
    for (std::size_t i = 0; i < page.size(); ++i) {
      CHECK(page[i].document == all[offset + i].document);
      CHECK(page[i].text == all[offset + i].text);
    }
  }
  CHECK(all.front().document == Term::iri("urn:dossier:document:a"));
  CHECK(all.front().source_file == "a.txt");
  CHECK(all.front().begin == 11);
  CHECK(all.front().end == all.front().begin + all.front().text.size());
  EvidenceOptions options;
  options.cancellation.cancel();
  CHECK_THROWS_AS(evidence_of(*base, visits, options), Error);
}

TEST_CASE("the date of a birth is marked where it stands", "[evidence]") {
  test::ScratchBase base;
  ingest_text(*base, "Anna Berg was born on 3 May 1961 in Oslo.\n", "life.txt");
  const Term date = Term::typed("1961-05-03", "http://www.w3.org/2001/XMLSchema#date");
  const std::vector<Evidence> found =
      evidence_of(*base, entity("Anna_Berg"), Term::iri("https://schema.org/birthDate"), date);
  REQUIRE(found.size() == 1);
  CHECK(marked(found[0]) == std::vector<std::string>{"Anna Berg", "was born", "3 May 1961"});
}

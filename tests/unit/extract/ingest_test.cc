// SPDX-License-Identifier: Apache-2.0
#include "dossier/ingest.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>
#include <thread>

#include "dossier/evidence.h"
#include "storage/store.h"
#include "tests/unit/extract/scratch_base.h"

using namespace dossier;
using Outcome = IngestReport::Outcome;

namespace {

const char* const kReport =
    "3 May 2021\n\nHarbour opened\n\n"
    "President Carl Lund opened the harbour. He did not visit Kampala.\n";
const char* const kOther =
    "Other news\n\nCarl Lund visited Nairobi. The mayor praised Carl Lund.\n";

Term entity(const std::string& name) { return Term::iri("urn:dossier:entity:" + name); }
Term relation(const std::string& name) { return Term::iri("urn:dossier:relation:" + name); }

bool asserted(const KnowledgeBase& kb, const Term& s, const Term& p, const Term& o) {
  const std::vector<Evidence> found = evidence_of(kb, s, p, o);
  return std::any_of(found.begin(), found.end(), [](const Evidence& e) { return e.asserted; });
}

}  // namespace

TEST_CASE("ingesting the same bytes again changes nothing", "[ingest]") {
  test::ScratchBase base;
  const IngestReport first = ingest_text(*base, kReport, "report.txt");
  CHECK(first.outcome == Outcome::added);
  CHECK(first.sentences == 3);
  CHECK(first.facts >= 3);
  const std::size_t quads = base.quads();
  const IngestReport again = ingest_text(*base, kReport, "report.txt");
  CHECK(again.outcome == Outcome::unchanged);
  CHECK(again.document == first.document);
  CHECK(again.facts == first.facts);
  CHECK(base.quads() == quads);
}

TEST_CASE("other bytes replace the document's graph as a whole", "[ingest]") {
  test::ScratchBase base;
  ingest_text(*base, kReport, "report.txt");
  ingest_text(*base, kOther, "other.txt");
  const Term harbour = Term::iri("urn:dossier:document:report#x1");
  CHECK(asserted(*base, entity("Carl_Lund"), relation("open"), harbour));
  const IngestReport changed =
      ingest_text(*base, "Harbour closed\n\nCarl Lund closed the harbour.\n", "report.txt");
  CHECK(changed.outcome == Outcome::replaced);
  CHECK_FALSE(asserted(*base, entity("Carl_Lund"), relation("open"), harbour));
  CHECK(asserted(*base, entity("Carl_Lund"), relation("close"), harbour));
  CHECK(asserted(*base, entity("Carl_Lund"), relation("visit"), entity("Nairobi")));
  CHECK(documents(*base).size() == 2);
}

TEST_CASE("forgetting drops a document's graph and nothing else", "[ingest]") {
  test::ScratchBase base;
  ingest_text(*base, kOther, "other.txt");
  const std::size_t before = base.quads();
  const IngestReport report = ingest_text(*base, kReport, "report.txt");
  CHECK(forget(*base, report.document));
  CHECK(base.quads() == before);
  CHECK_FALSE(forget(*base, report.document));
  CHECK_FALSE(forget(*base, entity("Carl_Lund")));
}

TEST_CASE("a fuller name becomes the label, and goes with its document", "[ingest]") {
  test::ScratchBase base;
  ingest_text(*base, "First\n\nNFC Director Ms Berg visited Lima.\n", "first.txt");
  const IngestReport fuller =
      ingest_text(*base, "Second\n\nNFC Director Anna Berg visited Oslo.\n", "second.txt");
  CHECK(entities_named(*base, "Anna Berg") == std::vector<Term>{entity("Berg")});
  CHECK(entities_named(*base, "Berg") == std::vector<Term>{entity("Berg")});
  forget(*base, fuller.document);
  CHECK(entities_named(*base, "Anna Berg").empty());
  REQUIRE(entities_named(*base, "Berg").size() == 1);
  bool labelled = false;
  (*base).dump([&](const Quad& quad) {
    labelled = labelled || (quad.subject == entity("Berg") &&
                            quad.predicate.value() == "http://www.w3.org/2000/01/rdf-schema#label");
  });
  CHECK(labelled);
}

TEST_CASE("documents are listed with their metadata", "[ingest]") {
  test::ScratchBase base;
  ingest_text(*base, kOther, "other.txt");
  ingest_text(*base, kReport, "folder/report.txt");
  const std::vector<DocumentSummary> list = documents(*base);
  REQUIRE(list.size() == 2);
  CHECK(list[0].date.empty());
  CHECK(list[1].date == "2021-05-03");
  CHECK(list[1].headline == "Harbour opened");
  CHECK(list[1].source_file == "report.txt");
  CHECK(list[1].sentences == 3);
  CHECK(list[1].facts >= 3);
}

TEST_CASE("what cannot be read leaves nothing behind", "[ingest]") {
  test::ScratchBase base;
  CHECK_THROWS_AS(ingest(*base, "/nonexistent/file.txt"), Error);
  CHECK_THROWS_AS(ingest_text(*base, std::string_view("\0\1\2\0\0\3", 6), "binary.txt"), Error);
  CHECK_THROWS_AS(ingest_text(*base, "", "empty.txt"), Error);
  CHECK(base.quads() == 0);
}

TEST_CASE("a killed ingest leaves all of a document or nothing", "[ingest]") {
  const storage::TempDir directory;
  const std::string path = directory / "kb";
  std::string text = "Long report\n\n";
  for (int i = 0; i < 150; ++i)
    text += "Engineer Carl Lund repaired bridge " + std::to_string(i) + ". He visited Nairobi.\n\n";
  for (const int wait : {5, 20, 60, 120, 250}) {
    const pid_t child = ::fork();
    if (child == 0) {
      KnowledgeBase kb = KnowledgeBase::open(path);
      for (int i = 0;; ++i) ingest_text(kb, text, "report" + std::to_string(i) + ".txt");
    }
    REQUIRE(child > 0);
    std::this_thread::sleep_for(std::chrono::milliseconds(wait));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    KnowledgeBase kb = KnowledgeBase::open(path);
    CHECK(kb.store().check().empty());
    for (const DocumentSummary& document : documents(kb)) CHECK(document.sentences == 301);
  }
}

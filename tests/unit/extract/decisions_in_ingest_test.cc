// SPDX-License-Identifier: Apache-2.0
// Decisions of users while documents are ingested.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "dossier/entities.h"
#include "dossier/evidence.h"
#include "dossier/ingest.h"
#include "extract/corrections/decisions.h"
#include "storage/store.h"
#include "tests/unit/extract/scratch_base.h"

using namespace dossier;

namespace {

constexpr const char* kDate = "2021-05-03T12:00:00Z";

Term entity(const std::string& name) { return Term::iri("urn:dossier:entity:" + name); }
Term relation(const std::string& name) { return Term::iri("urn:dossier:relation:" + name); }

class Folder {
 public:
  std::string write(const std::string& name, const std::string& text) {
    const std::filesystem::path path = directory_ / name;
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
  }

 private:
  storage::TempDir directory_;
};

/// A sentence about each of three people, named alike in every document.
std::string about_people(const std::string& place) {
  return "Report\n\nAnna Berg visited " + place + ". Carl Lund visited " + place +
         ". Mia Holm visited " + place + ".\n";
}

}  // namespace

TEST_CASE("what another writer decides during an ingest holds for the next document", "[ingest]") {
  Folder folder;
  std::vector<std::string> paths;
  for (const char* place : {"Oslo", "Lima", "Quito", "Nairobi"})
    paths.push_back(folder.write(std::string(place) + ".txt", about_people(place)));
  test::ScratchBase base;
  const auto visits = [&](const std::string& who, const std::string& place) {
    return !evidence_of(*base, entity(who), relation("visit"), entity(place)).empty();
  };
  std::size_t done = 0;
  ingest_all(*base, paths, {}, {.done = [&](const IngestOutcome&) {
    ++done;
    if (done == 2) CHECK_FALSE(visits("Carl_Lund", "Lima"));
    if (done == 3) CHECK(visits("Carl_Lund", "Quito"));
    if (done == 3) CHECK_FALSE(visits("Mia_Holm", "Quito"));
    if (done == 1) merge_entities(*base, entity("Anna_Berg"), entity("Carl_Lund"), kDate);
    // Another decision of the same number.
    if (done == 2) undo_decision(*base, 1);
    if (done == 2) merge_entities(*base, entity("Anna_Berg"), entity("Mia_Holm"), kDate);
    if (done == 3) undo_decision(*base, 1);
    return true;
  }});
  REQUIRE(done == 4);
  // All is undone: every document says what it said.
  for (const char* place : {"Oslo", "Lima", "Quito", "Nairobi"})
    for (const char* who : {"Anna_Berg", "Carl_Lund", "Mia_Holm"}) CHECK(visits(who, place));
  merge_entities(*base, entity("Anna_Berg"), entity("Carl_Lund"), kDate);
  ingest(*base, folder.write("Suva.txt", about_people("Suva")));
  CHECK(visits("Anna_Berg", "Suva"));
  CHECK_FALSE(visits("Carl_Lund", "Suva"));
  CHECK(visits("Mia_Holm", "Suva"));
}

TEST_CASE("decisions are read again only when they have changed", "[ingest]") {
  Folder folder;
  test::ScratchBase base;
  extract::DecisionReader reader;
  const auto read = [&]() -> const extract::Decisions& {
    return reader.in(extract::GraphReader((*base).store().snapshot()));
  };
  ingest(*base, folder.write("Oslo.txt", about_people("Oslo")));
  CHECK(read().empty());
  CHECK(reader.readings() == 0);
  merge_entities(*base, entity("Anna_Berg"), entity("Carl_Lund"), kDate);
  REQUIRE(read().all().size() == 1);
  ingest(*base, folder.write("Lima.txt", about_people("Lima")));
  CHECK(read().all().front().other == entity("Carl_Lund"));
  CHECK(reader.readings() == 1);
  undo_decision(*base, 1);
  merge_entities(*base, entity("Anna_Berg"), entity("Mia_Holm"), kDate);
  CHECK(read().all().front().other == entity("Mia_Holm"));
  CHECK(reader.readings() == 2);
  undo_decision(*base, 1);
  CHECK(read().empty());
}

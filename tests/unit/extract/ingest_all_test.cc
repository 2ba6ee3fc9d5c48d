// SPDX-License-Identifier: Apache-2.0
// Many documents at once: the same knowledge base for any number of jobs, and whatever happens.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <future>

#include "dossier/evidence.h"
#include "dossier/ingest.h"
#include "tests/unit/extract/scratch_base.h"

using namespace dossier;
using Outcome = IngestReport::Outcome;

namespace {

namespace fs = std::filesystem;

Term entity(const std::string& name) { return Term::iri("urn:dossier:entity:" + name); }
Term relation(const std::string& name) { return Term::iri("urn:dossier:relation:" + name); }

class Folder {
 public:
  std::string write(const std::string& name, const std::string& text) {
    const fs::path path = fs::path(directory_ / name);
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
  }

 private:
  storage::TempDir directory_;
};

/// Names come full and short, in this order and in that, so that who comes first matters.
std::vector<std::string> written(Folder& folder) {
  std::vector<std::string> paths;
  for (int i = 0; i < 30; ++i) {
    const std::string who = i % 3 == 0 ? "Anna Berg" : "NFC Director Ms Berg";
    std::string text = "Report\n\n" + who + " visited Oslo. Carl Lund met Ms Berg.\n";
    for (int more = 0; more < i % 7; ++more) text += "\nThe mayor praised Carl Lund.\n";
    paths.push_back(folder.write("d" + std::to_string(i) + ".txt", text));
  }
  return paths;
}

std::vector<Quad> quads(KnowledgeBase& kb) {
  std::vector<Quad> all;
  kb.dump([&](const Quad& quad) { all.push_back(quad); });
  return all;
}

struct Run {
  std::vector<IngestOutcome> outcomes;

  explicit Run(KnowledgeBase& kb, const std::vector<std::string>& paths, std::size_t jobs = 3,
               std::size_t stop_after = 1000) {
    IngestOptions options;
    options.jobs = jobs;
    options.pdf_program = DOSSIER_PDF_PROGRAM;
    ingest_all(kb, paths, options, {.done = [&](const IngestOutcome& outcome) {
                 outcomes.push_back(outcome);
                 return outcomes.size() < stop_after;
               }});
  }
};

}  // namespace

TEST_CASE("any number of jobs makes the same knowledge base", "[ingest]") {
  Folder folder;
  const std::vector<std::string> paths = written(folder);
  test::ScratchBase one;
  for (const std::string& path : paths) ingest(*one, path);
  const std::vector<Quad> expected = quads(*one);
  for (const std::size_t jobs : {1U, 2U, 7U}) {
    INFO(jobs);
    test::ScratchBase many;
    const Run run(*many, paths, jobs);
    CHECK(run.outcomes.size() == paths.size());
    for (std::size_t i = 0; i < run.outcomes.size(); ++i) CHECK(run.outcomes[i].path == paths[i]);
    CHECK((quads(*many) == expected));
  }
}

TEST_CASE("a bad document is told and the others are written", "[ingest][pdf]") {
  Folder folder;
  const std::vector<std::string> paths = {
      folder.write("a.txt", "Carl Lund visited Oslo.\n"), folder.write("b.pdf", "%PDF-1.4 no more"),
      "/nowhere/c.txt", folder.write("d.txt", "Carl Lund visited Lima.\n")};
  test::ScratchBase base;
  const Run run(*base, paths);
  REQUIRE(run.outcomes.size() == 4);
  CHECK(run.outcomes[0].report);
  CHECK(std::string(run.outcomes[1].error->what()) == "b.pdf: the PDF is damaged");
  CHECK(std::string(run.outcomes[2].error->what()) == "there is no file /nowhere/c.txt");
  CHECK(run.outcomes[3].report);
  CHECK(documents(*base).size() == 2);
}

TEST_CASE("who stops has what was told, whole, and can go on", "[ingest]") {
  Folder folder;
  const std::vector<std::string> paths = written(folder);
  test::ScratchBase whole;
  Run(*whole, paths);
  test::ScratchBase base;
  CHECK(Run(*base, paths, 3, 5).outcomes.size() == 5);
  CHECK(documents(*base).size() == 5);
  const Run rest(*base, paths);
  CHECK(rest.outcomes[4].report->outcome == Outcome::unchanged);
  CHECK(rest.outcomes[5].report->outcome == Outcome::added);
  CHECK((quads(*base) == quads(*whole)));
}

TEST_CASE("a cancelled ingest ends with an error and keeps what it reported", "[ingest]") {
  Folder folder;
  const std::vector<std::string> paths = written(folder);
  test::ScratchBase base;
  IngestOptions options;
  options.jobs = 2;
  std::size_t done = 0;
  try {
    ingest_all(*base, paths, options, {.done = [&](const IngestOutcome&) {
      if (++done == 3) options.cancellation.cancel();
      return true;
    }});
    FAIL("it was not cancelled");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::cancelled);
  }
  CHECK(done == 3);
  CHECK(documents(*base).size() == 3);
}

TEST_CASE("a document whose time is over does not stop the others", "[ingest]") {
  Folder folder;
  test::ScratchBase base;
  IngestOptions options;
  options.timeout = std::chrono::milliseconds(0);
  std::vector<ErrorCode> codes;
  ingest_all(*base, {folder.write("a.txt", "Carl Lund visited Oslo.\n"), "/nowhere/b.txt"}, options,
             {.done = [&](const IngestOutcome& outcome) {
               codes.push_back(outcome.error ? outcome.error->code() : ErrorCode::usage);
               return true;
             }});
  CHECK((codes == std::vector<ErrorCode>{ErrorCode::timeout, ErrorCode::input}));
}

TEST_CASE("of two files of one name the later one counts, known before or not", "[ingest]") {
  Folder folder;
  const std::string first = folder.write("one/x.txt", "Carl Lund visited Oslo.\n");
  const std::string second = folder.write("two/x.txt", "Carl Lund visited Lima.\n");
  test::ScratchBase base;
  Run(*base, {first});
  // `first` is found unchanged while `second` is not yet written.
  const Run run(*base, {second, first});
  CHECK(run.outcomes[0].report->outcome == Outcome::replaced);
  CHECK(run.outcomes[1].report->outcome == Outcome::replaced);
  CHECK(evidence_of(*base, entity("Carl_Lund"), relation("visit"), entity("Oslo")).size() == 1);
  CHECK(evidence_of(*base, entity("Carl_Lund"), relation("visit"), entity("Lima")).empty());
}

TEST_CASE("each document that states a fact keeps its evidence", "[ingest]") {
  Folder folder;
  std::vector<std::string> paths;
  for (const std::string form : {"Carl Lund visited Oslo.", "Oslo was visited by Carl Lund.",
                                 "On Monday Carl Lund visited Oslo."})
    paths.push_back(folder.write("d" + std::to_string(paths.size()) + ".txt", form + "\n"));
  test::ScratchBase base;
  const Run run(*base, paths);
  const auto evidence = [&] {
    return evidence_of(*base, entity("Carl_Lund"), relation("visit"), entity("Oslo"));
  };
  CHECK(evidence().size() == 3);
  CHECK(forget(*base, run.outcomes[1].report->document));
  CHECK(evidence().size() == 2);
}

TEST_CASE("waiting for another writer ends by the observer or the cancellation", "[ingest]") {
  Folder folder;
  const std::vector<std::string> paths = {folder.write("a.txt", "Carl Lund visited Oslo.\n")};
  test::ScratchBase base;
  {
    const Transaction other = std::async(std::launch::async, [&] { return (*base).begin(); }).get();
    const auto never = [](const IngestOutcome&) {
      FAIL("a document was written");
      return false;
    };
    IngestOptions options;
    ingest_all(*base, paths, options, {.done = never, .waiting = [] { return false; }});
    ingest_all(*base, paths, options,
               {.done = never, .waiting = [looks = 0]() mutable { return ++looks < 20; }});
    options.cancellation.cancel();
    CHECK_THROWS_AS(ingest_all(*base, paths, options, {.done = never}), Error);
  }
  CHECK(Run(*base, paths).outcomes.size() == 1);
}

TEST_CASE("a thread that holds a transaction cannot ingest", "[ingest]") {
  test::ScratchBase base;
  const Transaction transaction = (*base).begin();
  CHECK_THROWS_WITH(ingest_text(*base, "Carl Lund visited Oslo.", "a.txt"),
                    Catch::Contains("this thread has a transaction already"));
}

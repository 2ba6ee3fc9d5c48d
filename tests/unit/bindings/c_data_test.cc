// SPDX-License-Identifier: Apache-2.0
// The C interface as a C program would use it: queries that are kept, changes, documents, RDF.

#include <catch2/catch.hpp>
#include <cstdint>
#include <fstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "tests/unit/bindings/c_base.h"

using dossier::c_test::Base;

TEST_CASE("parameters, prepared and saved queries", "[c]") {
  Base base;
  base.update(
      "INSERT DATA { e:Oslo rdfs:label \"Oslo\" . e:Kim r:visit e:Oslo . e:Lee r:visit e:Rome }");
  const char* question = "SELECT ?who { ?who r:visit ?place }";
  dossier_options* options = dossier_options_new();

  SECTION("prepared") {
    dossier_prepared* prepared = dossier_prepare(base.kb, question, nullptr, &base.error);
    REQUIRE(prepared != nullptr);
    for (const auto& [place, who] : {std::pair("e:Oslo", "urn:dossier:entity:Kim"),
                                     std::pair("e:Rome", "urn:dossier:entity:Lee")}) {
      CHECK(dossier_options_set_parameter(options, "place", place, &base.error) == 0);
      dossier_result* rows = dossier_prepared_run(prepared, options, &base.error);
      REQUIRE(rows != nullptr);
      CHECK(dossier_next(rows, &base.error) == 1);
      CHECK(std::string(dossier_text(rows, 0)) == who);
      CHECK(dossier_next(rows, &base.error) == 0);
      dossier_result_free(rows);
    }
    dossier_prepared_free(prepared);
  }
  SECTION("saved: a name is resolved, what is missing is refused") {
    const std::string text = "# @param place entity The place visited\n" + std::string(question);
    CHECK(dossier_save_query(base.kb, "visits", text.c_str(), "Who was where", &base.error) == 0);
    const dossier_parameter oslo = {"place", "Oslo"};
    dossier_result* rows = dossier_run_saved(base.kb, "visits", &oslo, 1, nullptr, &base.error);
    REQUIRE(rows != nullptr);
    CHECK(dossier_next(rows, &base.error) == 1);
    CHECK(std::string(dossier_value(rows, 0)) == "<urn:dossier:entity:Kim>");
    dossier_result_free(rows);
    CHECK(dossier_run_saved(base.kb, "visits", nullptr, 0, nullptr, &base.error) == nullptr);
    CHECK(base.failure() == DOSSIER_USAGE);
    CHECK(base.message.find("place") != std::string::npos);
    char* kept = dossier_saved_query(base.kb, "visits", &base.error);
    CHECK(std::string(kept) == text);
    dossier_free(kept);
    CHECK(dossier_saved_query(base.kb, "nothing", &base.error) == nullptr);
    CHECK(base.failure() == DOSSIER_INPUT);
  }
  SECTION("a result as JSON") {
    dossier_result* rows = dossier_query(base.kb, "ASK { e:Kim r:visit e:Oslo }", &base.error);
    std::size_t length = 0;
    char* json = dossier_result_write(rows, "json", &length, &base.error);
    REQUIRE(json != nullptr);
    CHECK(std::string(json, length).find("\"boolean\":true") != std::string::npos);
    dossier_free(json);
    CHECK(dossier_result_write(rows, "papyrus", nullptr, &base.error) == nullptr);
    CHECK(base.failure() == DOSSIER_USAGE);
    dossier_result_free(rows);
  }
  dossier_options_free(options);
}

TEST_CASE("transactions commit, roll back and do not wait for themselves", "[c]") {
  Base base;
  dossier_transaction* transaction = dossier_begin(base.kb, nullptr, &base.error);
  REQUIRE(transaction != nullptr);
  CHECK(dossier_insert(transaction, "e:a", "r:b", "\"c\"@en", "<http://e/g>", &base.error) == 0);
  CHECK(dossier_insert(transaction, "\"a\"", "r:b", "e:c", nullptr, &base.error) == -1);
  CHECK(base.failure() == DOSSIER_USAGE);
  CHECK(dossier_begin(base.kb, nullptr, &base.error) == nullptr);
  CHECK(base.failure() == DOSSIER_USAGE);
  std::thread([&] {
    dossier_transaction* other = nullptr;
    CHECK(dossier_try_begin(base.kb, &other, &base.error) == 0);
    CHECK(other == nullptr);
  }).join();
  CHECK(dossier_commit(transaction, &base.error) == 0);
  CHECK(dossier_commit(transaction, &base.error) == -1);
  CHECK(base.failure() == DOSSIER_USAGE);
  dossier_transaction_free(transaction);

  CHECK(dossier_try_begin(base.kb, &transaction, &base.error) == 1);
  CHECK(dossier_erase(transaction, "e:a", "r:b", "\"c\"@en", "<http://e/g>", &base.error) == 0);
  dossier_transaction_free(transaction);
  dossier_statistics statistics;
  CHECK(dossier_get_statistics(base.kb, &statistics, &base.error) == 0);
  CHECK(statistics.quads == 1);
  CHECK(statistics.named_graphs == 1);
}

namespace {

void write(const dossier::c_test::fs::path& path, const std::string& text) {
  dossier::c_test::fs::create_directories(path.parent_path());
  std::ofstream(path) << text;
}

struct Told {
  std::vector<std::string> paths;
  std::string error;
};

int tell(const dossier_ingest_outcome* outcome, void* context) {
  Told& told = *static_cast<Told*>(context);
  told.paths.emplace_back(outcome->path);
  if (outcome->error != nullptr) told.error = outcome->error;
  return told.paths.size() == 4 ? 1 : 0;
}

}  // namespace

TEST_CASE("folders and the documents inside files go in by one call", "[c]") {
  Base base;
  const std::string folder = (base.folder / "papers").string();
  write(folder + "/a/note.txt", "The visit\n\nAnna Berg visited Oslo.\n");
  write(folder + "/calls.csv", "by,said\nAnna Berg,Carl Lund visited Quito.\n");
  write(folder + "/draft.txt", "Carl Lund visited Lima.\n");
  const std::string missing = folder + "/missing.txt";
  dossier_options* options = dossier_options_new();
  CHECK(dossier_options_set_recursive(options, 1) == 0);
  CHECK(dossier_options_add_exclude(options, "draft*") == 0);
  CHECK(dossier_options_set_columns(options, "said", nullptr, "by", nullptr) == 0);
  CHECK(dossier_options_set_document_language(options, "en") == 0);
  CHECK(dossier_options_set_jobs(options, 1) == 0);
  Told told;
  const char* paths[] = {folder.c_str(), missing.c_str()};
  CHECK(dossier_ingest_all(base.kb, paths, 2, options, tell, &told, &base.error) == 1);
  REQUIRE(told.paths.size() == 3);
  CHECK(told.paths[0] == folder + "/a/note.txt");
  CHECK(told.paths[1].starts_with(folder + "/calls.csv/"));
  CHECK(told.error.find("missing.txt") != std::string::npos);
  // A folder without documents is reported like a file that cannot be read.
  CHECK(dossier_options_add_exclude(options, "*") == 0);
  CHECK(dossier_ingest_all(base.kb, paths, 1, options, tell, &told, &base.error) == 1);
  CHECK(told.error.find("has no documents") != std::string::npos);
  CHECK(dossier_ingest_all(base.kb, nullptr, 1, options, nullptr, nullptr, &base.error) == -1);
  CHECK(base.failure() == DOSSIER_USAGE);
  dossier_options_free(options);
}

TEST_CASE("a document goes in, its evidence comes out", "[c]") {
  Base base;
  const std::string text =
      "The visit\n\nLast week Anna Berg visited Oslo. She met Karl Lund there.\n";
  dossier_ingest_report report;
  REQUIRE(dossier_ingest_text(base.kb, text.data(), text.size(), "visit.txt", nullptr, &report,
                              &base.error) == 0);
  CHECK(report.outcome == DOSSIER_ADDED);
  CHECK(report.facts > 0);
  dossier_evidence* evidence =
      dossier_evidence_of(base.kb, "e:Anna_Berg", "r:visit", nullptr, 0, &base.error);
  REQUIRE(dossier_evidence_count(evidence) == 1);
  dossier_evidence_item item;
  REQUIRE(dossier_evidence_get(evidence, 0, &item) == 1);
  CHECK(std::string(item.object) == "<urn:dossier:entity:Oslo>");
  CHECK(std::string(item.text) == "Last week Anna Berg visited Oslo.");
  CHECK(item.asserted == 1);
  CHECK(dossier_evidence_get(evidence, 1, &item) == 0);
  dossier_evidence_free(evidence);
  CHECK(dossier_ingest_text(base.kb, text.data(), text.size(), "visit.txt", nullptr, &report,
                            &base.error) == 0);
  CHECK(report.outcome == DOSSIER_UNCHANGED);
  CHECK(dossier_forget(base.kb, "doc:visit", &base.error) == 1);
  CHECK(dossier_forget(base.kb, "doc:visit", &base.error) == 0);
  CHECK(dossier_ingest(base.kb, "/nowhere/file.txt", nullptr, nullptr, &base.error) == -1);
  CHECK(base.failure() == DOSSIER_INPUT);
}

namespace {
int append(const char* bytes, std::size_t length, void* context) {
  static_cast<std::string*>(context)->append(bytes, length);
  return 0;
}
int stop_at_once(const char*, std::size_t, void*) { return 1; }
}  // namespace

TEST_CASE("a dump loads again", "[c]") {
  Base base, copy;
  const std::string text = "<http://e/a> <http://e/b> \"c\" .\n";
  std::uint64_t added = 0;
  CHECK(dossier_load_text(base.kb, text.data(), text.size(), "nt", nullptr, "http://e/g", &added,
                          &base.error) == 0);
  CHECK(added == 1);
  std::string dump;
  CHECK(dossier_dump(base.kb, "nq", append, &dump, &base.error) == 0);
  CHECK(dump == "<http://e/a> <http://e/b> \"c\" <http://e/g> .\n");
  CHECK(dossier_load_text(copy.kb, dump.data(), dump.size(), "nq", nullptr, nullptr, &added,
                          &copy.error) == 0);
  CHECK(added == 1);
  CHECK(dossier_dump(base.kb, "nq", stop_at_once, nullptr, &base.error) == 1);
  CHECK(dossier_load_text(base.kb, text.data(), text.size(), "odt", nullptr, nullptr, nullptr,
                          &base.error) == -1);
  CHECK(base.failure() == DOSSIER_USAGE);
}

TEST_CASE("read-only beside a writer, and results after close", "[c]") {
  Base base;
  base.update("INSERT DATA { e:a r:b 1 }");
  dossier_kb* reader = dossier_open_with(base.path.c_str(), DOSSIER_OPEN_READ_ONLY, 0, &base.error);
  REQUIRE(reader != nullptr);
  CHECK(dossier_update(reader, "INSERT DATA { e:a r:b 2 }", nullptr, nullptr, &base.error) == -1);
  dossier_error_free(base.error);
  base.error = nullptr;
  base.update("INSERT DATA { e:a r:b 2 }");
  CHECK(dossier_refresh(reader, &base.error) == 0);
  dossier_result* rows = dossier_query(reader, "SELECT ?o { e:a r:b ?o }", &base.error);
  dossier_close(reader);
  int count = 0;
  while (dossier_next(rows, &base.error) == 1) ++count;
  CHECK(count == 2);
  dossier_result_free(rows);
  CHECK(dossier_open_with("/nowhere/kb", DOSSIER_OPEN_EXISTING, 0, &base.error) == nullptr);
  CHECK(base.failure() == DOSSIER_STORAGE);
}

// SPDX-License-Identifier: Apache-2.0
// The C interface as a C program would use it: rows, errors, limits.

#include <pthread.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

#include "tests/unit/bindings/c_base.h"

using dossier::c_test::Base;
namespace fs = std::filesystem;

namespace {

/// Three times 300 triples joined with each other: takes far longer than any limit below.
constexpr const char* kLong =
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c + ?f + ?i < 0) }";

void insert_many(Base& base, int count) {
  std::string text = "PREFIX : <http://e/> INSERT DATA {";
  for (int i = 0; i < count; ++i)
    text += " :s" + std::to_string(i) + " :p " + std::to_string(i) + " .";
  base.update((text + "}").c_str());
}

/// How many threads this process has.
std::ptrdiff_t threads_alive() {
  return std::distance(fs::directory_iterator("/proc/self/task"), fs::directory_iterator());
}

}  // namespace

TEST_CASE("the library names its version", "[c]") {
  CHECK(std::string(dossier_version()) == DOSSIER_VERSION);
}

TEST_CASE("rows have kinds, texts, lengths and numbers", "[c]") {
  Base base;
  base.update(
      "PREFIX : <http://e/> INSERT DATA { :a :iri :b ; :int 42 ; :double 1.5e0 ; :bool true ; "
      ":text \"ab\\u0000cd\" ; :tag \"oui\"@fr }");
  dossier_result* rows = dossier_query(
      base.kb,
      "PREFIX : <http://e/> SELECT ?iri ?int ?double ?bool ?text ?tag ?none "
      "{ ?s :iri ?iri ; :int ?int ; :double ?double ; :bool ?bool ; :text ?text ; :tag ?tag "
      "OPTIONAL { ?s :none ?none } }",
      &base.error);
  REQUIRE(rows != nullptr);
  CHECK(dossier_column_count(rows) == 7);
  CHECK(dossier_column_index(rows, "bool") == 3);
  CHECK(dossier_column_index(rows, "nobody") == -1);
  CHECK(dossier_value(rows, 0) == nullptr);
  REQUIRE(dossier_next(rows, &base.error) == 1);

  CHECK(dossier_value_kind(rows, 0) == DOSSIER_IRI);
  CHECK(std::string(dossier_value(rows, 0)) == "<http://e/b>");
  CHECK(dossier_datatype(rows, 0) == nullptr);
  int64_t integer = 0;
  CHECK(dossier_get_int64(rows, 1, &integer) == 1);
  CHECK(integer == 42);
  double number = 0;
  CHECK(dossier_get_double(rows, 2, &number) == 1);
  CHECK(number == 1.5);
  CHECK(dossier_get_int64(rows, 2, &integer) == 0);
  int truth = 0;
  CHECK(dossier_get_boolean(rows, 3, &truth) == 1);
  CHECK(truth == 1);
  std::size_t length = 0;
  const char* text = dossier_text_bytes(rows, 4, &length);
  CHECK(std::string(text, length) == std::string("ab\0cd", 5));
  CHECK(std::string(dossier_language(rows, 5)) == "fr");
  CHECK(dossier_value_kind(rows, 6) == DOSSIER_UNBOUND);
  CHECK(dossier_text(rows, 6) == nullptr);
  CHECK(dossier_value_kind(rows, 7) == DOSSIER_UNBOUND);

  CHECK(dossier_next(rows, &base.error) == 0);
  CHECK(dossier_value(rows, 0) == nullptr);
  dossier_result_free(rows);
}

TEST_CASE("NULL is an error, never a crash", "[c]") {
  Base base;
  CHECK(dossier_open(nullptr, &base.error) == nullptr);
  CHECK(base.failure() == DOSSIER_USAGE);
  CHECK(dossier_query(base.kb, nullptr, &base.error) == nullptr);
  CHECK(base.failure() == DOSSIER_USAGE);
  CHECK(base.message.find("'text'") != std::string::npos);
  CHECK(dossier_query(nullptr, "ASK {}", &base.error) == nullptr);
  CHECK(base.failure() == DOSSIER_USAGE);
  CHECK(dossier_query_with(base.kb, "ASK {}", nullptr, 1, &base.error) == nullptr);
  CHECK(base.failure() == DOSSIER_USAGE);
  CHECK(dossier_update(base.kb, nullptr, nullptr, nullptr, &base.error) == -1);
  CHECK(base.failure() == DOSSIER_USAGE);
  CHECK(dossier_next(nullptr, &base.error) == -1);
  CHECK(base.failure() == DOSSIER_USAGE);
  CHECK(dossier_ingest(base.kb, nullptr, nullptr, nullptr, &base.error) == -1);
  CHECK(base.failure() == DOSSIER_USAGE);
  CHECK(dossier_insert(nullptr, "e:a", "e:b", "e:c", nullptr, &base.error) == -1);
  CHECK(base.failure() == DOSSIER_USAGE);
  CHECK(dossier_query(nullptr, nullptr, nullptr) == nullptr);
  CHECK(dossier_column_count(nullptr) == 0);
  CHECK(dossier_column_name(nullptr, 0) == nullptr);
  CHECK(dossier_value(nullptr, 0) == nullptr);
  CHECK(dossier_options_set_row_limit(nullptr, 1) == -1);
  CHECK(std::string(dossier_error_get_message(nullptr)).empty());
  dossier_cancel(nullptr);
  dossier_result_free(nullptr);
  dossier_prepared_free(nullptr);
  dossier_transaction_free(nullptr);
  dossier_evidence_free(nullptr);
  dossier_options_free(nullptr);
  dossier_cancellation_free(nullptr);
  dossier_error_free(nullptr);
  dossier_free(nullptr);
  dossier_close(nullptr);
}

TEST_CASE("errors have a code, a message and a place", "[c]") {
  Base base;
  CHECK(dossier_query(base.kb, "SELECT *\nWHERE { ?s ?p }", &base.error) == nullptr);
  CHECK(dossier_error_get_line(base.error) == 2);
  CHECK(dossier_error_get_column(base.error) == 15);
  CHECK(base.failure() == DOSSIER_SYNTAX);
}

TEST_CASE("options limit and stop a query", "[c]") {
  Base base;
  insert_many(base, 300);
  dossier_options* options = dossier_options_new();

  SECTION("time") {
    dossier_options_set_timeout_ms(options, 50);
    dossier_result* rows = dossier_query_options(base.kb, kLong, options, &base.error);
    CHECK((rows == nullptr || dossier_next(rows, &base.error) == -1));
    CHECK(base.failure() == DOSSIER_TIMEOUT);
    dossier_result_free(rows);
  }
  SECTION("rows") {
    dossier_options_set_row_limit(options, 7);
    dossier_result* rows =
        dossier_query_options(base.kb, "SELECT * { ?s ?p ?o }", options, &base.error);
    int count = 0;
    while (dossier_next(rows, &base.error) == 1) ++count;
    CHECK(count == 7);
    dossier_result_free(rows);
  }
  SECTION("threads") {
    insert_many(base, 100'000);
    CHECK(dossier_compact(base.kb, &base.error) == 0);
    const auto rows_with = [&](std::size_t threads) {
      CHECK(dossier_options_set_threads(options, threads) == 0);
      dossier_result* rows = dossier_query_options(
          base.kb, "SELECT ?o { ?s ?p ?o } ORDER BY DESC(?o) LIMIT 70000", options, &base.error);
      int count = 0;
      while (dossier_next(rows, &base.error) == 1) ++count;
      dossier_result_free(rows);
      return count;
    };
    CHECK(rows_with(1) == 70'000);
    const std::ptrdiff_t alone = threads_alive();
    CHECK(rows_with(4) == 70'000);
    CHECK(threads_alive() >= alone + 3);  // they wait for the next query
    CHECK(dossier_options_set_threads(nullptr, 1) == -1);
  }
  SECTION("another thread cancels") {
    dossier_cancellation* cancellation = dossier_cancellation_new();
    dossier_options_set_cancellation(options, cancellation);
    std::thread canceller([&] { dossier_cancel(cancellation); });
    dossier_result* rows = dossier_query_options(base.kb, kLong, options, &base.error);
    CHECK((rows == nullptr || dossier_next(rows, &base.error) == -1));
    CHECK(base.failure() == DOSSIER_CANCELLED);
    canceller.join();
    dossier_result_free(rows);
    dossier_cancellation_free(cancellation);
  }
  dossier_options_free(options);
}

TEST_CASE("LOAD reads files of the folders that are allowed", "[c]") {
  Base base;
  dossier_options* options = dossier_options_new();
  const auto load = [&](const fs::path& file) {
    std::ofstream(file) << "<urn:a> <urn:b> <urn:c> .\n";
    const std::string text = "LOAD <file://" + file.string() + ">";
    return dossier_update_options(base.kb, text.c_str(), options, nullptr, nullptr, &base.error);
  };
  fs::create_directory(base.folder / "in");
  CHECK(dossier_options_allow_folder(options, nullptr) == -1);
  CHECK(dossier_options_allow_folder(options, (base.folder / "in").c_str()) == 0);
  CHECK(load(base.folder / "in/a.nt") == 0);
  CHECK(load(base.folder / "out.nt") == -1);
  CHECK(base.failure() == DOSSIER_USAGE);
  dossier_options_free(options);
}

namespace {
dossier_cancellation* signalled = nullptr;
void cancel_on_signal(int) { dossier_cancel(signalled); }
}  // namespace

TEST_CASE("a signal handler may cancel", "[c]") {
  Base base;
  insert_many(base, 300);
  signalled = dossier_cancellation_new();
  dossier_options* options = dossier_options_new();
  dossier_options_set_cancellation(options, signalled);
  const auto before = std::signal(SIGUSR1, cancel_on_signal);
  const pthread_t runner = pthread_self();
  std::thread sender([runner] { pthread_kill(runner, SIGUSR1); });
  dossier_result* rows = dossier_query_options(base.kb, kLong, options, &base.error);
  CHECK((rows == nullptr || dossier_next(rows, &base.error) == -1));
  CHECK(base.failure() == DOSSIER_CANCELLED);
  sender.join();
  std::signal(SIGUSR1, before);
  dossier_result_free(rows);
  dossier_options_free(options);
  dossier_cancellation_free(signalled);
}

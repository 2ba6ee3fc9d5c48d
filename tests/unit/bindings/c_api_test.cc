// SPDX-License-Identifier: Apache-2.0
// The C interface, as a C program would use it.

#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <string>
#include <thread>

#include "dossier/dossier_c.h"

namespace {

namespace fs = std::filesystem;

/// A knowledge base in a directory of its own.
class Base {
 public:
  Base() {
    std::string name = (fs::temp_directory_path() / "dossier_c_XXXXXX").string();
    folder = mkdtemp(name.data());
    path = folder / "kb";
    kb = dossier_open(path.c_str(), &error);
    REQUIRE(kb != nullptr);
  }
  ~Base() {
    dossier_close(kb);
    dossier_error_free(error);
    fs::remove_all(folder);
  }
  void update(const char* text) {
    REQUIRE(dossier_update(kb, text, nullptr, nullptr, &error) == 0);
  }
  /// The code of the last error, which is freed.
  dossier_error_code failure() {
    REQUIRE(error != nullptr);
    const dossier_error_code code = dossier_error_get_code(error);
    message = dossier_error_get_message(error);
    dossier_error_free(error);
    error = nullptr;
    return code;
  }

  fs::path folder, path;
  dossier_kb* kb = nullptr;
  dossier_error* error = nullptr;
  std::string message;
};

constexpr const char* kPrefix = "PREFIX : <http://e/> ";
std::string with_prefix(const std::string& text) { return kPrefix + text; }

/// All pairs of 300 x 300 x 300 rows: takes far longer than any limit below.
constexpr const char* kLong =
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c + ?f + ?i < 0) }";

void insert_many(Base& base, int count) {
  std::string text = "PREFIX : <http://e/> INSERT DATA {";
  for (int i = 0; i < count; ++i)
    text += " :s" + std::to_string(i) + " :p " + std::to_string(i) + " .";
  base.update((text + "}").c_str());
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

TEST_CASE("a document goes in, its evidence comes out", "[c]") {
  Base base;
  const std::string text = "The visit\n\nAnna Berg visited Oslo on 3 May 2021.\n";
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
  CHECK(std::string(item.text) == "Anna Berg visited Oslo on 3 May 2021.");
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

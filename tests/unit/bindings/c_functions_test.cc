// SPDX-License-Identifier: Apache-2.0
// Functions and aggregates in C, and the limits of a handle.
#include <cstdlib>
#include <cstring>
#include <limits>
#include <string>

#include "c_base.h"

using dossier::c_test::Base;

namespace {

struct Counts {
  int states = 0;  ///< made and not freed
  int freed = 0;   ///< contexts
};

/// The number of "4"^^<...>.
long number_of(const char* term) { return std::strtol(term + 1, nullptr, 10); }

void add_up(const char* const* arguments, size_t count, dossier_answer* answer, void*) {
  long sum = 0;
  for (size_t i = 0; i < count; ++i) {
    if (std::strstr(arguments[i], "#integer>") == nullptr) return;  // an error of the expression
    sum += number_of(arguments[i]);
  }
  if (sum == 13) {
    dossier_answer_fail(answer, "thirteen");
    return;
  }
  dossier_answer_set_int64(answer, sum);
}

void free_context(void* context) { ++static_cast<Counts*>(context)->freed; }

struct Longest {
  Counts* counts;
  char text[64];
};

void* start(void* context) {
  auto* state = static_cast<Longest*>(std::calloc(1, sizeof(Longest)));
  state->counts = static_cast<Counts*>(context);
  ++state->counts->states;
  return state;
}
void add(void* state, const char* value, dossier_answer* answer) {
  auto* longest = static_cast<Longest*>(state);
  const size_t length = std::strlen(value);
  if (length >= sizeof longest->text) {
    dossier_answer_fail(answer, "that is too long");
  } else if (length > std::strlen(longest->text)) {
    std::memcpy(longest->text, value, length + 1);
  }
}
void result(void* state, dossier_answer* answer) {
  const auto* longest = static_cast<const Longest*>(state);
  if (longest->text[0] != '\0') dossier_answer_set_term(answer, longest->text);
}
void end(void* state) {
  --static_cast<Longest*>(state)->counts->states;
  std::free(state);
}
size_t bytes(const void*) { return sizeof(Longest); }

const dossier_aggregate kLongest = {start, add, result, end, bytes};

/// The one value of the first row; "" where it is unbound.
std::string value(Base& base, const char* text, const dossier_options* options = nullptr) {
  dossier_result* rows = dossier_query_options(base.kb, text, options, &base.error);
  REQUIRE(rows != nullptr);
  const int there = dossier_next(rows, &base.error);
  const char* found = there == 1 ? dossier_text(rows, 0) : nullptr;
  const std::string copy = there == 1 ? (found != nullptr ? found : "") : "no row";
  dossier_result_free(rows);
  return copy;
}

/// A VALUES block that gives a variable 100 numbers.
std::string numbers(const std::string& variable) {
  std::string values = "VALUES ?" + variable + " {";
  for (int i = 0; i < 100; ++i) values += " " + std::to_string(i);
  return values + " } ";
}

int count(Base& base, dossier_result* rows) {
  REQUIRE(rows != nullptr);
  int count = 0;
  while (dossier_next(rows, &base.error) == 1) ++count;
  dossier_result_free(rows);
  return count;
}

}  // namespace

TEST_CASE("a C function is called in expressions", "[c]") {
  Base base;
  Counts counts;
  REQUIRE(dossier_register_function(base.kb, "urn:f:add", 1, 3, add_up, &counts, free_context,
                                    &base.error) == 0);
  CHECK(value(base, "SELECT (<urn:f:add>(1, 2, 3) AS ?x) {}") == "6");
  CHECK(value(base, "SELECT (<urn:f:add>(\"text\") AS ?x) {}").empty());
  CHECK(value(base, "SELECT (<urn:f:add>(6, 7) AS ?x) {}") == "no row");
  CHECK(base.failure() == DOSSIER_USAGE);
  CHECK(base.message == "<urn:f:add> failed: thirteen");
  CHECK(counts.freed == 0);
  REQUIRE(dossier_register_function(base.kb, "urn:f:add", 1, 1, add_up, nullptr, nullptr,
                                    &base.error) == 0);
  value(base, "SELECT (<urn:f:add>(1) AS ?x) {}");
  CHECK(dossier_register_function(base.kb, "add", 1, 1, add_up, &counts, free_context,
                                  &base.error) == -1);
  CHECK(base.failure() == DOSSIER_USAGE);
  CHECK(dossier_register_function(base.kb, "urn:f", 1, 1, nullptr, nullptr, nullptr, nullptr) ==
        -1);
}

TEST_CASE("the context of a C function is freed once", "[c]") {
  Counts counts;
  {
    Base base;
    REQUIRE(dossier_register_function(base.kb, "urn:f:add", 1, 3, add_up, &counts, free_context,
                                      &base.error) == 0);
    REQUIRE(dossier_register_aggregate(base.kb, "urn:f:longest", &kLongest, &counts, free_context,
                                       &base.error) == 0);
    CHECK(dossier_register_function(base.kb, "add", 1, 1, add_up, &counts, free_context, nullptr) ==
          -1);
    CHECK(counts.freed == 0);
  }
  CHECK(counts.freed == 2);
}

TEST_CASE("a C aggregate gives the value of each group and frees its states", "[c]") {
  Base base;
  Counts counts;
  REQUIRE(dossier_register_aggregate(base.kb, "urn:f:longest", &kLongest, &counts, nullptr,
                                     &base.error) == 0);
  base.update("INSERT DATA { <urn:a> <urn:p> \"x\" , \"xxx\" , \"xx\" . <urn:b> <urn:p> \"y\" }");
  CHECK(value(base, "SELECT (<urn:f:longest>(?v) AS ?x) { ?s <urn:p> ?v }") == "xxx");
  CHECK(value(base,
              "SELECT ?s { ?s <urn:p> ?v } GROUP BY ?s "
              "HAVING (<urn:f:longest>(DISTINCT ?v) = \"y\")") == "urn:b");
  CHECK(value(base, "SELECT (<urn:f:longest>(?v) AS ?x) { ?s <urn:none> ?v }").empty());
  CHECK(counts.states == 0);
  const std::string long_one =
      "SELECT (<urn:f:longest>(CONCAT(?v, \"" + std::string(80, 'z') + "\")) AS ?x) { ?s ?p ?v }";
  CHECK(value(base, long_one.c_str()) == "no row");
  CHECK(base.failure() == DOSSIER_USAGE);
  CHECK(base.message == "<urn:f:longest> failed: that is too long");
  CHECK(counts.states == 0);
}

TEST_CASE("an aggregate that lacks a part is refused", "[c]") {
  Base base;
  for (int missing = 0; missing < 4; ++missing) {
    dossier_aggregate part = kLongest;
    if (missing == 0) part.start = nullptr;
    if (missing == 1) part.add = nullptr;
    if (missing == 2) part.result = nullptr;
    if (missing == 3) part.end = nullptr;
    CHECK(dossier_register_aggregate(base.kb, "urn:f", &part, nullptr, nullptr, &base.error) == -1);
    CHECK(base.failure() == DOSSIER_USAGE);
  }
  CHECK(dossier_register_aggregate(base.kb, "urn:f", nullptr, nullptr, nullptr, nullptr) == -1);
  CHECK(dossier_answer_set_int64(nullptr, 1) == -1);
  CHECK(dossier_answer_fail(nullptr, "no") == -1);
}

TEST_CASE("limits of a handle hold where the options of a request have none", "[c]") {
  Base base;
  base.update("INSERT DATA { <urn:a> <urn:p> 1 , 2 , 3 , 4 }");
  dossier_close(base.kb);
  dossier_options* limits = dossier_options_new();
  dossier_options_set_row_limit(limits, 2);
  base.kb = dossier_open_limited(base.path.c_str(), DOSSIER_OPEN_EXISTING, 0, limits, &base.error);
  REQUIRE(base.kb != nullptr);
  const char* all = "SELECT ?x { <urn:a> <urn:p> ?x }";
  CHECK(count(base, dossier_query(base.kb, all, &base.error)) == 2);
  dossier_options* own = dossier_options_new();
  CHECK(count(base, dossier_query_options(base.kb, all, own, &base.error)) == 2);
  dossier_prepared* prepared = dossier_prepare(base.kb, all, nullptr, &base.error);
  CHECK(count(base, dossier_prepared_run(prepared, nullptr, &base.error)) == 2);
  CHECK(count(base, dossier_prepared_run(prepared, own, &base.error)) == 2);
  dossier_transaction* transaction = dossier_begin(base.kb, nullptr, &base.error);
  CHECK(count(base, dossier_transaction_query(transaction, all, own, &base.error)) == 2);
  dossier_transaction_free(transaction);
  dossier_options_set_row_limit(own, std::numeric_limits<uint64_t>::max());
  CHECK(count(base, dossier_query_options(base.kb, all, own, &base.error)) == 4);
  CHECK(count(base, dossier_prepared_run(prepared, own, &base.error)) == 4);
  dossier_prepared_free(prepared);
  dossier_options_free(own);
  dossier_options_free(limits);
}

TEST_CASE("a handle's time limit gives way to the one of a request", "[c]") {
  Base base;
  dossier_close(base.kb);
  dossier_options* limits = dossier_options_new();
  dossier_options_set_timeout_ms(limits, 20);
  base.kb = dossier_open_limited(base.path.c_str(), DOSSIER_OPEN_CREATE, 0, limits, &base.error);
  REQUIRE(base.kb != nullptr);
  // A million texts.
  const std::string slow = "SELECT (SUM(STRLEN(CONCAT(STR(?x), STR(?y), STR(?z)))) AS ?n) { " +
                           numbers("x") + numbers("y") + numbers("z") + "}";
  dossier_result* rows = dossier_query(base.kb, slow.c_str(), &base.error);
  const int there = rows != nullptr ? dossier_next(rows, &base.error) : -1;
  CHECK(there == -1);
  CHECK(base.failure() == DOSSIER_TIMEOUT);
  dossier_result_free(rows);
  dossier_options* own = dossier_options_new();
  dossier_options_set_timeout_ms(own, 0);
  CHECK(value(base, slow.c_str(), own) != "no row");
  dossier_options_free(own);
  dossier_options_free(limits);
}

// SPDX-License-Identifier: Apache-2.0
// The C interface: words, and questions in plain English.

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "tests/unit/bindings/c_base.h"

using dossier::c_test::Base;

namespace {

void ingest(Base& base) {
  constexpr std::string_view kText = "Ada Brandt visited Oslo. Ada Brandt sold the harbour.";
  REQUIRE(dossier_ingest_text(base.kb, kText.data(), kText.size(), "trip.txt", nullptr, nullptr,
                              &base.error) == 0);
}

}  // namespace

TEST_CASE("things and sentences are found by their words", "[c]") {
  Base base;
  ingest(base);
  dossier_found* found = dossier_find(base.kb, "Brandt", 0, nullptr, &base.error);
  REQUIRE(found != nullptr);
  REQUIRE(dossier_found_entity_count(found) == 1);
  dossier_found_entity entity;
  CHECK(dossier_found_get_entity(found, 0, &entity) == 1);
  CHECK(std::string(entity.entity) == "urn:dossier:entity:Ada_Brandt");
  CHECK(std::string(entity.label) == "Ada Brandt");
  CHECK(entity.mentions == 2);
  CHECK(dossier_found_get_entity(found, 1, &entity) == 0);
  CHECK(dossier_found_sentence_count(found) == 2);
  dossier_found_free(found);

  found = dossier_find(base.kb, "visit", 1, nullptr, &base.error);
  dossier_found_sentence sentence;
  REQUIRE(dossier_found_get_sentence(found, 0, &sentence) == 1);
  CHECK(std::string(sentence.text) == "Ada Brandt visited Oslo.");
  CHECK(std::string(sentence.document) == "urn:dossier:document:trip");
  CHECK(sentence.score > 0);
  dossier_found_free(found);
}

TEST_CASE("a question is answered as JSON", "[c]") {
  Base base;
  ingest(base);
  char* answers = dossier_ask_english(base.kb, "Who visited Oslo?", 0, nullptr, &base.error);
  REQUIRE(answers != nullptr);
  const std::string json(answers);
  CHECK(json.find("\"value\": \"Ada Brandt\"") != std::string::npos);
  CHECK(json.find("Ada Brandt visited Oslo.") != std::string::npos);
  dossier_free(answers);
}

TEST_CASE("searches and questions that are wrong are errors", "[c]") {
  Base base;
  CHECK(dossier_find(base.kb, "(", 0, nullptr, &base.error) == nullptr);
  CHECK(base.failure() == DOSSIER_SYNTAX);
  CHECK(dossier_find(base.kb, nullptr, 0, nullptr, &base.error) == nullptr);
  CHECK(base.failure() == DOSSIER_USAGE);
  CHECK(dossier_ask_english(base.kb, " ", 0, nullptr, &base.error) == nullptr);
  CHECK(base.failure() == DOSSIER_USAGE);
  CHECK(dossier_ask_english(nullptr, "Who?", 0, nullptr, &base.error) == nullptr);
  CHECK(base.failure() == DOSSIER_USAGE);
  dossier_found_entity entity;
  dossier_found_sentence sentence;
  CHECK(dossier_found_get_entity(nullptr, 0, &entity) == 0);
  CHECK(dossier_found_get_sentence(nullptr, 0, &sentence) == 0);
  CHECK(dossier_found_sentence_count(nullptr) == 0);
  dossier_found_free(nullptr);

  dossier_options* options = dossier_options_new();
  dossier_cancellation* cancellation = dossier_cancellation_new();
  dossier_cancel(cancellation);
  CHECK(dossier_options_set_cancellation(options, cancellation) == 0);
  CHECK(dossier_find(base.kb, "Brandt", 0, options, &base.error) == nullptr);
  CHECK(base.failure() == DOSSIER_CANCELLED);
  dossier_cancellation_free(cancellation);
  dossier_options_free(options);
}

// SPDX-License-Identifier: Apache-2.0
// Corrections and conflicts through the C interface.
#include <string>

#include "c_base.h"

using dossier::c_test::Base;

TEST_CASE("entities and facts are corrected, and corrections undone", "[c]") {
  Base base;
  const auto ingest = [&](const std::string& text, const char* name) {
    REQUIRE(dossier_ingest_text(base.kb, text.data(), text.size(), name, nullptr, nullptr,
                                &base.error) == 0);
  };
  const auto named = [&](const char* name) {
    char* lines = dossier_entities_named(base.kb, name, &base.error);
    REQUIRE(lines != nullptr);
    const std::string copy = lines;
    dossier_free(lines);
    return copy;
  };
  const auto visits = [&] {
    dossier_evidence* found =
        dossier_evidence_of(base.kb, nullptr, "r:visit", nullptr, 0, &base.error);
    const std::size_t count = dossier_evidence_count(found);
    dossier_evidence_free(found);
    return count;
  };
  ingest("Anna Berg visited Oslo.", "one.txt");
  ingest("Anna Bergh visited Lund.", "two.txt");
  const std::string berg = "urn:dossier:entity:Anna_Berg\n";
  CHECK(named("Anna Berg") == berg);
  const int64_t merged =
      dossier_merge_entities(base.kb, "e:Anna_Berg", "e:Anna_Bergh", &base.error);
  CHECK(merged == 1);
  CHECK(named("Anna Bergh") == berg);
  CHECK(dossier_split_name(base.kb, "e:Anna_Berg", "Anna Bergh", &base.error) == 2);
  CHECK(named("Anna Bergh") != berg);
  CHECK(dossier_undo_decision(base.kb, 2, &base.error) == 0);
  CHECK(dossier_undo_decision(base.kb, 1, &base.error) == 0);
  CHECK(dossier_rename_entity(base.kb, "e:Anna_Berg", "Anna Lund", &base.error) > 0);
  CHECK(named("Anna Lund") == berg);
  CHECK(dossier_split_document(base.kb, "e:Anna_Berg", "doc:two", &base.error) == -1);
  CHECK(base.failure() == DOSSIER_INPUT);
  CHECK(visits() == 2);
  dossier_result* rows = dossier_query(
      base.kb, "SELECT ?fact { ?fact rdf:reifies <<( ?who r:visit ?where )>> }", &base.error);
  REQUIRE(dossier_next(rows, &base.error) == 1);
  const std::string fact = dossier_value(rows, 0);
  dossier_result_free(rows);
  CHECK(dossier_reject_fact(base.kb, fact.c_str(), &base.error) > 0);
  CHECK(visits() == 1);
  CHECK(dossier_restore_fact(base.kb, fact.c_str(), &base.error) == 0);
  CHECK(visits() == 2);
  CHECK(dossier_restore_fact(base.kb, fact.c_str(), &base.error) == -1);
  CHECK(base.failure() == DOSSIER_INPUT);
  CHECK(dossier_merge_entities(nullptr, "e:a", "e:b", nullptr) == -1);
  CHECK(dossier_rename_entity(base.kb, nullptr, "b", nullptr) == -1);
}

TEST_CASE("conflicts come in pairs", "[c]") {
  Base base;
  for (const std::string text : {"Anna Berg was born in Oslo.", "Anna Berg was born in Lund."})
    REQUIRE(dossier_ingest_text(base.kb, text.data(), text.size(),
                                (text.substr(22, 4) + ".txt").c_str(), nullptr, nullptr,
                                &base.error) == 0);
  dossier_evidence* conflicts = dossier_conflicts(base.kb, &base.error);
  REQUIRE(dossier_evidence_count(conflicts) == 2);
  CHECK(std::string(dossier_conflict_kind(conflicts, 0)) == "values");
  CHECK(dossier_conflict_kind(conflicts, 1) == nullptr);
  dossier_evidence_item one, other;
  REQUIRE(dossier_evidence_get(conflicts, 0, &one) == 1);
  REQUIRE(dossier_evidence_get(conflicts, 1, &other) == 1);
  CHECK(std::string(one.subject) == other.subject);
  CHECK(std::string(one.object) != other.object);
  dossier_evidence_free(conflicts);
  CHECK(dossier_conflicts(nullptr, nullptr) == nullptr);
}

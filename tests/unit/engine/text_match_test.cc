// SPDX-License-Identifier: Apache-2.0
// k:matches and k:score in queries.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "dossier/dossier.h"
#include "dossier/text_index.h"
#include "temporary_base.h"

using namespace dossier;

namespace {

constexpr const char* kTexts = R"(
  INSERT DATA {
    GRAPH <urn:g1> {
      <urn:s1> a k:Sentence ; k:text "The Lake Fund met the Harbour Union." ; k:partOf <urn:d1> .
      <urn:s2> a k:Sentence ; k:text "The union left. The lake is far." ; k:partOf <urn:d1> .
      <urn:fund> rdfs:label "Lake Fund" ; skos:altLabel "the Fund" ; a <urn:Org> .
      <urn:d1> schema:headline "Lake talks" .
      _:mention k:text "Lake Fund" .
    }
    GRAPH <urn:g2> {
      <urn:s3> a k:Sentence ; k:text "Nobody met." ; k:partOf <urn:d2> .
      <urn:fund> rdfs:label "Lake Fund" .
      <urn:other> rdfs:label "The Fund of the Lake" ; <urn:note> "a lake" .
    }
  })";

struct Case {
  const char* query;
  const char* rows;
};

/// The rows in the query's order: values joined by commas, a bar behind each row. IRIs without
/// their "urn:".
std::string rows_of(QueryResult result) {
  std::string out;
  for (const Row& row : result) {
    std::string line;
    for (const auto& value : row.values()) {
      if (!line.empty()) line += ',';
      const std::string text = value ? value->value() : "-";
      line += text.starts_with("urn:") ? text.substr(4) : text;
    }
    out += line + "|";
  }
  return out;
}

std::string failure(const KnowledgeBase& kb, const char* query) {
  try {
    rows_of(kb.query(query));
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("k:matches finds things by the words of their texts, each once") {
  TemporaryBase kb;
  kb->update(kTexts);
  const Case cases[] = {
      {"SELECT ?s { ?s k:matches \"lake\" } ORDER BY ?s", "d1|fund|other|s1|s2|"},
      {"SELECT ?s { ?s k:matches \"lake\" ; a k:Sentence } ORDER BY ?s", "s1|s2|"},
      {"SELECT ?s { ?s k:matches \"zebra\" }", ""},
      {"SELECT ?s { ?s k:matches \"\\\"lake fund\\\"\" } ORDER BY ?s", "fund|s1|"},
      {"SELECT ?s { ?s k:matches \"union lake\" } ORDER BY ?s", "s1|s2|"},
      {"SELECT ?s { ?s k:matches \"lake -union\" } ORDER BY ?s", "d1|fund|other|"},
      {"SELECT ?s ?d { ?s k:matches \"met\" . ?s k:partOf ?d } ORDER BY ?s", "s1,d1|s3,d2|"},
      {"SELECT ?g ?s { GRAPH ?g { ?s k:matches \"fund\" } } ORDER BY ?g ?s",
       "g1,fund|g1,s1|g2,fund|g2,other|"},
      {"SELECT ?s { GRAPH <urn:g2> { ?s k:matches \"lake\" } } ORDER BY ?s", "fund|other|"},
      {"SELECT ?s FROM <urn:g2> { ?s k:matches \"met\" }", "s3|"},
      {"SELECT ?l { <urn:fund> k:matches \"lake\" ; rdfs:label ?l }", "Lake Fund|"},
      {"SELECT ?l { <urn:fund> k:matches \"union\" ; rdfs:label ?l }", ""},
      {"SELECT ?s { ?s k:matches \"lake\" . ?s k:matches \"union\" } ORDER BY ?s", "s1|s2|"},
      {"SELECT ?s { ?s a k:Sentence FILTER NOT EXISTS { ?s k:matches \"lake\" } }", "s3|"},
      {"SELECT ?s { ?s a k:Sentence FILTER EXISTS { ?s k:matches \"lake\" } } ORDER BY ?s",
       "s1|s2|"},
      {"SELECT ?s ?d { ?s k:partOf ?d OPTIONAL { ?s k:matches \"union\" ; k:score ?x } "
       "FILTER(!BOUND(?x)) }",
       "s3,d2|"},
      {"SELECT ?s { { ?s k:matches \"headline\" } UNION { ?s k:matches \"talks\" } }", "d1|"},
      {"SELECT (COUNT(*) AS ?n) { ?s k:matches \"lake OR met\" }", "6|"},
      {"ASK { ?s k:matches \"lake\" }", nullptr},
  };
  for (const Case& each : cases) {
    CAPTURE(each.query);
    if (each.rows == nullptr)
      CHECK(kb->query(each.query).boolean());
    else
      CHECK(rows_of(kb->query(each.query)) == each.rows);
  }
}

TEST_CASE("k:score is the best score of a thing's texts") {
  TemporaryBase kb;
  kb->update(kTexts);
  CHECK(rows_of(kb->query("SELECT ?s { ?s k:matches \"fund\" ; k:score ?x } "
                          "ORDER BY DESC(?x) ?s")) == "fund|other|s1|");
  CHECK(rows_of(kb->query("SELECT ?s { ?s k:matches \"fund\" ; k:score ?x FILTER(?x > 100) }"))
            .empty());
  CHECK(rows_of(kb->query("SELECT (DATATYPE(?x) AS ?t) { <urn:s1> k:matches \"fund\" ; "
                          "k:score ?x }")) == "http://www.w3.org/2001/XMLSchema#decimal|");
}

TEST_CASE("A search may be a parameter, and other searches of the text get other rows") {
  TemporaryBase kb;
  kb->update(kTexts);
  const char* query = "SELECT ?s { ?s k:matches $words ; a k:Sentence } ORDER BY ?s";
  const PreparedQuery prepared = kb->prepare(query);
  for (int round = 0; round < 2; ++round) {
    CHECK(rows_of(prepared.run({{"words", "lake"}})) == "s1|s2|");
    CHECK(rows_of(prepared.run({{"words", "nobody"}})) == "s3|");
    CHECK(rows_of(kb->query(query, {.parameters = {{"words", "harbour"}}})) == "s1|");
  }
  kb->update("INSERT DATA { <urn:s9> a k:Sentence ; k:text \"A harbour.\" }");
  CHECK(rows_of(prepared.run({{"words", "harbour"}})) == "s1|s9|");
}

TEST_CASE("Changes show, in their own transaction first") {
  TemporaryBase kb;
  kb->update(kTexts);
  Transaction tx = kb->begin();
  tx.update(
      "INSERT DATA { <urn:s4> k:text \"A zebra.\" } ; "
      "DELETE DATA { GRAPH <urn:g2> { <urn:s3> k:text \"Nobody met.\" } }");
  CHECK(rows_of(tx.query("SELECT ?s { ?s k:matches \"zebra\" }")) == "s4|");
  CHECK(rows_of(tx.query("SELECT ?s { ?s k:matches \"nobody\" }")).empty());
  CHECK(rows_of(kb->query("SELECT ?s { ?s k:matches \"zebra OR nobody\" }")) == "s3|");
  tx.commit();
  CHECK(rows_of(kb->query("SELECT ?s { ?s k:matches \"zebra OR nobody\" }")) == "s4|");
  kb->update("DELETE { ?s ?p ?o } WHERE { ?s k:matches \"zebra\" ; ?p ?o }");
  CHECK(rows_of(kb->query("SELECT ?s { ?s k:matches \"zebra\" }")).empty());
  CHECK(kb->check().empty());
}

TEST_CASE("The search comes first in a plan when it is rare") {
  TemporaryBase kb;
  kb->update(kTexts);
  std::string many = "INSERT DATA { ";
  for (int i = 0; i < 3000; ++i) {
    const std::string n = std::to_string(i);
    many += "<urn:t" + n + "> a k:Sentence ; k:text \"Report " + n + " of the union.\" . ";
  }
  kb->update(many + "}");
  const std::string rare = kb->explain("SELECT * { ?s a k:Sentence . ?s k:matches \"harbour\" }");
  CAPTURE(rare);
  // The innermost operator, which runs first, is the last line.
  CHECK(rare.substr(rare.rfind('\n', rare.size() - 2)).find("text search ?s \"harbour\"") !=
        std::string::npos);
  CHECK(rare.find("index join on ?s") != std::string::npos);
}

TEST_CASE("What a search cannot be is said") {
  TemporaryBase kb;
  kb->update(kTexts);
  const Case cases[] = {
      {"SELECT * { ?s k:matches ?words }", "needs a text or a parameter"},
      {"SELECT * { ?s k:matches <urn:x> }", "needs a text behind it"},
      {"SELECT * { ?s k:matches \"peace (\" }", "a word is missing here"},
      {"SELECT * { ?s k:matches \"...\" }", "no word"},
      {"SELECT * { ?s k:score ?x }", "behind the search of the same thing"},
      {"SELECT * { ?s k:matches \"lake\" . ?t k:score ?x }", "behind the search of the same thing"},
      {"SELECT * { ?s k:matches \"lake\" ; k:score 1 }", "behind the search of the same thing"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.query);
    CHECK_THAT(failure(*kb, each.query), Catch::Matchers::Contains(each.rows));
  }
}

TEST_CASE("The state of the index, and further properties") {
  TemporaryBase kb;
  kb->update(kTexts);
  CHECK(text_index_state(*kb).complete);
  CHECK(text_index_state(*kb).texts == 7);
  CHECK(rows_of(kb->query("SELECT ?s { ?s k:matches \"\\\"a lake\\\"\" }")).empty());
  index_text(*kb, {.more_predicates = {"urn:note"}});
  CHECK(text_index_state(*kb).predicates.size() == 5);
  CHECK(rows_of(kb->query("SELECT ?s { ?s k:matches \"\\\"a lake\\\"\" }")) == "other|");
}

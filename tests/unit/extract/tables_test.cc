// SPDX-License-Identifier: Apache-2.0
// Tables through a CONSTRUCT, and documents that speak of what they list.
#include "dossier/tables.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>

#include "dossier/error.h"
#include "dossier/evidence.h"
#include "dossier/ingest.h"

using namespace dossier;

namespace {

class Scratch {
 public:
  Scratch()
      : folder_(std::filesystem::temp_directory_path() /
                ("dossier_tables_test_" + std::to_string(::getpid()) + "_" +
                 std::to_string(++counter_))),
        base_((std::filesystem::create_directory(folder_), KnowledgeBase::open(path("kb")))) {}
  ~Scratch() {
    base_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  KnowledgeBase& kb() { return *base_; }
  TableReport load(const std::string& content, const std::string& construct, bool header = true) {
    std::ofstream(path("t.csv"), std::ios::binary) << content;
    return load_table(kb(), path("t.csv"), {.construct = construct, .header = header});
  }
  std::string fault(const std::string& content,
                    const std::string& construct = "CONSTRUCT { e:t r:n ?n } WHERE {}") {
    try {
      load(content, construct);
    } catch (const Error& error) {
      if (!error.position()) return error.what();
      return std::to_string(error.position()->line) + ":" +
             std::to_string(error.position()->column) + " " + error.what();
    }
    return "no error";
  }
  std::multiset<std::string> values(const std::string& query) {
    std::multiset<std::string> out;
    for (const Row& row : kb().query(query)) out.insert(row[0] ? row[0]->value() : "-");
    return out;
  }

 private:
  static inline int counter_ = 0;
  std::filesystem::path folder_;
  std::optional<KnowledgeBase> base_;
};

using Values = std::multiset<std::string>;

constexpr const char* kShips =
    "CONSTRUCT { ?ship a schema:Product ; rdfs:label ?Name_of_ship ; r:sail_under ?Flag ; "
    "r:row ?ROWNUM ; r:code [ r:is ?Flag_2 ] } "
    "WHERE { BIND(IRI(CONCAT(\"urn:imo:\", ?IMO)) AS ?ship) }";

}  // namespace

TEST_CASE("columns are variables, and rows are evidence", "[tables]") {
  Scratch scratch;
  const TableReport report = scratch.load(
      "IMO,Name of ship,Flag,Flag\r\n1,Sea Lark,Malta,MT\r\n2,\"Blue,\r\n\"\"Heron\"\"\",,NO\r\n",
      kShips);
  CHECK(report.columns == std::vector<std::string>{"IMO", "Name_of_ship", "Flag", "Flag_2"});
  CHECK(report.rows == 2);
  CHECK(report.silent == 0);
  CHECK_FALSE(report.replaced);
  CHECK(scratch.values("SELECT ?n { ?s rdfs:label ?n ; r:row ?r } ORDER BY ?r") ==
        Values{"Sea Lark", "Blue,\r\n\"Heron\""});
  CHECK(scratch.values("SELECT ?f { ?s r:sail_under ?f }") == Values{"Malta"});
  CHECK(scratch.values("SELECT (COUNT(DISTINCT ?b) AS ?n) { ?s r:code ?b }") == Values{"2"});
  const std::vector<Evidence> evidence =
      evidence_of(scratch.kb(), Term::iri("urn:imo:1"),
                  Term::iri("urn:dossier:relation:sail_under"), std::nullopt);
  REQUIRE(evidence.size() == 1);
  CHECK(evidence[0].text == "IMO: 1; Name_of_ship: Sea Lark; Flag: Malta; Flag_2: MT");
  CHECK(evidence[0].sentence.value() == "urn:dossier:document:t#r1");
  CHECK(evidence[0].asserted);
}

TEST_CASE("a table takes the place of the table of its path", "[tables]") {
  Scratch scratch;
  scratch.load("IMO,Name of ship,Flag,Flag\n1,Sea Lark,Malta,MT\n", kShips);
  CHECK(scratch.load("IMO,Name of ship,Flag,Flag\n2,Heron,Malta,MT\n", kShips).replaced);
  CHECK(scratch.values("SELECT ?n { ?s rdfs:label ?n }") == Values{"Heron"});
  CHECK(scratch.kb().check().empty());
}

TEST_CASE("tables without headers, of other separators, and with empty cells", "[tables]") {
  Scratch scratch;
  const char* letters = "CONSTRUCT { e:t r:a ?a ; r:b ?b } WHERE {}";
  CHECK(scratch.load("x;1\n;2\n", letters, false).columns == std::vector<std::string>{"a", "b"});
  CHECK(scratch.values("SELECT ?a { e:t r:a ?a }") == Values{"x"});
  CHECK(scratch.values("SELECT ?b { e:t r:b ?b }") == Values{"1", "2"});
  CHECK(scratch.load("\xEF\xBB\xBFn\tm\n1\t2,3\n", "CONSTRUCT { e:t r:n ?n ; r:m ?m } WHERE {}")
            .rows == 1);
  CHECK(scratch.values("SELECT ?m { e:t r:m ?m }") == Values{"2,3"});
}

TEST_CASE("rows that the pieces of a file cut", "[tables]") {
  Scratch scratch;
  std::string text = "n,t\r\n";
  for (int i = 1; i <= 3000; ++i)
    text += std::to_string(i) + ",\"" + std::string(static_cast<std::size_t>(i % 400), 'x') +
            "\r\n\"\"" + std::to_string(i) + "\"\r\n";
  CHECK(scratch
            .load(text,
                  "CONSTRUCT { ?s r:text ?t } WHERE { BIND(IRI(CONCAT(\"urn:n:\", ?n)) AS ?s) }")
            .rows == 3000);
  CHECK(scratch.values(
            "SELECT (COUNT(*) AS ?c) { ?s r:text ?t FILTER(STRENDS(?t, CONCAT(\"\\r\\n\\\"\", "
            "STRAFTER(STR(?s), \"urn:n:\")))) }") == Values{"3000"});
}

TEST_CASE("hostile tables are refused with their place, and leave nothing", "[tables]") {
  Scratch scratch;
  CHECK(scratch.fault("n,m\n1,2\n3\n") ==
        "3:1 the row has cells for 1 column, and the table has 2");
  CHECK(scratch.fault("n,m\n1,2,3\n") ==
        "2:1 the row has cells for 3 columns, and the table has 2");
  CHECK(scratch.fault("n,m\n1,\"two\n3,4\n") == "2:3 the quote that opens here is not closed");
  CHECK(scratch.fault("n\nab\xFF\n") == "2:3 the bytes are not UTF-8");
  CHECK(scratch.fault("n\n\"" + std::string(17 << 20, 'x') + "\"\n") ==
        "2:1 the row has more than 16 MiB");
  CHECK(scratch.fault("") == scratch.path("t.csv") + " is empty: a table has a row of names");
  CHECK(scratch.fault("n\n1\n", "CONSTRUCT { e:t r:n ?m } WHERE {}") ==
        "?m is no column and not in WHERE; did you mean n?; the columns are ?n");
  CHECK(scratch.fault("n\n1\n", "SELECT * {}") == "a table is read by a CONSTRUCT query");
  CHECK(scratch.fault("n\n1\n", "CONSTRUCT { e:t r:n ?n } WHERE { BIND(1 AS ?n) }") != "no error");
  CHECK(scratch.fault("n\n1\n", "CONSTRUCT { e:t r:n ?n } WHERE {} LIMIT 1") != "no error");
  CHECK(scratch.values("SELECT ?s { ?s ?p ?o }").empty());
}

TEST_CASE("documents link their names to what was loaded, if a class agrees", "[tables]") {
  Scratch scratch;
  scratch.load("id,name,kind\n1,Azzurra Pesca,Organization\n2,Clara Hallberg,\n",
               "CONSTRUCT { ?s rdfs:label ?name ; a ?class ; r:listed_in e:Watch_list } WHERE { "
               "BIND(IRI(CONCAT(\"urn:list:\", ?id)) AS ?s) "
               "BIND(IRI(CONCAT(STR(schema:), ?kind)) AS ?class) }");
  ingest_text(scratch.kb(),
              "Ships\n\nOSLO, 2 May 2024 - Azzurra Pesca bought a trawler. Clara Hallberg visited "
              "Oslo.\n",
              "ships.txt");
  CHECK(scratch.values("SELECT ?s { ?s r:listed_in ?x ; r:buy ?y }") == Values{"urn:list:1"});
  CHECK(scratch.values("SELECT ?s { ?s k:possiblySame ?x }") ==
        Values{"urn:dossier:entity:Clara_Hallberg"});
  CHECK(scratch.values("SELECT ?x { ?s k:possiblySame ?x }") == Values{"urn:list:2"});
}

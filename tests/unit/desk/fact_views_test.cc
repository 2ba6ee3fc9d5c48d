// SPDX-License-Identifier: Apache-2.0
// The views of facts, entities, documents, graphs and paths over a few sentences.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "dossier/ingest.h"
#include "dossier/views.h"
#include "tests/unit/engine/temporary_base.h"

using namespace dossier;

namespace {

constexpr const char* kTalk =
    "Weekly news of the Lake Fund, first issue of May\n\nBERGEN, 3 May 2024 - Anna Keller visited "
    "Kampala on 2 May 2024. Anna Keller met Jonas Falk in Bergen. Jonas Falk will visit Nairobi. "
    "Anna Keller did not visit Oslo.\n";
constexpr const char* kLater =
    "Weekly news of the Lake Fund, last issue of June\n\nOSLO, 9 June 2024 - Jonas Falk met Ruth "
    "Adler in Oslo. Ruth Adler, director of the Lake Fund, said that the lake is rising.\n";

void fill(KnowledgeBase& kb) {
  ingest_text(kb, kTalk, "talk.txt");
  ingest_text(kb, kLater, "later.txt");
}

Term entity(const std::string& name) { return Term::iri("urn:dossier:entity:" + name); }
Term relation(const std::string& name) { return Term::iri("urn:dossier:relation:" + name); }

std::string lines(const std::vector<FactRow>& rows) {
  std::string out;
  for (const FactRow& row : rows) {
    out += row.subject + " / " + row.triple.predicate.value().substr(21) + " / " + row.object;
    if (!row.qualifier().empty()) out += " (" + row.qualifier() + ")";
    out += "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("facts() tells denied and planned facts from asserted ones") {
  TemporaryBase kb;
  fill(*kb);
  const Facts visits = facts(*kb, {.predicates = {relation("visit")}});
  CHECK(visits.all == 3);
  CHECK(lines(visits.rows) ==
        "Anna Keller / visit / Kampala\nJonas Falk / visit / Nairobi (planned)\n"
        "Anna Keller / visit / Oslo (denied)\n");
  CHECK(visits.rows[0].asserted);
  CHECK_FALSE(visits.rows[1].asserted);
  CHECK(facts(*kb, {.predicates = {relation("visit")}, .saying = "planned"}).all == 1);
  CHECK(facts(*kb, {.predicates = {relation("visit")}, .saying = "denied"}).all == 1);
  CHECK(facts(*kb, {.predicates = {relation("visit")}, .saying = "asserted"}).all == 1);
  CHECK_THROWS_WITH(facts(*kb, {.saying = "maybe"}), Catch::Matchers::Contains("asserted, denied"));
}

TEST_CASE("facts() knows the days of facts and of documents") {
  TemporaryBase kb;
  fill(*kb);
  const Facts dated = facts(*kb, {.predicates = {relation("visit")}, .saying = "asserted"});
  REQUIRE(dated.rows.size() == 1);
  CHECK(period_text(dated.rows[0].time) == "2 May 2024");
  CHECK(facts(*kb, {.about = entity("Jonas_Falk"), .since = "2024-06-01"}).all >= 1);
  CHECK(facts(*kb, {.about = entity("Anna_Keller"), .since = "2024-06-01"}).all == 0);
  CHECK(facts(*kb, {.about = entity("Jonas_Falk"), .until = "2024-05-31"}).all >= 1);
  CHECK_THROWS_WITH(facts(*kb, {.since = "soon"}), Catch::Matchers::Contains("is not a day"));
}

TEST_CASE("Rows of facts come in pages, and one by its reifier") {
  TemporaryBase kb;
  fill(*kb);
  const Facts all = facts(*kb, {});
  const Facts first = facts(*kb, {.most = 2});
  const Facts second = facts(*kb, {.most = 2, .skip = 2});
  REQUIRE(all.rows.size() > 4);
  CHECK(first.all == all.all);
  CHECK(lines(first.rows) + lines(second.rows) == lines({all.rows.begin(), all.rows.begin() + 4}));
}

TEST_CASE("A statement that was read as two relations of a family is one row") {
  TemporaryBase kb;
  ingest_text(*kb, "Talks\n\nAnna Berg met Carl Lund in Oslo. Anna Berg met with Eva Moe.\n",
              "talks.txt");
  const std::vector<Term> meet = family(*kb, "meet");
  REQUIRE(meet.size() == 2);
  FactsRequest request;
  request.predicates = meet;
  const Facts found = facts(*kb, request);
  REQUIRE(found.rows.size() == 2);
  CHECK(found.all == 2);
  CHECK(found.rows[0].object == "Carl Lund");
  CHECK(found.rows[1].object == "Eva Moe");
  request.predicates = {meet.back()};
  CHECK(facts(*kb, request).all == 2);
}

TEST_CASE("Facets count the facts that match") {
  TemporaryBase kb;
  fill(*kb);
  const std::vector<Facet> facets = fact_facets(*kb, {.predicates = {relation("visit")}});
  const auto modality = std::find_if(facets.begin(), facets.end(),
                                     [](const Facet& f) { return f.name == "modality"; });
  REQUIRE(modality != facets.end());
  std::string text;
  for (const FacetCount& count : modality->counts)
    text += count.name + " " + std::to_string(count.facts) + "; ";
  CHECK(text == "asserted 1; denied 1; planned 1; ");
}

TEST_CASE("Periods are written as people write them") {
  CHECK(period_text({"2020-11-11", "2020-11-18", "2020-11-11", ""}) == "11–18 Nov 2020");
  CHECK(period_text({"2020-11-28", "2020-12-03", "", ""}) == "28 Nov – 3 Dec 2020");
  CHECK(period_text({"2019-12-30", "2020-01-02", "", ""}) == "30 Dec 2019 – 2 Jan 2020");
  CHECK(period_text({"2018-01-01", "", "2018", ""}) == "since 2018");
  CHECK(period_text({"2018-03-05", "", "2018-03-05", ""}) == "since 5 Mar 2018");
  CHECK(period_text({"", "2026-12-31", "", ""}) == "until 31 Dec 2026");
  CHECK(period_text({"2024-02-01", "2024-02-29", "2024-02", ""}) == "February 2024");
  CHECK(period_text({"2024-01-01", "2024-12-31", "2024", ""}) == "2024");
  CHECK(period_text({"1996-01-01", "2004-12-31", "1996", ""}) == "1996–2004");
  CHECK(period_text({"2024-05-02", "2024-05-02", "", ""}) == "2 May 2024");
  CHECK(period_text({"", "", "", "the other day"}) == "the other day");
  CHECK(period_text({}) == "");
}

TEST_CASE("A card keeps what is asserted apart from what is not") {
  TemporaryBase kb;
  fill(*kb);
  const EntityView card = entity_view(*kb, {.entity = entity("Anna_Keller")});
  CHECK(card.label == "Anna Keller");
  CHECK(card.sentences == 3);
  REQUIRE(card.documents.size() == 1);
  CHECK(card.documents[0].date == "2024-05-03");
  CHECK(lines(card.not_asserted) == "Anna Keller / visit / Oslo (denied)\n");
  CHECK(lines(card.facts).find("Oslo (") == std::string::npos);
  CHECK(lines(card.facts).find("Anna Keller / visit / Kampala\n") != std::string::npos);
  CHECK_FALSE(card.with.empty());
  const EntityView director = entity_view(*kb, {.entity = entity("Ruth_Adler")});
  CHECK(lines(director.roles).find("Lake Fund") != std::string::npos);
}

TEST_CASE("says() gives what somebody is told to have said") {
  TemporaryBase kb;
  fill(*kb);
  const Sayings all = says(*kb, {.speaker = entity("Ruth_Adler")});
  REQUIRE(all.all == 1);
  CHECK(all.sentences[0].reported);
  CHECK(all.sentences[0].text.find("lake is rising") != std::string::npos);
  CHECK(says(*kb, {.speaker = entity("Ruth_Adler"), .words = "lake"}).all == 1);
  CHECK(says(*kb, {.speaker = entity("Ruth_Adler"), .words = "harbour"}).all == 0);
  CHECK(says(*kb, {.speaker = entity("Anna_Keller")}).all == 0);
}

TEST_CASE("Documents come by date; headlines of a series begin where they differ") {
  TemporaryBase kb;
  fill(*kb);
  const std::vector<DocumentRow> rows = document_rows(*kb);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].date == "2024-05-03");
  CHECK(rows[0].short_headline == "…first issue of May");
  CHECK(rows[1].short_headline == "…last issue of June");
  CHECK(rows[0].file == "talk.txt");
  CHECK(rows[0].sentences > 3);
  CHECK(rows[0].facts > 2);
  CHECK(document_rows(*kb, "Kampala").size() == 1);
  CHECK(document_rows(*kb, "harbour").empty());
}

TEST_CASE("A graph has one edge for each pair, and says what is not asserted") {
  TemporaryBase kb;
  fill(*kb);
  const Graph graph = graph_around(*kb, {.start = entity("Anna_Keller")});
  REQUIRE_FALSE(graph.nodes.empty());
  CHECK(graph.nodes[0].name == "Anna Keller");
  CHECK(graph.complete);
  const auto to = [&](const std::string& name) {
    return std::find_if(graph.edges.begin(), graph.edges.end(),
                        [&](const GraphEdge& edge) { return edge.target == entity(name); });
  };
  REQUIRE(to("Kampala") != graph.edges.end());
  CHECK(to("Kampala")->asserted);
  CHECK(to("Kampala")->documents == 1);
  REQUIRE(to("Oslo") != graph.edges.end());
  CHECK_FALSE(to("Oslo")->asserted);
  CHECK_FALSE(graph_around(*kb, {.start = entity("Anna_Keller"), .most_nodes = 2}).complete);
}

TEST_CASE("Neighbours of one relation are collapsed when there are many") {
  TemporaryBase kb;
  for (int i = 0; i < 12; ++i) {
    const Triple fact{entity("Hub"), relation(i < 6 ? "visit" : "own"),
                      entity("Thing_" + std::to_string(i))};
    const std::string text = "<" + fact.subject.value() + "> <" + fact.predicate.value() + "> <" +
                             fact.object.value() + ">";
    kb->update("INSERT DATA { GRAPH doc:list { " + text + " . [] rdf:reifies <<( " + text +
               " )>> ; k:evidence <urn:dossier:document:list#s0> . <urn:dossier:document:list#s0> "
               "k:partOf doc:list ; k:text \"A list.\" } }");
  }
  const Graph whole = graph_around(*kb, {.start = entity("Hub")});
  CHECK(whole.nodes.size() == 13);
  const Graph collapsed = graph_around(*kb, {.start = entity("Hub"), .collapse_above = 10});
  REQUIRE(collapsed.nodes.size() == 3);
  CHECK(collapsed.nodes[1].members.size() == 6);
  CHECK(collapsed.edges.size() == 2);
}

TEST_CASE("A path goes the shortest way") {
  TemporaryBase kb;
  fill(*kb);
  const std::vector<PathStep> path = path_between(*kb, entity("Anna_Keller"), entity("Ruth_Adler"));
  REQUIRE(path.size() == 2);
  CHECK(path[0].from_name == "Anna Keller");
  CHECK(path[0].to_name == "Jonas Falk");
  CHECK(path[1].to_name == "Ruth Adler");
  REQUIRE_FALSE(path[0].facts.empty());
  CHECK(path[0].facts[0].text.find("met") != std::string::npos);
  CHECK(path_between(*kb, entity("Anna_Keller"), entity("Ruth_Adler"), 1).empty());
  CHECK(path_between(*kb, entity("Anna_Keller"), entity("Anna_Keller")).empty());
}

// SPDX-License-Identifier: Apache-2.0
// Things without a name: which phrases speak of one, and which of the same one.
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "tests/unit/extract/recorder.h"

using namespace dossier;
using namespace dossier::extract;
using test::entity;
using test::Recorder;

namespace {

/// The words of each individual's mentions, by its number.
std::map<std::string, std::vector<std::string>> individuals(const std::string& text) {
  const test::ReadText read = test::read_text("Report\n\n" + text);
  std::map<std::string, std::vector<std::string>> found;
  for (const Sentence& sentence : read.analysis.sentences)
    for (const Mention& mention : sentence.mentions)
      if (mention.entity && read.analysis.entities[*mention.entity].type == MentionType::individual)
        found[read.analysis.entities[*mention.entity].label].push_back(mention.text);
  return found;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("phrases that speak of a thing of its own", "[individuals]") {
  CHECK(individuals("The trawler left the harbour.").contains("trawler"));
  CHECK(individuals("A trawler left Lima.").contains("trawler"));
  CHECK(individuals("Two trawlers left Lima.").contains("trawlers"));
  CHECK(individuals("The firm runs a 40 megawatt station.").contains("40 megawatt station"));
  CHECK(individuals("Anna Berg met her lawyer.").contains("Anna Berg's lawyer"));
  CHECK(individuals("The founder left Lima.").contains("founder"));  // an illness, too
  CHECK(individuals("Refugees need humanitarian aid.").empty());
  CHECK(individuals("No trawler left Lima.").empty());
  CHECK(individuals("Every trawler left Lima.").empty());
  CHECK(individuals("The patience of Anna Berg impressed Carl Lund.").empty());
  CHECK(individuals("Lima is a port.").empty());
  CHECK(individuals("More than 300 boats left Lima.").count("boat") == 0);
}

TEST_CASE("parts and numbers of things are things of their own", "[individuals]") {
  CHECK(individuals("Two of the trawlers left Lima.").contains("two of the trawlers"));
  CHECK(individuals("Most of the money was stolen.").contains("most of the money"));
  CHECK(individuals("Hundreds of people left Lima.").contains("hundreds of people"));
  CHECK(individuals("Berg holds 4 percent of the shares.").contains("4 percent of the shares"));
  CHECK(individuals("Many residents left Lima.").contains("many residents"));
  CHECK(individuals("Thousands marched in Lima.").contains("thousands"));
  CHECK(individuals("All three trawlers left Lima.").contains("trawlers"));
  // What the sentence has counted before.
  CHECK(individuals("Six people died and nine were hurt.").contains("nine people"));
  CHECK(individuals("Two ships sank and one burned.").contains("one ship"));
  CHECK(individuals("Nine were hurt.").empty());
  // All of them are the towns themselves.
  CHECK(individuals("Each of the towns has a mayor.").contains("towns"));
  CHECK(individuals("Plenty of water flows into Lima.").empty());
  CHECK(individuals("Two of the trawlers left. The trawlers sank.")["two of the trawlers"] ==
        Words{"Two of the trawlers"});
}

TEST_CASE("later mentions mean the thing spoken of before", "[individuals]") {
  CHECK(individuals("A trawler left Lima. The trawler sank.")["trawler"] ==
        Words{"A trawler", "The trawler"});
  CHECK(individuals("A red trawler left Lima. The trawler sank.")["red trawler"] ==
        Words{"A red trawler", "The trawler"});
  // Which of the two, nobody knows.
  CHECK(individuals("A red trawler met a blue trawler. The trawler sank.")["trawler"] ==
        Words{"The trawler"});
  CHECK(individuals("A trawler left Lima. The red trawler sank.")["red trawler"] ==
        Words{"The red trawler"});
  CHECK(individuals("A trawler left Lima. A trawler sank.")["trawler"].size() == 2);
}

TEST_CASE("a phrase that is no argument is a mention of what is spoken of elsewhere",
          "[individuals]") {
  CHECK(individuals("The roof of a mill burned. The mill is empty.")["mill"] ==
        Words{"a mill", "The mill"});
  CHECK(individuals("A mill burned. The owner of the mill left Lima.")["mill"] ==
        Words{"A mill", "the mill"});
  // Once only: nothing is said of it.
  CHECK_FALSE(individuals("The roof of a mill burned.").contains("mill"));
  CHECK(
      individuals("We left Lima. Our trawler sank. Anna Berg saw the crew of our trawler.")["we"] ==
      Words{"We", "Our", "our"});
}

TEST_CASE("an individual that gets a name is the named thing", "[individuals]") {
  Recorder recorder;
  recorder.add(
      "Report\n\nA company sold the harbour. The company, Norwave Energy, left Lima. The company "
      "opened an office in Oslo.\n",
      "report.txt");
  const GraphReader known = recorder.reader();
  const Term norwave = entity("Norwave_Energy");
  CHECK(known.is_subject(norwave));
  CHECK(known.objects(norwave, relation_iri("sell").value()).size() == 1);
  CHECK(known.objects(norwave, relation_iri("open").value()).size() == 1);
}

TEST_CASE("an individual belongs to its document and says what it is", "[individuals]") {
  Recorder recorder;
  recorder.add("First\n\nTwo red trawlers left Lima.\n", "first.txt");
  recorder.add("Second\n\nTwo red trawlers left Oslo. The role of UNESCO grew.\n", "second.txt");
  const GraphReader known = recorder.reader();
  const std::vector<Term> all = known.subjects(vocabulary::rdf::kType, iri(k::kIndividual));
  REQUIRE(all.size() >= 2);
  const Term first = part_iri("first", Part::individual, 1);
  const Term second = part_iri("second", Part::individual, 1);
  for (const Term& one : {first, second}) {
    CHECK(known.text(one, kLabel) == "red trawlers");
    CHECK(known.object(one, k::kKind) == entity("trawler"));
    CHECK(known.object(one, k::kCount) == Term::integer(2));
    CHECK(known.subjects(k::kOf, one).size() == 1);
  }
  CHECK(known.contains(entity("trawler"), vocabulary::rdf::kType, iri(k::kConcept)));
  CHECK(known.subjects(k::kInvolves, entity("UNESCO")).size() == 1);
}

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "extract/graph/vocabulary.h"
#include "extract/text/unicode.h"
#include "model/vocabulary.h"
#include "storage/memory_source.h"
#include "tests/skip.h"
#include "tests/unit/extract/recorder.h"

using namespace dossier;
using namespace dossier::extract;
using test::entity;
using test::Recorder;
namespace fs = std::filesystem;

namespace {

const char* const kReport =
    "Minister’s visit\n\n"
    "Norwegian Foreign Minister Carl Lund visited Nairobi on 3 May 2021. He did not visit "
    "Kampala.\n\n"
    "The Northern Fishery Council (NFC) will open an office in Lima. About 300 boats left the "
    "port.\n";

/// All reifiers with their triple.
std::vector<std::pair<Term, Triple>> reifiers(const std::vector<Quad>& quads) {
  std::vector<std::pair<Term, Triple>> result;
  for (const Quad& quad : quads)
    if (quad.predicate.value() == vocabulary::rdf::kReifies)
      result.emplace_back(quad.subject, quad.object.as_triple());
  return result;
}

/// Every fact stands in its sentence, and only what is said to be true is asserted.
void check_provenance(const std::vector<Quad>& quads) {
  const GraphReader known(std::make_shared<storage::MemorySource>(quads));
  // MemorySource renames blank nodes, so reifiers are taken from it.
  std::vector<Quad> all;
  for (const Term& reifier : known.subjects(vocabulary::rdf::kType, iri(k::kFact)))
    all.push_back({reifier, iri(vocabulary::rdf::kReifies),
                   *known.object(reifier, vocabulary::rdf::kReifies), std::nullopt});
  std::set<Triple> plain;
  for (const auto& [reifier, fact] : reifiers(all)) {
    const bool asserted =
        known.text(reifier, k::kPolarity).empty() && known.text(reifier, k::kModality).empty();
    if (asserted) plain.insert(fact);
  }
  for (const auto& [reifier, fact] : reifiers(all)) {
    const std::optional<Term> sentence = known.object(reifier, k::kEvidence);
    REQUIRE(sentence);
    const std::string text = known.text(*sentence, k::kText);
    INFO(text << "\n" << Term::triple(fact).to_string());
    const std::size_t start = std::stoul(known.text(*sentence, k::kBegin));
    const std::u32string points = to_code_points(text);
    const std::array words{k::kSubjectText, k::kPredicateText, k::kObjectText};
    for (std::size_t part = 0; part < words.size(); ++part) {
      const std::string written = known.text(reifier, words[part]);
      if (written.empty()) continue;
      const std::size_t begin = std::stoul(known.text(reifier, k::kFactSpans[part].begin));
      const std::size_t end = std::stoul(known.text(reifier, k::kFactSpans[part].end));
      REQUIRE(begin >= start);
      REQUIRE(end - start <= points.size());
      CHECK(to_utf8(points.substr(begin - start, end - begin)) == written);
    }
    // A MemorySource does not look blank nodes up by its own labels.
    if (!fact.object.is_blank_node())
      CHECK(known.contains(fact.subject, fact.predicate.value(), fact.object) ==
            plain.contains(fact));
  }
  for (const Quad& quad : quads)
    if (quad.predicate.value().starts_with(vocabulary::kRelation) &&
        quad.predicate.value() != kLabel)
      CHECK((plain.contains({quad.subject, quad.predicate, quad.object}) ||
             quad.object.is_blank_node()));
}

}  // namespace

TEST_CASE("a document's graph has the shape of the vocabulary", "[record]") {
  Recorder recorder;
  recorder.add(kReport, "report.txt");
  const GraphReader known = recorder.reader();
  const std::vector<Term> documents = known.subjects(vocabulary::rdf::kType, iri(k::kDocument));
  REQUIRE(documents.size() == 1);
  CHECK(known.text(documents[0], kHeadline) == "Minister’s visit");
  CHECK(known.text(documents[0], k::kSourceFile) == "report.txt");
  CHECK(known.text(documents[0], k::kSha256).size() == 64);
  CHECK(known.text(documents[0], k::kSentenceCount) == "5");
  for (const Quad& quad : recorder.quads) CHECK(quad.graph == documents[0]);

  const Term lund = entity("Carl_Lund");
  CHECK(known.contains(lund, vocabulary::rdf::kType, iri(kPerson)));
  CHECK(known.text(lund, kLabel) == "Carl Lund");
  CHECK(known.contains(lund, kJobTitle, Term::string("Foreign Minister")));
  CHECK(known.contains(lund, kAffiliation, entity("Norway")));
  CHECK(known.contains(lund, relation_iri("foreign_minister_of").value(), entity("Norway")));
  CHECK(known.contains(lund, relation_iri("visit").value(), entity("Nairobi")));
  CHECK_FALSE(known.contains(lund, relation_iri("visit").value(), entity("Kampala")));
  CHECK(known.text(relation_iri("foreign_minister_of"), kLabel) == "foreign minister of");
  CHECK(known.contains(entity("Northern_Fishery_Council"), kAltLabel, Term::string("NFC")));
  CHECK(known.subjects(vocabulary::rdf::kType, iri(k::kQuantity)).size() == 1);
  CHECK(recorder.counts.facts == known.subjects(vocabulary::rdf::kType, iri(k::kFact)).size());
}

TEST_CASE("reifiers carry evidence and circumstances", "[record]") {
  Recorder recorder;
  recorder.add(kReport, "report.txt");
  const GraphReader known = recorder.reader();
  const auto reifier = [&](const std::string& relation, const std::string& object) {
    const Triple fact{entity("Carl_Lund"), relation_iri(relation), entity(object)};
    const std::vector<Term> found = known.subjects(vocabulary::rdf::kReifies, Term::triple(fact));
    REQUIRE(found.size() == 1);
    return found[0];
  };
  const Term visit = reifier("visit", "Nairobi");
  CHECK(*known.object(visit, k::kTime) ==
        Term::typed("2021-05-03", std::string(vocabulary::xsd::kDate)));
  CHECK(known.text(visit, k::kPolarity).empty());
  CHECK(known.object(visit, k::kConfidence)->datatype() == vocabulary::xsd::kDecimal);
  const Term denied = reifier("visit", "Kampala");
  CHECK(known.text(denied, k::kPolarity) == "negative");
  CHECK(known.text(denied, k::kSubjectText) == "He");
}

TEST_CASE("sentences and mentions have exact offsets", "[record]") {
  Recorder recorder;
  recorder.add(kReport, "report.txt");
  const GraphReader known = recorder.reader();
  const std::u32string text = to_code_points(kReport);
  for (const std::string_view what : {k::kSentence, k::kMention}) {
    const std::vector<Term> nodes = known.subjects(vocabulary::rdf::kType, iri(what));
    REQUIRE(nodes.size() >= 5);
    for (const Term& node : nodes) {
      const std::size_t begin = std::stoul(known.text(node, k::kBegin));
      const std::size_t end = std::stoul(known.text(node, k::kEnd));
      CHECK(to_utf8(text.substr(begin, end - begin)) == known.text(node, k::kText));
    }
  }
}

TEST_CASE("one IRI per thing over several documents", "[record]") {
  Recorder recorder;
  recorder.add(
      "First\n\nPresident Carl Lund visited Oslo. The Northern Fishery Council (NFC) left Lima.\n",
      "first.txt");
  recorder.add("Second\n\nCarl Lund met the mayor. The NFC opened an office in Quito.\n",
               "second.txt");
  const GraphReader known = recorder.reader();
  CHECK(known.subjects(kLabel, Term::string("Carl Lund")) ==
        std::vector<Term>{entity("Carl_Lund")});
  CHECK(known.contains(entity("Northern_Fishery_Council"), relation_iri("open").value(),
                       part_iri("second", Part::individual, 2)));
  CHECK_FALSE(known.is_subject(entity("NFC")));
}

TEST_CASE("a surname is somebody known only when the role agrees", "[record]") {
  Recorder recorder;
  recorder.add("First\n\nNFC Director Anna Berg visited Oslo.\n", "first.txt");
  recorder.add("Second\n\nNFC Director Ms Berg visited Lima.\n", "second.txt");
  recorder.add("Third\n\nMs Berg visited Quito.\n", "third.txt");
  const GraphReader known = recorder.reader();
  CHECK(known.contains(entity("Anna_Berg"), relation_iri("visit").value(), entity("Lima")));
  CHECK_FALSE(known.contains(entity("Anna_Berg"), relation_iri("visit").value(), entity("Quito")));
  CHECK(known.contains(entity("Berg"), relation_iri("visit").value(), entity("Quito")));
}

TEST_CASE("the same document gives the same quads", "[record]") {
  Recorder once, again;
  once.add(kReport, "report.txt");
  again.add(kReport, "report.txt");
  CHECK(once.quads == again.quads);
}

TEST_CASE("labels become local names", "[record]") {
  CHECK(local_name("Anna Berg") == "Anna_Berg");
  CHECK(local_name("a <b> \"c\"") == "a_%3Cb%3E_%22c%22");
  CHECK(local_name("100%") == "100%25");
  CHECK(time_literal("2018").datatype() == vocabulary::xsd::kGYear);
  CHECK(time_literal("2018-04").datatype() == vocabulary::xsd::kGYearMonth);
  CHECK(time_literal("some time ago") == Term::string("some time ago"));
  CHECK(confidence_literal(0.9).value() == "0.9");
  CHECK(confidence_literal(1.0).value() == "1.0");
}

TEST_CASE("stored facts have their evidence", "[record][provenance]") {
  Recorder recorder;
  recorder.add(kReport, "report.txt");
  check_provenance(recorder.quads);
}

TEST_CASE("stored facts of the seed collection have their evidence", "[shared]") {
  const fs::path corpus = fs::path(test::shared_folder()) / "corpus";
  if (!fs::exists(corpus)) return test::skip("there is no " + corpus.string());
  Recorder recorder;
  std::set<fs::path> files;
  for (const auto& entry : fs::directory_iterator(corpus))
    if (entry.path().extension() == ".txt") files.insert(entry.path());
  for (const fs::path& file : files) {
    std::ifstream in(file, std::ios::binary);
    recorder.add({std::istreambuf_iterator<char>(in), {}}, file.filename().string());
  }
  check_provenance(recorder.quads);
  CHECK(reifiers(recorder.quads).size() > 400);
}

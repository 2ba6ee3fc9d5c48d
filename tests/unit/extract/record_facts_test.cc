// SPDX-License-Identifier: Apache-2.0
// What stands on the reifier of a fact, and what relations are called.
#include <catch2/catch.hpp>

#include "extract/record/relation_labels.h"
#include "tests/unit/extract/recorder.h"

using namespace dossier;
using namespace dossier::extract;
using test::entity;
using test::Recorder;

TEST_CASE("a reifier keeps the whole clause", "[record]") {
  Recorder recorder;
  recorder.add(
      "Letters\n\nAnna Berg sent 300 boats to Carl Lund in March 2021. Carl Lund retired.\n",
      "letters.txt");
  const GraphReader known = recorder.reader();
  const Term quantity = part_iri("letters", Part::quantity, 1);
  const auto reifier = [&](const Triple& fact) {
    const std::vector<Term> found = known.subjects(vocabulary::rdf::kReifies, Term::triple(fact));
    REQUIRE(found.size() == 1);
    return found[0];
  };
  const Term sent = reifier({entity("Anna_Berg"), relation_iri("send"), quantity});
  const Term sent_to = reifier({entity("Anna_Berg"), relation_iri("send_to"), entity("Carl_Lund")});
  CHECK(sent.value().starts_with("urn:dossier:document:letters#f"));
  CHECK(sent != sent_to);
  CHECK(known.object(sent, argument_iri("to").value()) == entity("Carl_Lund"));
  CHECK(known.object(sent_to, argument_iri("object").value()) == quantity);
  CHECK_FALSE(known.object(sent, argument_iri("object").value()));
  REQUIRE(known.object(sent, k::kFrame));
  CHECK(known.object(sent, k::kFrame) == known.object(sent_to, k::kFrame));
  CHECK(known.contains(quantity, vocabulary::rdf::kType, iri(k::kQuantity)));

  CHECK(known.object(sent, k::kTime) == time_literal("2021-03"));
  CHECK(known.object(sent, k::kFrom) == time_literal("2021-03-01"));
  CHECK(known.object(sent, k::kTo) == time_literal("2021-03-31"));
  CHECK(known.text(sent, k::kTimeText) == "in March 2021");

  const Term retired = reifier({entity("Carl_Lund"), relation_iri("retire"), Term::boolean(true)});
  CHECK(known.object(retired, k::kFrame) != known.object(sent, k::kFrame));
  CHECK(known.text(relation_iri("send_to"), kLabel) == "sent to");
  CHECK(known.text(relation_iri("send_to"), k::kFamily) == "give");
}

TEST_CASE("relations have names that people read", "[record]") {
  CHECK(relation_label("hold_talks_with", true) == "held talks with");
  CHECK(relation_label("be_known_as", true) == "was known as");
  CHECK(relation_label("try_to_stop", true) == "tried to stop");
  CHECK(relation_label("stop", true) == "stopped");
  CHECK(relation_label("visit", true) == "visited");
  CHECK(relation_label("play_in", true) == "played in");
  CHECK(relation_label("member_of", true) == "member of");
  CHECK(relation_label("head_of", false) == "head of");
}

TEST_CASE("only what a speaker says is claimed by the speaker", "[record]") {
  Recorder recorder;
  recorder.add(
      "Five questions for Anna Berg\n\nBerg took the port of Oslo out of debt in three years.\n\n"
      "Why the port?\nBERG: I bought the ferry in May.\n\n"
      "And then?\nBERG: Carl Lund sold the docks.\n\n"
      "Will it last?\nBERG: I hired forty people.\n\n"
      "Anna Berg studied at the University of Bergen.\n",
      "interview.txt");
  const GraphReader known = recorder.reader();
  const auto claimants = [&](const std::string& relation) {
    std::size_t facts = 0, claimed = 0;
    for (const Quad& quad : recorder.quads) {
      if (quad.predicate.value() != vocabulary::rdf::kReifies ||
          quad.object.as_triple().predicate != relation_iri(relation))
        continue;
      ++facts;
      claimed += known.object(quad.subject, k::kAttributedTo).has_value();
    }
    return std::pair(facts, claimed);
  };
  CHECK(claimants("take").second == 0);
  CHECK(claimants("buy") == std::pair<std::size_t, std::size_t>(1, 1));
  CHECK(claimants("sell") == std::pair<std::size_t, std::size_t>(1, 1));
  CHECK(claimants("study_at") == std::pair<std::size_t, std::size_t>(1, 0));
}

TEST_CASE("the publisher of a document is an entity, if it is declared", "[record]") {
  const std::string head = "<html><head><title>Port news</title>";
  const std::string body =
      "</head><body><h1>Port news from the north</h1><p>Carl Lund visited Oslo.</p></body></html>";
  const auto publisher = [&](const std::string& declared) {
    Recorder recorder;
    recorder.add(head + declared + body, "news.html");
    return recorder.reader().object(document_iri("news"), kPublisher);
  };
  const auto site = [](const std::string& name) {
    return "<meta property=\"og:site_name\" content=\"" + name + "\">";
  };
  CHECK(publisher(site("Harbour News")) == entity("Harbour_News"));
  CHECK_FALSE(publisher(""));
  CHECK_FALSE(publisher(site("harbour-news.example")));
  const std::string linked =
      "<script type=\"application/ld+json\">{\"datePublished\":\"2021-05-03\",\"publisher\":{"
      "\"@type\":\"";
  CHECK(publisher(linked + "Organization\",\"name\":\"Port Weekly\"}}</script>") ==
        entity("Port_Weekly"));
  CHECK_FALSE(publisher(linked + "Person\",\"name\":\"Anna Berg\"}}</script>"));
}

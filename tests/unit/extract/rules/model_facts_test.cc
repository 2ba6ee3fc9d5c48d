// SPDX-License-Identifier: Apache-2.0
// Which readings of the reading model become facts. The readings are given: no model is needed.
#include "extract/rules/model_facts.h"

#include <catch2/catch.hpp>
#include <optional>
#include <string>
#include <vector>

#include "tests/unit/extract/read_text.h"
#include "tests/unit/extract/rules/typed_facts.h"

using namespace dossier;
using namespace dossier::extract;

namespace {

/// The tokens of a sentence that spell `words`, with spaces between them.
std::optional<TokenRange> find(const Sentence& sentence, const std::string& words) {
  for (std::uint32_t first = 0; first < sentence.tokens.size(); ++first) {
    std::string text;
    for (std::uint32_t last = first; last < sentence.tokens.size(); ++last) {
      text += (last == first ? "" : " ") + sentence.tokens[last].text;
      if (text == words) return TokenRange{first, last + 1};
    }
  }
  return std::nullopt;
}

struct Reading {
  std::string property, subject, object;
  float probability = 0.9F;
};

/// What is stored of a reading of the first sentence that has both mentions.
std::vector<std::string> facts(const std::string& text, const Reading& reading) {
  Analysis analysis = test::read_text(text).analysis;
  for (Sentence& sentence : analysis.sentences) sentence.typed_facts.clear();
  analysis.relations.clear();
  for (const Sentence& sentence : analysis.sentences) {
    const auto subject = find(sentence, reading.subject);
    const auto object = find(sentence, reading.object);
    if (!subject || !object) continue;
    analysis.relations.push_back(
        {sentence.index, *subject, *object, reading.property, reading.probability});
    break;
  }
  REQUIRE(analysis.relations.size() == 1);
  rules::add_model_facts(analysis);
  return test::typed_facts(analysis, "model:" + reading.property);
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a reading is stored beside a word that tells it") {
  CHECK(facts("Lina Holm married Jonas Falk in 2001.", {"SPOUSE", "Lina Holm", "Jonas Falk"}) ==
        Lines{"Lina Holm | schema:spouse | Jonas Falk"});
  CHECK(facts("Lina Holm met Jonas Falk in 2001.", {"SPOUSE", "Lina Holm", "Jonas Falk"}).empty());
  CHECK(facts("Lina Holm lived in Oslo.", {"PLACE_OF_RESIDENCE", "Lina Holm", "Oslo"}) ==
        Lines{"Lina Holm | schema:homeLocation | Oslo"});
  CHECK(facts("Lina Holm likes Oslo.", {"PLACE_OF_RESIDENCE", "Lina Holm", "Oslo"}).empty());
}

TEST_CASE("what the tree must join is not stored over another verb or another kinship") {
  const Reading works{"EMPLOYEE_OR_MEMBER_OF", "Lina Holm", "Northern Fishery Council"};
  const Lines stored{"Lina Holm | schema:affiliation | Northern Fishery Council"};
  CHECK(facts("Lina Holm works for the Northern Fishery Council.", works) == stored);
  CHECK(facts("Lina Holm of the Northern Fishery Council left.", works) == stored);
  CHECK(facts("Lina Holm visited the Northern Fishery Council.", works).empty());
  CHECK(facts("Lina Holm married the cousin of Jonas Falk.", {"SPOUSE", "Lina Holm", "Jonas Falk"})
            .empty());
}

TEST_CASE("a birth is stated above the place") {
  const Lines stored{"Lina Holm | schema:birthPlace | Oslo"};
  CHECK(facts("Lina Holm (born 3 May 1961 in Oslo) is a painter from Bergen.",
              {"PLACE_OF_BIRTH", "Lina Holm", "Oslo"}) == stored);
  CHECK(facts("Lina Holm (born 3 May 1961 in Oslo) is a painter from Bergen.",
              {"PLACE_OF_BIRTH", "Lina Holm", "Bergen"})
            .empty());
}

TEST_CASE("a chief of another body is not stated by the word alone") {
  CHECK(facts("Jonas Falk became chief executive of Norwave when Lina Holm left Halvik Bank.",
              {"CEO", "Halvik Bank", "Lina Holm"})
            .empty());
}

TEST_CASE("what somebody is known as describes him") {
  CHECK(facts("Lina Holm is best known as the chairman of the Northern Fishery Council.",
              {"EMPLOYEE_OR_MEMBER_OF", "Lina Holm", "Northern Fishery Council"}) ==
        Lines{"Lina Holm | schema:affiliation | Northern Fishery Council"});
}

TEST_CASE("the date behind another person is that person's") {
  const std::string text = "They met Lina Holm (born 1694) and Jonas Falk (born 1711).";
  CHECK(facts(text, {"DATE_OF_BIRTH", "Lina Holm", "1711"}).empty());
  CHECK(facts(text, {"DATE_OF_BIRTH", "Jonas Falk", "1711"}) ==
        Lines{"Jonas Falk | schema:birthDate | 1711"});
}

TEST_CASE("who orders the establishment of a body is no member of it") {
  CHECK(facts("They praised the order of Lina Holm on the establishment of the Northern Fishery "
              "Council.",
              {"EMPLOYEE_OR_MEMBER_OF", "Lina Holm", "Northern Fishery Council"})
            .empty());
}

TEST_CASE("who is thankful to people at a body does not work there") {
  CHECK(facts("Lina Holm is thankful to the folks at the Northern Fishery Council.",
              {"EMPLOYEE_OR_MEMBER_OF", "Lina Holm", "Northern Fishery Council"})
            .empty());
}

TEST_CASE("who is married to a sister is not married to her brother") {
  CHECK(facts("Jonas Falk is married to Lina Holm's sister.", {"SPOUSE", "Jonas Falk", "Lina Holm"})
            .empty());
}

TEST_CASE("the types of both must fit") {
  CHECK(facts("Lina Holm lived in Oslo.", {"PLACE_OF_RESIDENCE", "Oslo", "Lina Holm"}).empty());
  CHECK(facts("Lina Holm was born in Oslo.", {"SPOUSE", "Lina Holm", "Oslo"}).empty());
}

TEST_CASE("dates are values") {
  CHECK(facts("Lina Holm was born on 3 May 1961.", {"DATE_OF_BIRTH", "Lina Holm", "3 May 1961"}) ==
        Lines{"Lina Holm | schema:birthDate | 1961-05-03"});
}

TEST_CASE("a relative pronoun means what its clause is about") {
  CHECK(facts("Oslo honoured Lina Holm, who was born in Bergen.",
              {"PLACE_OF_BIRTH", "who", "Bergen"}) ==
        Lines{"Lina Holm | schema:birthPlace | Bergen"});
}

TEST_CASE("a verb that shares its subject with one that tells is not in the way") {
  CHECK(facts("Lina Holm was born in Oslo and died on 3 May 2009.",
              {"DATE_OF_DEATH", "Lina Holm", "3 May 2009"}) ==
        Lines{"Lina Holm | schema:deathDate | 2009-05-03"});
  CHECK(facts("Lina Holm said on 3 May 2009 that Jonas Falk had died.",
              {"DATE_OF_DEATH", "Lina Holm", "3 May 2009"})
            .empty());
}

TEST_CASE("what is denied or planned stays so") {
  CHECK(facts("Lina Holm did not marry Jonas Falk.", {"SPOUSE", "Lina Holm", "Jonas Falk"}) ==
        Lines{"Lina Holm | schema:spouse | Jonas Falk | not"});
  CHECK(facts("Lina Holm will marry Jonas Falk.", {"SPOUSE", "Lina Holm", "Jonas Falk"}) ==
        Lines{"Lina Holm | schema:spouse | Jonas Falk | planned"});
}

TEST_CASE("what is improbable and what nobody knows is not stored") {
  CHECK(
      facts("Lina Holm married Jonas Falk.", {"SPOUSE", "Lina Holm", "Jonas Falk", 0.2F}).empty());
  CHECK(facts("Lina Holm married Jonas Falk.", {"NEIGHBOUR", "Lina Holm", "Jonas Falk"}).empty());
}

TEST_CASE("what a sentence leaves open elsewhere denies no reading") {
  CHECK(
      facts("Nik Holm, professionally known as Nik (born 30 May 1994 in Lund), is a Swedish host.",
            {"PLACE_OF_BIRTH", "Nik Holm", "Lund"}) ==
      Lines{"Nik Holm | schema:birthPlace | Lund"});
  CHECK(facts("Jonas Falk lived in Bergen prior to moving to England.",
              {"PLACE_OF_RESIDENCE", "Jonas Falk", "England"}) ==
        Lines{"Jonas Falk | schema:homeLocation | England"});
  CHECK(facts("Jonas Falk, who may visit Oslo, was born in Hamar.",
              {"PLACE_OF_BIRTH", "who", "Hamar"}) ==
        Lines{"Jonas Falk | schema:birthPlace | Hamar"});
}

TEST_CASE("a reading below a negation is not stored") {
  CHECK(facts("Lina Holm did not say that Jonas Falk lives in Bergen.",
              {"PLACE_OF_RESIDENCE", "Jonas Falk", "Bergen"})
            .empty());
}

TEST_CASE("the date behind the word that tells is its date") {
  CHECK(facts("Barbara Holm lived with Jonas Falk until his death in 1997.",
              {"DATE_OF_DEATH", "his", "1997"}) == Lines{"Jonas Falk | schema:deathDate | 1997"});
}

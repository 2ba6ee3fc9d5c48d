// SPDX-License-Identifier: Apache-2.0
// What is no part of a name that models read: one line a case.
#include "extract/names/repair_readings.h"

#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <vector>

namespace dossier::extract {
namespace {

using Type = NameReading::Type;

/// "Berg/NNP -/: Analyst/NN": words with their tags and a space between.
Sentence sentence_of(const std::string& text) {
  Sentence sentence;
  std::istringstream words(text);
  std::uint32_t at = 0;
  for (std::string word; words >> word;) {
    const std::size_t slash = word.rfind('/');
    Token token;
    token.text = token.lemma = word.substr(0, slash);
    const std::string tag = word.substr(slash + 1);
    token.xpos = Label<Xpos>(tag);
    token.upos = Label<Upos>(tag == "," || tag == ":" ? "PUNCT"
                             : tag == "JJ"            ? "ADJ"
                             : tag == "IN"            ? "ADP"
                             : tag == "DT"            ? "DET"
                                                      : "PROPN");
    if (tag == "NNPS") token.lemma.pop_back();
    token.span = {at, at + static_cast<std::uint32_t>(token.text.size())};
    at = token.span.end + 1;
    sentence.tokens.push_back(std::move(token));
  }
  return sentence;
}

struct Reading {
  std::uint32_t first, last;
  Type type = Type::person;
};

/// The words of what is left, "|" between names.
std::string repaired(const std::string& text, const std::vector<Reading>& readings) {
  Sentence sentence = sentence_of(text);
  for (const Reading& reading : readings)
    sentence.name_readings.push_back({{reading.first, reading.last}, reading.type, 0.9F});
  std::string out;
  for (const NameReading& reading : repaired_readings(sentence)) {
    if (!out.empty()) out += " |";
    for (std::uint32_t i = reading.tokens.first; i < reading.tokens.last; ++i)
      out += (out.empty() ? "" : " ") + sentence.tokens[i].text;
  }
  return out;
}

TEST_CASE("a person's name ends before an address and a dash between spaces") {
  CHECK(repaired("Anna/NNP Berg/NNP -/: Analyst/NNP", {{0, 4}}) == "Anna Berg");
  CHECK(repaired("Anna/NNP Berg/NNP berg@norwave.example/NNP", {{0, 3}}) == "Anna Berg");
  CHECK(repaired("Omar/NNP al/NNP -/: Karim/NNP", {{0, 4}}) == "Omar al - Karim");
}

TEST_CASE("a given name that is a title as well belongs to a lone surname") {
  CHECK(repaired("Dean/NNP Kamen/NNP left/VBD", {{1, 2}}) == "Dean Kamen");
  CHECK(repaired("Dean/NNP Berg/NNP of/IN Oslo/NNP", {{1, 2}}) == "Berg");
  CHECK(repaired("Dean/NNP Maria/NNP Berg/NNP", {{1, 3}}) == "Maria Berg");
  CHECK(repaired("Senator/NNP Kamen/NNP left/VBD", {{1, 2}}) == "Kamen");
}

TEST_CASE("a country behind a preposition is no part of the name behind it") {
  CHECK(repaired("to/IN the/DT United/NNP States/NNPS Anna/NNP Berg/NNP", {{2, 6}}) ==
        "United States | Anna Berg");
  CHECK(repaired("met/VBD Chad/NNP Tom/NNP Berg/NNP", {{1, 4}}) == "Chad Tom Berg");
}

TEST_CASE("the day of a date is no part of the name before it") {
  CHECK(repaired("Coast/NNP Post/NNP Sunday/NNP ,/, November/NNP", {{0, 3, Type::other}}) ==
        "Coast Post");
  CHECK(repaired("Bloody/NNP Sunday/NNP left/VBD", {{0, 2, Type::event}}) == "Bloody Sunday");
}

TEST_CASE("a surname belongs to the initial or the nickname before it") {
  const Type place = Type::place;
  CHECK(repaired("Scott/NNP C./NNP Dayton/NNP left/VBD", {{0, 2}, {2, 3, place}}) ==
        "Scott C. Dayton");
  CHECK(repaired("Scott/NNP C./NNP left/VBD", {{0, 2}}) == "Scott C.");
  CHECK(repaired("John/NNP \"/`` Jack/NNP \"/'' Reed/NNP", {{0, 1}, {2, 3}, {4, 5}}) ==
        "John \" Jack \" Reed");
  CHECK(repaired("John/NNP \"/`` yes/UH \"/'' said/VBD", {{0, 1}}) == "John");
}

TEST_CASE("a word of the closed classes alone names nothing") {
  CHECK(repaired("the/DT lake/NN", {{0, 1, Type::place}}).empty());
  CHECK(repaired("US/NNP ships/NNS", {{0, 1, Type::place}}) == "US");
}

TEST_CASE("an acronym with a hyphen is one name, two known ones are not") {
  // Tokens that touch: the words of this test have spaces, so the spans are closed up.
  Sentence sentence = sentence_of("CJTF/NNP -/HYPH OIR/NNP has/VBZ ships/NNS");
  const auto close_up = [](Sentence& one) {
    one.tokens[1].span = {one.tokens[0].span.end, one.tokens[0].span.end + 1};
    one.tokens[2].span = {one.tokens[1].span.end, one.tokens[1].span.end + 3};
  };
  close_up(sentence);
  sentence.name_readings.push_back({{0, 1}, Type::organization, 0.9F});
  REQUIRE(repaired_readings(sentence).size() == 1);
  CHECK(repaired_readings(sentence)[0].tokens.last == 3);
  Sentence both = sentence_of("UK/NNP -/HYPH EU/NNP talks/NNS failed/VBD");
  close_up(both);
  both.name_readings.push_back({{0, 1}, Type::organization, 0.9F});
  CHECK(repaired_readings(both)[0].tokens.last == 1);
}

TEST_CASE("a preposition that opens a sentence is no part of a name") {
  CHECK(repaired("Near/NNP Ayn/NNP Isa/NNP", {{0, 3, Type::place}}) == "Ayn Isa");
}

TEST_CASE("lone words of people beside each other are one name") {
  CHECK(repaired("Anna/NNP Berg/NNP", {{0, 1}, {1, 2}}) == "Anna Berg");
  CHECK(repaired("Anna/NNP ,/, Berg/NNP", {{0, 1}, {2, 3}}) == "Anna | Berg");
  CHECK(repaired("Oslo/NNP Berg/NNP", {{0, 1, Type::place}, {1, 2}}) == "Oslo | Berg");
}

TEST_CASE("names on both sides of an ampersand are one body") {
  CHECK(repaired("Berg/NNP &/CC Lund/NNP", {{0, 1}, {2, 3}}) == "Berg & Lund");
  CHECK(repaired("Berg/NNP and/CC Lund/NNP", {{0, 1}, {2, 3}}) == "Berg | Lund");
}

TEST_CASE("a partner without a name belongs to the body") {
  CHECK(repaired("Barlow/NNP &/CC Sons/NNS left/VBD", {{0, 1}}) == "Barlow & Sons");
  CHECK(repaired("Barlow/NNP &/CC he/PRP left/VBD", {{0, 1}}) == "Barlow");
}

TEST_CASE("no name ends with a preposition") {
  CHECK(repaired("Dukes/NNPS of/IN Varenne/NNP", {{0, 2}}) == "Dukes of Varenne");
  CHECK(repaired("Dukes/NNPS of/IN Varenne/NNP", {{0, 2}, {2, 3}}) == "Dukes of Varenne");
  CHECK(repaired("Dukes/NNPS of/IN the/DT sea/NN", {{0, 2}}) == "Dukes");
}

TEST_CASE("titles alone are no names") {
  CHECK(repaired("Professor/NNP Berg/NNP", {{0, 1}, {1, 2}}) == "Berg");
  CHECK(repaired("Mr./NNP President/NNP", {{0, 2}}).empty());
  CHECK(repaired("Senators/NNPS", {{0, 1}}).empty());
  CHECK(repaired("Republican/JJ Senators/NNPS", {{0, 2, Type::organization}}).empty());
  CHECK(repaired("King/NNP", {{0, 1}}) == "King");
}

TEST_CASE("letters behind a name and abbreviations are no names") {
  CHECK(repaired("Anna/NNP Berg/NNP ,/, QX/NNP ,/,", {{0, 2}, {3, 4, Type::organization}}) ==
        "Anna Berg");
  CHECK(repaired("Anna/NNP Berg/NNP ,/, UN/NNP envoy/NN", {{0, 2}, {3, 4, Type::organization}}) ==
        "Anna Berg | UN");
  CHECK(repaired("VHS/NNP", {{0, 1, Type::organization}}).empty());
}

}  // namespace
}  // namespace dossier::extract

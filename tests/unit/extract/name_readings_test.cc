// SPDX-License-Identifier: Apache-2.0
// What rules find and what the network reads, brought together: one line a case.
#include "extract/names/name_readings.h"

#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <vector>

namespace dossier::extract {
namespace {

/// A sentence whose words are units of their own.
SentenceNames units_of(const std::string& text, Sentence& sentence) {
  SentenceNames names;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    NameUnit unit;
    unit.first = static_cast<std::uint32_t>(names.units.size());
    unit.last = unit.first + 1;
    unit.text = word;
    unit.capital = word[0] >= 'A' && word[0] <= 'Z';
    names.units.push_back(unit);
    sentence.tokens.emplace_back();
    sentence.tokens.back().text = word;
    sentence.tokens.back().upos = unit.capital ? Upos::propn : Upos::noun;
  }
  return names;
}

NameSpan rule(std::uint32_t first, std::uint32_t last, MentionType type, int certainty) {
  NameSpan span;
  span.first = first;
  span.last = last;
  span.type = type;
  span.certainty = certainty;
  return span;
}

struct Case {
  std::string text;
  std::vector<NameSpan> rules;
  std::vector<NameReading> readings;
  std::string expected;  ///< "words:type; ..." with the type's number
};

std::string read_names(const Case& one) {
  Sentence sentence;
  SentenceNames names = units_of(one.text, sentence);
  names.spans = one.rules;
  sentence.name_readings = one.readings;
  apply_readings(sentence, names);
  std::string out;
  for (const NameSpan& span : names.spans) {
    if (!out.empty()) out += "; ";
    for (std::uint32_t i = span.first; i < span.last; ++i) out += names.units[i].text + " ";
    switch (span.type) {
      case MentionType::person:
        out += "person";
        break;
      case MentionType::organization:
        out += "organization";
        break;
      case MentionType::place:
        out += "place";
        break;
      case MentionType::country:
        out += "country";
        break;
      default:
        out += "unknown";
    }
  }
  return out;
}

constexpr MentionType kPersonType = MentionType::person;
constexpr MentionType kPlaceType = MentionType::place;
constexpr MentionType kCountryType = MentionType::country;
constexpr MentionType kUnknownType = MentionType::unknown;

}  // namespace

TEST_CASE("what rules only guess is the network's to say, what they know stays") {
  const Case cases[] = {
      // A type for a name nothing is known about, however unsure; a sure one against a guess.
      {"Tarn fell", {rule(0, 1, kUnknownType, 0)}, {{{0, 1}, "PLACE", 0.4F}}, "Tarn place"},
      {"Tarn fell", {rule(0, 1, kPersonType, 1)}, {{{0, 1}, "PLACE", 0.6F}}, "Tarn person"},
      {"Tarn fell", {rule(0, 1, kPersonType, 1)}, {{{0, 1}, "PLACE", 0.9F}}, "Tarn place"},
      {"Tarn fell", {rule(0, 1, kPersonType, 3)}, {{{0, 1}, "PLACE", 0.9F}}, "Tarn person"},
      // A country is a place already.
      {"Tarn fell", {rule(0, 1, kCountryType, 1)}, {{{0, 1}, "PLACE", 0.9F}}, "Tarn country"},
      // Where a name ends: against guesses; around a known name of the same type, but for people.
      {"Ada Tarn Bridge",
       {rule(0, 2, kPersonType, 1), rule(2, 3, kUnknownType, 0)},
       {{{0, 3}, "PLACE", 0.5F}},
       "Ada Tarn Bridge place"},
      {"New Tarn", {rule(1, 2, kCountryType, 3)}, {{{0, 2}, "PLACE", 0.9F}}, "New Tarn place"},
      {"New Tarn", {rule(1, 2, kCountryType, 3)}, {{{0, 2}, "PLACE", 0.7F}}, "Tarn country"},
      {"Director Moss", {rule(1, 2, kPersonType, 3)}, {{{0, 2}, "PERSON", 0.9F}}, "Moss person"},
      // Names without a rule's span; dates are none.
      {"by Tarn", {}, {{{1, 2}, "ORGANIZATION", 0.6F}}, "Tarn organization"},
      {"by Tarn", {}, {{{1, 2}, "ORGANIZATION", 0.4F}}, ""},
      {"by tarn", {}, {{{1, 2}, "ORGANIZATION", 0.9F}}, ""},
      {"in Feb.", {rule(1, 2, kPlaceType, 1)}, {{{1, 2}, "TIME", 0.9F}}, ""}};
  for (const Case& one : cases) {
    INFO(one.text << " -> " << one.expected);
    CHECK(read_names(one) == one.expected);
  }
}

}  // namespace dossier::extract

// SPDX-License-Identifier: Apache-2.0
// What two models read, brought together, and what the lexicon makes of it: one line a case.
#include "extract/names/name_readings.h"

#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <vector>

namespace dossier::extract {
namespace {

using Type = NameReading::Type;

/// "0-2 person; 3-4 time"
std::string text_of(const std::vector<NameReading>& readings) {
  static const std::vector<std::string> kTypes{"person", "organization", "place",
                                               "event",  "time",         "other"};
  std::string out;
  for (const NameReading& reading : readings)
    out += (out.empty() ? "" : "; ") + std::to_string(reading.tokens.first) + "-" +
           std::to_string(reading.tokens.last) + " " +
           kTypes[static_cast<std::size_t>(reading.type)];
  return out;
}

/// A sentence whose words are units of their own.
std::vector<NameUnit> units_of(const std::string& text) {
  std::vector<NameUnit> units;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    NameUnit unit;
    unit.first = static_cast<std::uint32_t>(units.size());
    unit.last = unit.first + 1;
    unit.text = word;
    units.push_back(unit);
  }
  return units;
}

}  // namespace

TEST_CASE("the reading model is believed unless the network is much surer") {
  struct Case {
    std::string_view why;
    std::vector<NameReading> network, model;
    std::string expected;
  };
  const Case cases[] = {
      {"nothing", {}, {}, ""},
      {"the type of the surer one",
       {{{0, 2}, Type::place, 0.4F}},
       {{{0, 2}, Type::person, 0.5F}},
       "0-2 person"},
      {"the type of the surer one",
       {{{0, 2}, Type::place, 0.6F}},
       {{{0, 2}, Type::person, 0.5F}},
       "0-2 place"},
      {"the extent of the surer one",
       {{{0, 3}, Type::person, 0.9F}},
       {{{0, 2}, Type::person, 0.95F}},
       "0-3 person"},
      {"the extent of the model",
       {{{0, 3}, Type::person, 0.6F}},
       {{{0, 2}, Type::person, 0.95F}},
       "0-2 person"},
      {"two of the model in the way, one of them sure",
       {{{0, 3}, Type::place, 0.6F}},
       {{{0, 1}, Type::person, 0.5F}, {{2, 3}, Type::place, 0.9F}},
       "0-1 person; 2-3 place"},
      {"a place of the network alone, sure", {{{1, 2}, Type::place, 0.8F}}, {}, "1-2 place"},
      {"a place of the network alone, not sure", {{{1, 2}, Type::place, 0.6F}}, {}, ""},
      {"a person of the network alone, not sure", {{{1, 2}, Type::person, 0.8F}}, {}, ""},
      {"times are the network's", {{{4, 5}, Type::time, 0.3F}}, {}, "4-5 time"},
      {"in the order of the text",
       {{{0, 1}, Type::time, 0.9F}, {{5, 6}, Type::other, 0.4F}},
       {{{2, 3}, Type::person, 0.9F}},
       "0-1 time; 2-3 person; 5-6 other"},
  };
  for (const Case& one : cases) {
    INFO(one.why);
    CHECK(text_of(merge_readings(one.network, one.model)) == one.expected);
  }
}

TEST_CASE("the lexicon makes types narrower, and knows countries") {
  struct Case {
    std::string text;
    NameReading reading;
    MentionType type;
    bool certain;
  };
  const Case cases[] = {
      {"Kenya won", {{0, 1}, Type::organization, 0.9F}, MentionType::country, true},
      {"Jordan won", {{0, 1}, Type::person, 0.9F}, MentionType::person, false},
      {"Jordan won", {{0, 1}, Type::person, 0.5F}, MentionType::country, true},
      {"near Nairobi", {{1, 2}, Type::place, 0.9F}, MentionType::city, false},
      {"by Nairobi", {{1, 2}, Type::organization, 0.9F}, MentionType::organization, false},
      {"by Tarn", {{1, 2}, Type::other, 0.9F}, MentionType::unknown, false},
  };
  for (const Case& one : cases) {
    INFO(one.text);
    Sentence sentence;
    sentence.name_readings = {one.reading};
    const auto spans = spans_of_readings(sentence, units_of(one.text), Lexicon::builtin());
    REQUIRE(spans.size() == 1);
    CHECK(spans[0].type == one.type);
    CHECK(spans[0].certain == one.certain);
  }
}

TEST_CASE("a time is no name") {
  Sentence sentence;
  sentence.name_readings = {{{1, 2}, Type::time, 0.9F}};
  CHECK(spans_of_readings(sentence, units_of("in Feb."), Lexicon::builtin()).empty());
}

}  // namespace dossier::extract

// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>

#include "analysed_text.h"

namespace dossier::extract {
namespace {

/// The mentions as "text (type)", with "title -> " before where there is one.
std::string names(const std::string& text) {
  static constexpr const char* kTypes[] = {"person", "organization", "place",   "country",
                                           "city",   "event",        "work",    "product",
                                           "people", "individual",   "concept", "unknown"};
  std::string out;
  for (const Sentence& sentence :
       test::analysed(text, "2020-11-17", {.last = Pass::missing_names}).sentences) {
    for (const Mention& mention : sentence.mentions) {
      if (!out.empty()) out += "; ";
      if (!mention.title.empty()) out += mention.title + " -> ";
      out += mention.text + " (" + kTypes[static_cast<std::size_t>(mention.type)] + ")";
    }
  }
  return out;
}

struct Case {
  std::string text;
  std::string expected;
};

}  // namespace

TEST_CASE("names are found, typed and parted from titles") {
  const Case cases[] = {
      {"Foreign Minister Ana Lopes spoke to Mr Hahn.",
       "Foreign Minister -> Ana Lopes (person); Mr -> Hahn (person)"},
      {"The press conference followed talks with Water Minister of Kenya Daniel Otieno.",
       "Kenya (country); Daniel Otieno (person)"},
      {"He met President of Kenya Daniel Otieno.", "Kenya (country); Daniel Otieno (person)"},
      {"Israeli Prime Minister David Adler called.",
       "Israeli (country); Prime Minister -> David Adler (person)"},
      {"the UN Secretary-General Maria Costa",
       "UN (organization); Secretary-General -> Maria Costa (person)"},
      {"a letter by poet Alexander Galin", "poet -> Alexander Galin (person)"},
      {"President of the International Committee of the Blue Star (ICBS) Paul Weber came.",
       "International Committee of the Blue Star (organization); ICBS (organization); Paul Weber "
       "(person)"},
      {"the Ministry for Civil Defence, Emergencies and Disaster Relief",
       "Ministry for Civil Defence, Emergencies and Disaster Relief (organization)"},
      {"the Office of the UN High Commissioner for Refugees, UNESCO and Armenia",
       "Office of the UN High Commissioner for Refugees (organization); UNESCO (organization); "
       "Armenia (country)"},
      {"the Minister of Foreign Affairs and Expatriates of Syria", "Syria (country)"},
      {"Kenyans and Danes in Guinea-Bissau",
       "Kenyans (people); Danes (people); Guinea-Bissau (country)"},
      {"the Russian Emergencies Ministry and Russian doctors",
       "Russian Emergencies Ministry (organization); Russian (country)"},
      {"The van stopped at Miller's Bridge.", "Miller's Bridge (place)"},
      {"The van stopped at Norway's bridge.", "Norway (country)"},
      {"A German met a Swedish nurse.", "Swedish (country)"},
      {"Smith and Jones was founded in Oslo.", "Smith and Jones (unknown); Oslo (city)"},
      {"Carl Smith and Anna Jones were married.", "Carl Smith (person); Anna Jones (person)"},
      {"along the Mara Corridor near the Blue River", "Mara Corridor (place); Blue River (place)"},
      {"the November 9 Statement and the war of 1992–1994",
       "November 9 Statement (work); war of 1992–1994 (event)"},
      {"the Minsk agreements and the Astana process",
       "Minsk agreements (work); Astana process (event)"},
      {"Russian-Turkish patrols and an OSCE-led team",
       "Russian (country); Turkish (country); OSCE (organization)"},
      {"Baltic Turbines Ltd. of Tallinn, Estonia",
       "Baltic Turbines Ltd. (organization); Tallinn (city); Estonia (country)"},
      {"the Max Planck Institute for Polymer Research",
       "Max Planck Institute for Polymer Research (organization)"},
      {"Ursula von der Leyen and Bashar al-Assad",
       "Ursula von der Leyen (person); Bashar al-Assad (person)"},
      {"the French and US co-chairs in Washington",
       "French (country); US (country); Washington (city)"},
      {"On Monday in May we saw the President and the Prime Minister.", ""},
      {"However, Overall and Generally are words. Today it rained.", ""}};
  for (const Case& test : cases) {
    INFO(test.text);
    CHECK(names(test.text) == test.expected);
  }
}

TEST_CASE("the document tells what a word alone does not") {
  CHECK(names("Berg left. Later Anna Berg came back.") == "Berg (person); Anna Berg (person)");
  CHECK(names("The Coastal Rescue Group (CRG) is small. CRG has ships.") ==
        "Coastal Rescue Group (organization); CRG (organization); CRG (organization)");
  CHECK(names("Rain fell. The rain stopped.").empty());
  CHECK(names("3. Allotments.\n\nMrs Anna Berg will retire.") == "Mrs -> Anna Berg (person)");
  CHECK(names("Cllr Anna Berg met Cllr Lund.") ==
        "Cllr -> Anna Berg (person); Cllr -> Lund (person)");
}

}  // namespace dossier::extract

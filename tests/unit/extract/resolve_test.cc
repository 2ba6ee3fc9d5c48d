// SPDX-License-Identifier: Apache-2.0
// Runs tests/unit/extract/resolve/*.txt: a text, then lines that must ("= ") or must not
// ("! ") be among its facts and mentions.
#include <algorithm>
#include <catch2/catch.hpp>

#include "extract/lexicon/known_names.h"
#include "extract/names/acronyms.h"
#include "extract/names/name_forms.h"
#include "extract/names/short_forms.h"
#include "tests/case_file.h"
#include "tests/unit/extract/read_text.h"

using namespace dossier;

TEST_CASE("names, pronouns and descriptions find their entities", "[resolve]") {
  const auto cases = test::read_cases(DOSSIER_TEST_DATA "/resolve", "=!");
  REQUIRE(cases.size() >= 20);
  for (const test::Case& one : cases) {
    const test::ReadText read = test::read_text("Notes\n\n" + one.text);
    std::vector<std::string> lines = test::facts_of(read.analysis);
    for (const std::string& mention : test::mentions_of(read.analysis)) lines.push_back(mention);
    std::string all;
    for (const std::string& line : lines) all += "\n  " + line;
    INFO(one.where() << all);
    for (const std::string& line : one.marked("=")) {
      INFO("wanted: " << line);
      CHECK(std::find(lines.begin(), lines.end(), line) != lines.end());
    }
    for (const std::string& line : one.marked("!")) {
      INFO("unwanted: " << line);
      CHECK(std::find(lines.begin(), lines.end(), line) == lines.end());
    }
  }
}

TEST_CASE("the company of a company's news is the one that the headline and the text begin with") {
  const auto facts = [](const std::string& text) {
    return test::facts_of(test::read_text(text).analysis);
  };
  const auto has = [](const std::vector<std::string>& lines, const std::string& line) {
    return std::find(lines.begin(), lines.end(), line) != lines.end();
  };
  const std::string news =
      "Norwave Energy names Mia Berg chief executive\n\nNorwave Energy announced the appointment "
      "of "
      "Mia Berg on Monday. She comes from Acme Pumps. ";
  CHECK(has(facts(news + "The company opened a hub in Lima."), "Norwave Energy | open | hub"));
  // Another company was spoken of last.
  CHECK_FALSE(has(facts(news + "Acme Pumps makes pumps. The company opened a hub in Lima."),
                  "Norwave Energy | open | hub"));
}

TEST_CASE("whom a text is about may be a headline of a name and years") {
  const std::vector<std::string> lines = test::facts_of(
      test::read_text(
          "ANNA BERG (1909–1987)\n\nAviator. Born Anna Berg in Lima in 1909, the daughter "
          "of the shipwright Carl Berg and Ida Falk. Taught by the sisters of Lima, she "
          "was apprenticed to a photographer, Tullio Ferro. She sold a boat.")
          .analysis);
  CHECK(std::find(lines.begin(), lines.end(), "Anna Berg | apprentice_to | Tullio Ferro") !=
        lines.end());
  CHECK(std::find(lines.begin(), lines.end(), "Anna Berg | sell | boat") != lines.end());
}

TEST_CASE("country names, adjectives and peoples", "[resolve]") {
  using extract::CountryForm;
  using extract::find_country;
  CHECK(find_country("Norway").form == CountryForm::name);
  CHECK(find_country("the Republic of Chad").country == "Chad");
  CHECK(find_country("French").form == CountryForm::adjective);
  CHECK(find_country("French").country == "France");
  CHECK(find_country("Norwegians").form == CountryForm::people);
  CHECK(find_country("US").country == "United States");
  CHECK(find_country("us").form == CountryForm::none);
  CHECK(find_country("Republic of Letters").form == CountryForm::none);
}

TEST_CASE("acronyms and short forms", "[resolve]") {
  using namespace extract;
  CHECK(acronym_fits("UNHCR", "United Nations High Commissioner for Refugees"));
  CHECK_FALSE(acronym_fits("WFP", "International Bank"));
  CHECK(is_initials("WHO", "World Health Organization"));
  CHECK_FALSE(is_initials("WTO", "World Health Organization"));
  CHECK(is_short_form("Red Cross", "International Committee of the Red Cross"));
  CHECK(is_short_form("Trade Commission", "Trade Commission on Tariffs"));
  CHECK_FALSE(is_short_form("Foreign Ministry", "Norwegian Ministry of Foreign Affairs"));
  CHECK_FALSE(is_short_form("Ministry", "Ministry of Health"));
  CHECK(bare_name("the  Red Cross’s") == "Red Cross");
  CHECK(without_honorific("Mr. Carl Lund") == "Carl Lund");
}

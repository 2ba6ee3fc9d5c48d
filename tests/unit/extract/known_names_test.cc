// SPDX-License-Identifier: Apache-2.0
#include "extract/lexicon/known_names.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "extract/lexicon/lexicon.h"
#include "extract/names/name_forms.h"

using namespace dossier::extract;

TEST_CASE("countries are known by name, adjective and people") {
  CHECK(find_country("Tonga").country == "Tonga");
  CHECK(find_country("Congo-Brazzaville").country == "Republic of the Congo");
  CHECK(find_country("Scottish").form == CountryForm::adjective);
  CHECK(find_country("Guam").form == CountryForm::name);
  CHECK(find_country("Republic of San Marino").country == "San Marino");
  CHECK(find_country("Lima").form == CountryForm::none);
}

TEST_CASE("a word that two countries claim is neither's") {
  CHECK(find_country("Korean").form == CountryForm::none);
  CHECK(Lexicon::builtin().name("Korean").is(kNationality));
  CHECK(find_country("South Korean").country == "South Korea");
}

TEST_CASE("an organisation is known by each of its names") {
  CHECK(well_known_body("WHO") == "World Health Organization");
  CHECK(well_known_body("the United Nations Children's Fund") == "UN Children's Fund");
  CHECK(well_known_body("BBC").empty());
  CHECK(Lexicon::builtin().name("BBC").is(kOrganization));
  const std::vector<std::string> names = names_of_body("World Health Organization");
  REQUIRE_FALSE(names.empty());
  CHECK(names.front() == "World Health Organization");
  CHECK(std::find(names.begin(), names.end(), "WHO") != names.end());
  CHECK(names_of_body("BBC").empty());
}

TEST_CASE("names written by hand go before those of the model") {
  const Lexicon& lexicon = Lexicon::builtin();
  CHECK(lexicon.name("Asia").is(kRegion));
  CHECK(lexicon.name("Islamic Republic of Iran").canonical == "Iran");
  CHECK(lexicon.name("Mr.").is(kHonorific));
  CHECK(lexicon.name("Rep.").is(kHonorific));
  CHECK_FALSE(lexicon.name("Rep").is(kHonorific));
}

TEST_CASE("an honorific is no given name") {
  CHECK(is_honorific("Gen."));
  CHECK(is_honorific("MR"));
  CHECK_FALSE(is_honorific("Rep"));
  CHECK_FALSE(is_honorific("Don"));
  CHECK(without_honorific("Don Lund") == "Don Lund");
  CHECK(without_honorific("Dr. Anna Berg") == "Anna Berg");
}

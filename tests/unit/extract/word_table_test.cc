// SPDX-License-Identifier: Apache-2.0
#include "extract/lexicon/word_table.h"

#include <catch2/catch.hpp>
#include <stdexcept>

#include "extract/clause/words.h"
#include "extract/embedded.h"

using namespace dossier::extract;

TEST_CASE("a table of words is read by row, flag and column") {
  const WordTable table(
      "# Verbs.\n# strong  has no ending\n# verb\tflags\tpast\n"
      "go\tstrong light\twent\nhope\nsee\tstrong\tsaw\n");
  REQUIRE(table.size() == 3);
  CHECK(table.words()[1] == "hope");
  const std::size_t go = table.row("go");
  CHECK(table.flags(go) == (table.flag("strong") | table.flag("light")));
  CHECK(table.cell(go, table.column("past")) == "went");
  const std::size_t hope = table.row("hope");
  CHECK(table.flags(hope) == 0);
  CHECK(table.cell(hope, table.column("past")).empty());
  CHECK(table.row("verb") == WordTable::kAbsent);
  CHECK_THROWS_AS(table.flag("weak"), std::logic_error);
  CHECK_THROWS_AS(table.column("future"), std::logic_error);
}

TEST_CASE("a table of words that cannot be read is an error") {
  CHECK_THROWS_AS(WordTable("go\tstrong\n"), std::logic_error);
  CHECK_THROWS_AS(WordTable("# verb\tflags\ngo\tstrong\twent\n"), std::logic_error);
  CHECK_THROWS_AS(WordTable::builtin("no_such_table"), std::logic_error);
}

TEST_CASE("every embedded table has words") {
  REQUIRE_FALSE(embedded::words().empty());
  for (const embedded::File& file : embedded::words()) {
    INFO(file.path);
    CHECK(WordTable::builtin(file.name().substr(0, file.name().rfind('.'))).size() > 0);
  }
}

TEST_CASE("words answer what they do in a clause") {
  using namespace clause;
  CHECK(is_reporting_verb("say"));
  CHECK_FALSE(is_reporting_verb("go"));
  CHECK(takes_clause("hope"));
  CHECK(clause_modality("hope") == Modality::hoped);
  CHECK(clause_modality("say") == Modality::asserted);
  CHECK(subject_control("agree") == Modality::planned);
  CHECK(subject_control("begin") == Modality::asserted);
  CHECK(subject_control("say") == std::nullopt);
  CHECK(object_control("call_on") == Modality::hoped);
  CHECK(adjective_clause("sure", Modality::planned) == Modality::expected);
  CHECK(adjective_clause("sure", Modality::hoped) == Modality::asserted);
  CHECK(is_failing_verb("refuse"));
  CHECK(is_failing_verb("unable"));
  CHECK(noun_takes("interest", "in"));
  CHECK_FALSE(noun_takes("interest", "into"));
  REQUIRE(verb_of_noun("growth"));
  CHECK(verb_of_noun("growth")->lemma == "grow");
  CHECK(verb_of_noun("growth")->intransitive);
  CHECK_FALSE(verb_of_noun("signing")->intransitive);
  bool ended = false;
  CHECK(is_title_modifier("former", ended));
  CHECK(ended);
  CHECK(is_title_modifier("new", ended));
  CHECK_FALSE(ended);
}

TEST_CASE("a fixed phrase is the longest that the words begin with") {
  using namespace clause;
  const std::string words[] = {"in", "case", "of", "fire"};
  const FixedPhrase longest = fixed_phrase(words);
  CHECK(longest.kind == Fixed::preposition);
  CHECK(longest.length == 3);
  CHECK(longest.name == "in_case_of");
  CHECK(fixed_phrase(std::span(words).first(2)).kind == Fixed::subordinator);
  CHECK(fixed_phrase(std::span(words).last(2)).kind == Fixed::none);
  const std::string joined[] = {"in_case_of", "fire"};
  CHECK(fixed_phrase(joined).kind == Fixed::none);
}

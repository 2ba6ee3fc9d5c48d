// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "extract/resolve/pronoun_signs.h"
#include "tests/unit/extract/read_text.h"

namespace dossier::extract::resolve {
namespace {

/// Of the first mention of `name`, seen from the last word `pronoun` of the text.
PronounSigns signs(const std::string& text, const std::string& name, const std::string& pronoun) {
  const test::ReadText read = test::read_text(text);
  PronounReading reading;
  for (std::uint32_t s = 0; s < read.analysis.sentences.size(); ++s)
    for (std::uint32_t i = 0; i < read.analysis.sentences[s].tokens.size(); ++i)
      if (read.analysis.sentences[s].tokens[i].text == pronoun) {
        reading.sentence = s;
        reading.token = i;
      }
  for (std::uint32_t s = 0; s < read.analysis.sentences.size(); ++s)
    for (std::uint32_t m = 0; m < read.analysis.sentences[s].mentions.size(); ++m)
      if (read.analysis.sentences[s].mentions[m].text == name)
        return signs_of(read.analysis, reading, {s, m, 1.0F});
  FAIL("no such name");
  return {};
}

}  // namespace

TEST_CASE("where a name stands, seen from a pronoun") {
  const std::string text = "Anna Berg visited Oslo. She praised Clara Lund.";
  CHECK(signs(text, "Anna Berg", "She").last_before);
  CHECK(signs(text, "Anna Berg", "She").parallel);
  CHECK(signs(text, "Clara Lund", "She").behind);
  const PronounSigns own = signs("Anna Berg praised her lawyer.", "Anna Berg", "her");
  CHECK(own.before);
  CHECK(own.owns);
  CHECK_FALSE(own.goes_on);
  CHECK(signs("Anna Berg said that she left Oslo.", "Anna Berg", "she").goes_on);
}

TEST_CASE("who is named far from the pronoun is less likely") {
  PronounSigns near, far;
  near.before = true;
  CHECK(near.factor() > 1);
  CHECK(far.factor() < 1);
  far.add(near);
  CHECK(far.factor() == near.factor());
}

TEST_CASE("what the model reads keeps its order") {
  CHECK(tempered(0.2F) < tempered(0.4F));
  CHECK(tempered(1.0F) == 1.0F);
}

}  // namespace dossier::extract::resolve

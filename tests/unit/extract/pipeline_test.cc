// SPDX-License-Identifier: Apache-2.0
// The passes: their order, leaving one out, stopping after one, and what they cost.
#include "extract/pipeline.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "dossier/error.h"
#include "tests/unit/extract/analysed_text.h"

using namespace dossier;
using extract::Analysis;
using extract::Pass;

namespace {

const std::string kText = "Anna Lund became director of Norwave in May 2021. She met Omar Sy.";

std::vector<std::string> names_of_passes() {
  std::vector<std::string> names;
  for (const extract::PassInfo& pass : extract::passes()) names.emplace_back(pass.name);
  return names;
}

}  // namespace

TEST_CASE("every pass is timed, in the order of the list", "[pipeline]") {
  IngestProfile profile;
  test::analysed(kText, "2021-06-01", {.profile = &profile});
  std::vector<std::string> timed;
  for (const auto& stage : profile.stages()) timed.push_back(stage.name);
  CHECK(timed == names_of_passes());
}

TEST_CASE("what comes after the last pass is not run", "[pipeline]") {
  const Analysis analysis = test::analysed(kText, "2021-06-01", {.last = Pass::names});
  CHECK_FALSE(analysis.sentences[0].mentions.empty());
  CHECK(analysis.sentences[0].clauses.empty());
  CHECK(analysis.entities.empty());
}

TEST_CASE("a pass can be left out by its name", "[pipeline]") {
  const auto typed_facts = [](std::vector<std::string> without) {
    const Analysis analysis = test::analysed(kText, "2021-06-01", {.without = std::move(without)});
    std::size_t count = 0;
    for (const extract::Sentence& sentence : analysis.sentences)
      count += sentence.typed_facts.size();
    return count;
  };
  CHECK(typed_facts({}) > 0);
  CHECK(typed_facts({"rules"}) == 0);
  CHECK(typed_facts({"clauses", "rules"}) == 0);
}

TEST_CASE("the tree as the clauses read it stays on the sentence, with its predicates",
          "[pipeline]") {
  const std::string text = "They ignored contacts with the opposition.";
  const auto read = [&](Pass last) { return test::analysed(text, {}, {.last = last}); };
  const Analysis before = read(Pass::names), after = read(Pass::clauses);
  const std::size_t opposition = 5;
  CHECK(before.sentences[0].tokens[opposition].relation == extract::Relation::obl);
  const extract::Sentence& sentence = after.sentences[0];
  CHECK(sentence.tokens[opposition].relation == extract::Relation::nmod);
  CHECK(sentence.tokens[static_cast<std::size_t>(sentence.tokens[opposition].head)].text ==
        "contacts");
  REQUIRE(sentence.predicates.size() == 1);
  CHECK(sentence.predicates[0].head == sentence.frames[0].head);
  CHECK(before.sentences[0].predicates.empty());
}

TEST_CASE("each pass can be missing without a crash", "[pipeline]") {
  for (const std::string& name : names_of_passes()) {
    INFO(name);
    CHECK_NOTHROW(test::analysed(kText, "2021-06-01", {.without = {name}}));
  }
}

TEST_CASE("a pass that does not exist is refused", "[pipeline]") {
  CHECK_THROWS_AS(test::analysed(kText, "", {.without = {"spell"}}), Error);
}

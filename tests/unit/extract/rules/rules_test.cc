// SPDX-License-Identifier: Apache-2.0
// What rules may say, what is wrong with those that are wrong, and what stops those that run away.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "../../storage/temp_dir.h"
#include "dossier/error.h"
#include "dossier/extract.h"
#include "extract/rules/rule_set.h"
#include "tests/unit/extract/rules/typed_facts.h"

using namespace dossier;
using extract::rules::RuleLimits;
using extract::rules::RuleSet;
using extract::rules::RuleText;

namespace {

const char* const kText = "Anna Berg met Carl Lund in Oslo on 3 May 2021.";

std::string rule(const std::string& construct, const std::string& where) {
  return "CONSTRUCT { " + construct + " }\nWHERE { " + where + " }\n";
}
const char* const kMeet = "?f k:lemma \"meet\" ; k:subject ?a ; k:object ?b .";

/// A folder of rules.
class RuleFolder {
 public:
  RuleFolder() { std::filesystem::create_directory(path()); }
  void add(const std::string& name, const std::string& text) {
    std::ofstream(path() + "/" + name) << text;
  }
  std::string path() const { return folder_ / "rules"; }

 private:
  storage::TempDir folder_;
};

std::vector<std::string> facts_with(const std::string& text, const std::string& document = kText) {
  RuleFolder folder;
  folder.add("mine.rq", text);
  return test::typed_facts(test::ruled(document, Rules::with_folder(folder.path())), "mine");
}

/// The error of a rule, as a person sees it, without the folder.
std::string error_of(const std::string& text) {
  RuleFolder folder;
  folder.add("mine.rq", text);
  try {
    Rules::with_folder(folder.path());
  } catch (const Error& error) {
    const std::string described = error.describe();
    REQUIRE(described.starts_with(folder.path() + "/"));
    return described.substr(folder.path().size() + 1);
  }
  return "no error";
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a fact takes time, place, polarity and modality from its frame") {
  const std::string meets = rule("?a r:know ?b {| k:frame ?f |}", kMeet);
  CHECK(facts_with(meets) == Lines{"Anna Berg | r:know | Carl Lund | time=2021-05-03 place=Oslo"});
  CHECK(facts_with(meets, "Anna Berg did not meet Carl Lund.") ==
        Lines{"Anna Berg | r:know | Carl Lund | not"});
  CHECK(facts_with(meets, "Will Anna Berg meet Carl Lund?") ==
        Lines{"Anna Berg | r:know | Carl Lund | asked"});
}

TEST_CASE("a rule may state less than the frame, never more") {
  const auto stating = [](const std::string& what) {
    return rule("?a r:know ?b {| k:frame ?f ; " + what + " |}", kMeet);
  };
  CHECK(facts_with(stating("k:modality \"possible\"")) ==
        Lines{"Anna Berg | r:know | Carl Lund | possible time=2021-05-03 place=Oslo"});
  CHECK(facts_with(stating("k:modality \"possible\""), "Anna Berg will meet Carl Lund.") ==
        Lines{"Anna Berg | r:know | Carl Lund | planned"});
  CHECK(facts_with(stating("k:polarity \"positive\""), "Anna Berg did not meet Carl Lund.") ==
        Lines{"Anna Berg | r:know | Carl Lund | not"});
  CHECK(facts_with(stating("k:time \"1999\"^^xsd:gYear")) ==
        Lines{"Anna Berg | r:know | Carl Lund | time=1999 place=Oslo"});
}

TEST_CASE("a rule's confidence is a factor of the frame's") {
  RuleFolder folder;
  folder.add("mine.rq", rule("?a r:p ?b {| k:frame ?f |} . ?a r:q ?b {| k:frame ?f ; "
                             "k:confidence 0.5 |}",
                             kMeet));
  const auto analysis = test::ruled(kText, Rules::with_folder(folder.path()));
  double whole = 0, half = 0;
  for (const extract::TypedFact& fact : analysis.sentences.front().typed_facts) {
    if (fact.predicate.value().ends_with(":p")) whole = fact.said.confidence;
    if (fact.predicate.value().ends_with(":q")) half = fact.said.confidence;
  }
  CHECK(whole > 0.5);
  CHECK(half == Approx(whole / 2));
}

TEST_CASE("a fact of a sentence is no surer than the weakest of its frames") {
  const std::string names =
      rule("?a r:beside ?b {| k:sentence ?s |}",
           "?m k:of ?a ; k:partOf ?s . ?n k:of ?b ; k:partOf ?s . "
           "FILTER(STR(?a) < STR(?b)) ?a a schema:Person . ?b a schema:Person");
  CHECK(facts_with(names) == Lines{"Anna Berg | r:beside | Carl Lund"});
  CHECK(facts_with(names, "Anna Berg did not meet Carl Lund.") ==
        Lines{"Anna Berg | r:beside | Carl Lund | not"});
  CHECK(facts_with(names, "Did Anna Berg meet Carl Lund?") ==
        Lines{"Anna Berg | r:beside | Carl Lund | asked"});
}

TEST_CASE("rules may ask for words, arguments and quantities") {
  CHECK(
      facts_with(rule("?a r:do ?lemma {| k:frame ?f |}",
                      "?f k:subject ?a ; k:head ?w . ?w conll:LEMMA ?lemma ; conll:UPOS \"VERB\" ."
                      " ?w nif:nextWord ?next")) ==
      Lines{"Anna Berg | r:do | meet | time=2021-05-03 place=Oslo"});
  CHECK(facts_with(rule("?a r:near ?b {| k:frame ?f |}",
                        "?f k:subject ?a ; k:argument [ k:role \"oblique\" ; k:marker \"in\" ; "
                        "k:filler ?b ]")) == Lines{"Anna Berg | r:near | Oslo | time=2021-05-03"});
  CHECK(facts_with(rule("?a r:pay ?sum {| k:frame ?f |}",
                        "?f k:subject ?a ; k:object ?sum . ?sum k:unit \"USD\""),
                   "Norway paid $2 million to Kenya.") == Lines{"Norway | r:pay | $2 million"});
  CHECK(facts_with(rule("?a ?p ?b {| k:frame ?f |}",
                        "?f ?p ?b ; k:subject ?a . ?b a schema:Place FILTER(?p = k:place)")) ==
        Lines{"Anna Berg | k:place | Oslo | time=2021-05-03"});
}

TEST_CASE("what is wrong with a rule is told with file, line and column") {
  CHECK(error_of("CONSTRUCT { ?a r:know ?b {| k:frame ?f |} }\nWHERE { ?f k:subject ?a ; }\nx") ==
        "mine.rq:3:1: expected GROUP, HAVING, ORDER, LIMIT, OFFSET, VALUES or the end of the text, "
        "but found 'x'\n  x\n  ^");
  CHECK(error_of(rule("?a r:know ?b", kMeet)) ==
        "mine.rq:1:23: the fact does not say where it was read: add {| k:frame ?f |}\n"
        "  CONSTRUCT { ?a r:know ?b }\n"
        "                        ^");
  CHECK(error_of(rule("?a r:know ?b {| k:frame ?f ; r:colour \"red\" |}", kMeet))
            .starts_with("mine.rq:1:51: a rule can state of a fact only k:frame,"));
  CHECK(error_of(rule("?a r:know ?b ~ r:x {| k:frame ?f |}", kMeet))
            .starts_with("mine.rq:1:26: a rule cannot name the reifier of a fact"));
  CHECK(error_of("SELECT * WHERE { ?f k:subject ?a }").starts_with("mine.rq: only a CONSTRUCT"));
  CHECK(error_of(rule("?a r:know ?b {| k:frame ?f |}",
                      "FILTER(<urn:nonsense>(?a)) " + std::string(kMeet)))
            .starts_with("mine.rq:2:"));
}

TEST_CASE("a folder that is missing or holds no rules is an error") {
  RuleFolder folder;
  CHECK_THROWS_AS(Rules::with_folder(folder.path()), Error);
  CHECK_THROWS_AS(Rules::with_folder(folder.path() + "/nowhere"), Error);
}

TEST_CASE("a file of the same name replaces a shipped one, others are added") {
  RuleFolder folder;
  folder.add("meetings.rq", rule("?a r:encounter ?b {| k:frame ?f |}", kMeet));
  folder.add("extra.rq", rule("?b r:encounter ?a {| k:frame ?f |}", kMeet));
  const auto analysis = test::ruled("Anna Berg met Carl Lund. Kenya joined the Northern Council.",
                                    Rules::with_folder(folder.path()));
  CHECK(test::typed_facts(analysis) == Lines{"Anna Berg | r:encounter | Carl Lund",
                                             "Carl Lund | r:encounter | Anna Berg",
                                             "Kenya | r:member_of | Northern Council"});
}

TEST_CASE("a rule that runs away is stopped, and named") {
  const std::string runaway =
      rule("?a r:x ?b {| k:frame ?f |}",
           "?w1 conll:WORD ?x . ?w2 conll:WORD ?y . ?w3 conll:WORD ?z . ?w4 conll:WORD ?u . "
           "?w5 conll:WORD ?v . ?f k:subject ?a ; k:object ?b FILTER(?x != ?y && ?u < ?v)");
  const auto stopped = [&](const RuleLimits& limits) {
    const RuleSet rules({{"greedy", "greedy.rq", runaway}}, limits);
    std::string text;
    for (int i = 0; i < 20; ++i) text += kText + std::string(" ");
    auto analysis = test::ruled(text);
    try {
      rules.apply(analysis, {});
    } catch (const Error& error) {
      CHECK(
          std::string(error.what()).starts_with("the rule greedy (greedy.rq) stopped in document"));
      return error.code();
    }
    return ErrorCode::usage;
  };
  CHECK(stopped({std::chrono::milliseconds(30), std::size_t{256} << 20, {}, 0}) ==
        ErrorCode::timeout);
  CHECK(stopped({std::chrono::milliseconds(5000), 100'000, {}, 0}) == ErrorCode::limit);
}

TEST_CASE("what a rule may take grows with the document") {
  using std::chrono::milliseconds;
  const RuleLimits shipped;
  CHECK(shipped.of_document(2).time == milliseconds(5002));
  CHECK(shipped.of_document(20'000).time == milliseconds(25'000));
  CHECK(shipped.of_document(20'000).memory_bytes == std::size_t{256 + 160} << 20);
  // What is seen of DISTINCT waits in memory: more than the 20,000 bytes a short document has here.
  const std::string frames = rule("?a r:x ?b {| k:frame ?f |}",
                                  "SELECT DISTINCT ?a ?b ?f { ?f k:subject ?a ; k:object ?b }");
  const auto passes = [&](std::size_t more_memory) {
    RuleLimits limits;
    limits.memory_bytes = 20'000;
    limits.more_memory_bytes = more_memory;
    std::string text;
    for (int i = 0; i < 200; ++i) text += kText + std::string(" ");
    auto analysis = test::ruled(text);
    try {
      RuleSet({{"frames", "frames.rq", frames}}, limits).apply(analysis, {});
      return true;
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::limit);
      return false;
    }
  };
  CHECK_FALSE(passes(0));
  CHECK(passes(std::size_t{64} << 20));
}

TEST_CASE("a fact that names something else than a frame is an error that names the rule") {
  const RuleSet rules({{"odd", "odd.rq", rule("?a r:x ?b {| k:frame ?b |}", kMeet)}});
  auto analysis = test::ruled(kText);
  CHECK_THROWS_WITH(rules.apply(analysis, {}), Catch::StartsWith("the rule odd (odd.rq) stopped"));
}

TEST_CASE("a typed fact equal to an open one is stored once, with both rules") {
  std::ostringstream out;
  write_document_facts_of_text("Notes\n\nAnna Berg visited Kenya. Carl Lund met Anna Berg.\n",
                               "notes.txt", FactFormat::trace, out);
  // How sure they are is measured elsewhere.
  CHECK(std::regex_replace(out.str(), std::regex("0\\.[0-9]+"), "N") ==
        "[1] Anna Berg visited Kenya.\n"
        "    svo + meetings  e:Anna_Berg r:visit e:Kenya  N\n"
        "[2] Carl Lund met Anna Berg.\n"
        "    svo  e:Carl_Lund r:meet e:Anna_Berg  N\n"
        "    meetings  e:Carl_Lund r:meet_with e:Anna_Berg  N\n");
}

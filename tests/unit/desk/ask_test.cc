// SPDX-License-Identifier: Apache-2.0
// Questions in plain English: how they are turned into statements, and what is answered.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "desk/ask/reading.h"
#include "desk/ask/statement.h"
#include "dossier/ask.h"
#include "dossier/ingest.h"
#include "tests/unit/engine/temporary_base.h"

using namespace dossier;

namespace {

constexpr const char* kNews =
    "Harbour news\n\nBERGEN, 3 May 2024 - Anna Keller visited Kampala on 2 May 2024. Jonas Falk "
    "met Ruth Adler in Oslo on 1 May 2024. Jonas Falk will visit Nairobi. Anna Keller did not sign "
    "the treaty. Ruth Adler, director of the Lake Fund, signed the treaty. The Lake Fund bought "
    "the Quay Company in 2019. The storm killed 31 people.\n";
constexpr const char* kMore =
    "More news\n\nOSLO, 9 June 2024 - Peter Falk visited Lima. Peter Falk said that the harbour "
    "is closed.\n";

void fill(KnowledgeBase& kb) { ingest_text(kb, kNews, "news.txt"); }

std::string values(const std::vector<Answer>& answers) {
  std::string out;
  for (const Answer& answer : answers) out += (out.empty() ? "" : "; ") + answer.value;
  return out;
}

std::string answer(const KnowledgeBase& kb, const std::string& question) {
  return values(ask(kb, {.question = question}).answers);
}

}  // namespace

TEST_CASE("Questions become the statements that would answer them") {
  TemporaryBase kb;
  ingest_text(*kb,
              "Names\n\nAnna Keller of the Lake Fund visited Lima, Kampala and Bergen in Kenya.\n",
              "names.txt");
  std::ifstream file(std::string(DOSSIER_TEST_DATA) + "/statements.txt");
  REQUIRE(file);
  const std::map<std::string, Term> choices;
  const QueryOptions options;
  int cases = 0;
  std::string question;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#') || line.empty()) continue;
    if (!line.starts_with("= ")) {
      question = line;
      continue;
    }
    asking::NameFinder names(*kb, choices, options);
    const extract::Analysis analysis = asking::analysed(question, false);
    REQUIRE_FALSE(analysis.sentences.empty());
    const auto statement =
        asking::statement_of(analysis.sentences.front(), names.find(analysis.sentences.front()));
    std::string text = statement ? statement->text : "-";
    if (statement && statement->placeholder) {
      text.insert(statement->placeholder->second, "]");
      text.insert(statement->placeholder->first, "[");
    }
    INFO(question);
    CHECK("= " + text == line);
    ++cases;
  }
  CHECK(cases > 20);
}

TEST_CASE("Who, when, where, how many") {
  TemporaryBase kb;
  fill(*kb);
  CHECK(answer(*kb, "Who visited Kampala?") == "Anna Keller");
  CHECK(answer(*kb, "who visited kampala") == "Anna Keller");
  CHECK(answer(*kb, "When did Anna Keller visit Kampala?") == "2024-05-02");
  CHECK(answer(*kb, "Where did Jonas Falk meet Ruth Adler?") == "Oslo");
  CHECK(answer(*kb, "Whom did Jonas Falk meet?") == "Ruth Adler");
  CHECK(answer(*kb, "How many people did the storm kill?") == "31 people");
  CHECK(answer(*kb, "Who is the director of the Lake Fund?") == "Ruth Adler");
}

TEST_CASE("Another verb answers when its own does not, and the step says so") {
  TemporaryBase kb;
  fill(*kb);
  const Answers murdered = ask(*kb, {.question = "How many people did the storm murder?"});
  CHECK(values(murdered.answers) == "31 people");
  CHECK(murdered.step == "a word for it: kill");
  CHECK(murdered.sparql.find("r:kill") != std::string::npos);
  CHECK(ask(*kb, {.question = "How many people did the storm kill?"}).step == "the same relation");
}

TEST_CASE("What is planned or denied is no answer, but told apart") {
  TemporaryBase kb;
  fill(*kb);
  const Answers planned = ask(*kb, {.question = "Who visited Nairobi?"});
  CHECK(planned.answers.empty());
  CHECK(values(planned.planned) == "Jonas Falk");
  CHECK(answer(*kb, "Who will visit Nairobi?") == "Jonas Falk");
  CHECK(answer(*kb, "Did Anna Keller sign the treaty?") == "no");
  CHECK(answer(*kb, "Did Ruth Adler sign the treaty?") == "yes");
  CHECK(answer(*kb, "Did Jonas Falk sign the treaty?") == "");
}

TEST_CASE("What nothing answers is not guessed") {
  TemporaryBase kb;
  fill(*kb);
  const Answers none = ask(*kb, {.question = "Who visited the zeppelin museum?"});
  CHECK(none.answers.empty());
  CHECK(std::find(none.unread.begin(), none.unread.end(), "zeppelin") != none.unread.end());
  const Answers text = ask(*kb, {.question = "Whether the treaty a bad one?"});
  CHECK(text.answers.empty());
  CHECK(text.understood.empty());
  REQUIRE_FALSE(text.text.empty());
  CHECK(text.text[0].text.find("treaty") != std::string::npos);
  CHECK_THROWS_WITH(ask(*kb, {.question = " ? "}), Catch::Matchers::Contains("empty"));
  CHECK_THROWS_WITH(ask(*kb, {.question = std::string(1001, 'a')}),
                    Catch::Matchers::Contains("1,000"));
}

namespace {

constexpr const char* kShips =
    "Harbour watch\n\nThe coast guard rescued 40 members of the crew of the Nordlys in March. "
    "Capt. Ivar Holm, commander of the Nordlys, thanked the guard. Anna Keller, 42, a physician "
    "from Bergen, sent a message of support to Minister Ruth Adler. Charles H. Morten IV studied "
    "law at the University of Oslo. The Lake Fund is at the head of the effort, having pledged "
    "9 million dollars to the port. The Nordlys left the port on 4 May.\n";

std::string step_of(const KnowledgeBase& kb, const std::string& question) {
  return ask(kb, {.question = question}).step;
}

}  // namespace

TEST_CASE("Where no fact answers, the sentence is read as the question is, and marked so") {
  TemporaryBase kb;
  ingest_text(*kb, kShips, "ships.txt");
  const std::string again = "reading the sentence again: no stored fact says it";
  CHECK(answer(*kb, "To whom did Anna Keller send a message of support?") == "Ruth Adler");
  CHECK(step_of(*kb, "To whom did Anna Keller send a message of support?") == again);
  CHECK(answer(*kb, "How much did the Lake Fund pledge to the port?") == "9 million dollars");
  const Answers answers = ask(*kb, {.question = "How much did the Lake Fund pledge to the port?"});
  CHECK(answers.step == again);
  REQUIRE(answers.answers.size() == 1);
  CHECK(answers.answers[0].fact.fact == Term());
  CHECK(answers.answers[0].fact.text.starts_with("The Lake Fund is at the head"));
  Row row;
  QueryResult result = kb->query(answers.sparql);
  CHECK(result.next(row));
  // Who else did so is not said.
  CHECK(answer(*kb, "How much did Anna Keller pledge to the port?").empty());
  CHECK(answer(*kb, "To whom did Ivar Holm send a message of support?").empty());
}

TEST_CASE("The phrase behind what is counted, posts as verbs, ages, middle names, days alone") {
  TemporaryBase kb;
  ingest_text(*kb, kShips, "ships.txt");
  CHECK(answer(*kb, "How many members of the crew did the coast guard rescue?").starts_with("40"));
  CHECK(answer(*kb, "How many members of the choir did the coast guard rescue?").empty());
  CHECK(answer(*kb, "Who commands the Nordlys?") == "Ivar Holm");
  CHECK(answer(*kb, "How old is Anna Keller?").starts_with("42"));
  CHECK(answer(*kb, "Where did Charles Morten study law?") == "University of Oslo");
  CHECK(answer(*kb, "Who is Ivar Holm?").find("ommander") != std::string::npos);
  CHECK(answer(*kb, "When did the Nordlys leave the port?") == "4 May");
}

TEST_CASE("Neither somebody's wife nor her age says who somebody is") {
  TemporaryBase kb;
  ingest_text(*kb, "Thomas Moor, 42, and his wife Ida Moor, 36, from Leeds, are on trial.\n",
              "a.txt");
  CHECK(answer(*kb, "Who is Thomas Moor?").empty());
}

TEST_CASE("A noun that no class and no name bears out is not let go for another verb") {
  TemporaryBase kb;
  ingest_text(*kb, "News\n\nJonas Falk met Ruth Adler in Oslo.\n", "n.txt");
  CHECK(answer(*kb, "Which counterpart did Jonas Falk speak to?").empty());
}

TEST_CASE("A name that two people have is a choice") {
  TemporaryBase kb;
  fill(*kb);
  ingest_text(*kb, kMore, "more.txt");
  AskRequest request{.question = "Where did Falk go?"};
  const Answers asked = ask(*kb, request);
  REQUIRE(asked.ambiguous.size() == 1);
  CHECK(asked.ambiguous[0].candidates.size() == 2);
  CHECK(asked.answers.empty());
  request.question = "What did Falk visit?";
  request.choices = {{"Falk", Term::iri("urn:dossier:entity:Peter_Falk")}};
  const Answers chosen = ask(*kb, request);
  CHECK(chosen.ambiguous.empty());
  CHECK(values(chosen.answers) == "Lima");
}

TEST_CASE("What somebody said, and who said it") {
  TemporaryBase kb;
  fill(*kb);
  ingest_text(*kb, kMore, "more.txt");
  CHECK(answer(*kb, "What did Peter Falk say about the harbour?") ==
        "Peter Falk said that the harbour is closed.");
  CHECK(answer(*kb, "Who said that the harbour is closed?") == "Peter Falk");
}

TEST_CASE("Answers as JSON have the keys that programs read") {
  TemporaryBase kb;
  fill(*kb);
  const auto json = nlohmann::json::parse(to_json(ask(*kb, {.question = "Who visited Kampala?"})));
  for (const char* key : {"question", "understood", "answers", "denied", "planned", "alleged",
                          "text", "sparql", "step"})
    CHECK(json.contains(key));
  const auto& one = json["answers"].at(0);
  CHECK(one["value"] == "Anna Keller");
  CHECK(one["iri"] == "urn:dossier:entity:Anna_Keller");
  CHECK(one["sentence"] == "Anna Keller visited Kampala on 2 May 2024.");
  CHECK(one["date"] == "2024-05-03");
  CHECK(one["end"].get<int>() - one["begin"].get<int>() == 42);
}

TEST_CASE("The query that answered can be run again") {
  TemporaryBase kb;
  fill(*kb);
  const Answers answers = ask(*kb, {.question = "Who visited Kampala?"});
  QueryResult result = kb->query(answers.sparql);
  Row row;
  REQUIRE(result.next(row));
  CHECK(row["answer"]->value() == "urn:dossier:entity:Anna_Keller");
}

TEST_CASE("Questions are told from queries") {
  CHECK(looks_like_question("Who visited Lima?"));
  CHECK(looks_like_question("when was the fund founded"));
  CHECK(looks_like_question("President of the fund?"));
  CHECK_FALSE(looks_like_question("SELECT ?who { ?who r:visit e:Lima }"));
  CHECK_FALSE(looks_like_question("ASK { ?s ?p ?o }"));
  CHECK_FALSE(looks_like_question(""));
}

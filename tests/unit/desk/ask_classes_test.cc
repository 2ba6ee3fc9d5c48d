// SPDX-License-Identifier: Apache-2.0
// Classes of questions that a hurried analyst types: other words, times, spans, what was said.
#include <catch2/catch.hpp>
#include <string>

#include "dossier/ingest.h"
#include "tests/unit/desk/answers.h"
#include "tests/unit/engine/temporary_base.h"

using namespace dossier;

TEST_CASE("How long and how far are read from any clause that says it") {
  TemporaryBase kb;
  ingest_text(
      *kb,
      "Works at the quay\n\nBERGEN, 3 May 2024 - Anna Keller built the organ of the Quay Museum. "
      "It "
      "took six years to build. The ban on selling eels lasts until 15 September. Talks between "
      "Jonas Falk and Ruth Adler broke down after nine hours. The diver went down to 80 metres. "
      "Its "
      "pier, the Long Walk, is 120 metres long.\n",
      "works.txt");
  CHECK(answer(*kb, "How long did it take to build the organ of the Quay Museum?") == "six years");
  CHECK(answer(*kb, "How long does the ban on selling eels last?") == "until 15 September");
  CHECK(answer(*kb, "How long did the talks between Falk and Adler last?") == "nine hours");
  CHECK(answer(*kb, "How deep did the diver go?") == "80 metres");
  CHECK(answer(*kb, "How long is the Long Walk?") == "120 metres");
  CHECK(answer(*kb, "How heavy is the Long Walk?").empty());
  CHECK(answer(*kb, "How long did the talks between Keller and Adler last?").empty());
}

TEST_CASE("When an event was, and the last time of it") {
  TemporaryBase kb;
  ingest_text(
      *kb,
      "Cup for Torvik\n\nBERGEN, 3 May 2024 - The last strike of the dockers, in 2013, lasted six "
      "days. Torvik beat Dynamo Lund on Friday. Torvik won the cup in 1996. The cup is old, and "
      "Torvik won it in 2009.\n",
      "cup.txt");
  CHECK(answer(*kb, "When was the last strike of the dockers?") == "2013");
  CHECK(answer(*kb, "When was the last time Torvik won the cup?") == "2009");
  CHECK(answer(*kb, "When was the last strike of the bakers?").empty());
}

TEST_CASE("A noun or a participle answers for its verb") {
  TemporaryBase kb;
  ingest_text(
      *kb,
      "Theft in Bergen\n\nBERGEN, 3 May 2024 - Director Jonas Falk will leave the Quay Museum in "
      "June; his successor is Ruth Adler. A thief broke into the museum. The arrested men are Karl "
      "Lund and Ole Dahl.\n",
      "theft.txt");
  CHECK(answer(*kb, "Who will succeed Jonas Falk?") == "Ruth Adler");
  CHECK(answer(*kb, "Who will succeed Ruth Adler?").empty());
  CHECK(answer(*kb, "Who was arrested after the theft in Bergen?") == "Karl Lund; Ole Dahl");
}

TEST_CASE("What is asked for stands behind a preposition of the object") {
  TemporaryBase kb;
  ingest_text(
      *kb,
      "Strike\n\nBERGEN, 3 May 2024 - Jonas Falk accused the union of hiding the money. Ruth "
      "Adler accused the company of greed.\n",
      "strike.txt");
  CHECK(answer(*kb, "What did Falk accuse the union of?") == "of hiding the money");
  CHECK(answer(*kb, "What did Keller accuse the union of?").empty());
}

TEST_CASE("A group without a name is who the sentence before names, where that is one") {
  TemporaryBase kb;
  ingest_text(
      *kb,
      "Floods\n\nBERGEN, 3 May 2024 - The floods killed nine people, according to Quay Relief. The "
      "aid group runs a camp at Voss.\n",
      "floods.txt");
  CHECK(answer(*kb, "Who runs the camp at Voss?") == "Quay Relief");
}

TEST_CASE("What happened at a place or in a time is found among many facts") {
  TemporaryBase kb;
  std::string text = "Visits\n\n";
  for (int i = 0; i < 560; ++i) text += "The mayor visited the old town of Oslo on 3 May 2019. ";
  text += "\n\nRuth Adler opened a camp in Voss on 12 April 2024.\n";
  ingest_text(*kb, text, "visits.txt");
  CHECK(answer(*kb, "What happened in April 2024?") ==
        "Ruth Adler opened a camp in Voss on 12 April 2024.");
  CHECK(answer(*kb, "What happened in Voss?") ==
        "Ruth Adler opened a camp in Voss on 12 April 2024.");
  CHECK(answer(*kb, "What happened in Voss in May 2019?").empty());
}

TEST_CASE("Who says something of it says it in the next sentence, too") {
  TemporaryBase kb;
  ingest_text(
      *kb,
      "Letter\n\nBERGEN, 3 May 2024 - The author, Ruth Adler, dislikes the new title. She wrote "
      "from Oslo that she would rather withdraw the book. Jonas Falk said that the paper is "
      "thin.\n",
      "letter.txt");
  const std::string said = answer(*kb, "What did Ruth Adler say about the title?");
  CHECK(said.find("withdraw the book") != std::string::npos);
  CHECK(said.find("paper") == std::string::npos);
}

TEST_CASE("What is called so is meant by the name") {
  TemporaryBase kb;
  ingest_text(
      *kb,
      "Pact\n\nBERGEN, 3 May 2024 - The document, known as the Voss Pact, was signed by Ruth Adler "
      "and Jonas Falk. Footbridge falls in Oslo. The bridge was built by Quay Works.\n",
      "pact.txt");
  CHECK(answer(*kb, "List all the people who signed the Voss Pact.") == "Ruth Adler; Jonas Falk");
}

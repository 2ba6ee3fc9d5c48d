// SPDX-License-Identifier: Apache-2.0
// Answers that follow from what is told: opposites, the other side of an event, causes with a verb
// of their own, questions in questions.
#include <catch2/catch.hpp>
#include <string>

#include "dossier/ask.h"
#include "dossier/ingest.h"
#include "tests/unit/desk/answers.h"
#include "tests/unit/engine/temporary_base.h"

using namespace dossier;

TEST_CASE("What somebody refused or failed to do was not done") {
  TemporaryBase kb;
  ingest_text(
      *kb,
      "Works\n\nBERGEN, 3 May 2024 - Ole Dahl failed to repair the roof of the Quay Museum. "
      "Karl Lund rejected the offer of Norwave Energy. Hege Moe, who lives in Oslo, denied "
      "that she had sold the painting. Ruth Adler has refused to recognise the result.\n",
      "works.txt");
  CHECK(answer(*kb, "Did Ole Dahl repair the roof?") == "no");
  CHECK(answer(*kb, "Did Karl Lund accept the offer?") == "no");
  CHECK(answer(*kb, "Did Hege Moe sell the painting?") == "no");
  CHECK(answer(*kb, "Did Ruth Adler accept the result?") == "no");
  // Nothing follows from these.
  CHECK(answer(*kb, "Did Ole Dahl accept the offer?").empty());
  CHECK(answer(*kb, "Did Karl Lund sell the painting?").empty());
}

TEST_CASE("Who did not reject something may not have accepted it") {
  TemporaryBase kb;
  ingest_text(*kb,
              "Offers\n\nBERGEN, 3 May 2024 - Karl Lund did not reject the offer of the bank.\n",
              "offers.txt");
  CHECK(answer(*kb, "Did Karl Lund accept the offer?").empty());
}

TEST_CASE("Causes with a verb of their own, and states") {
  TemporaryBase kb;
  ingest_text(
      *kb,
      "Ships\n\nBERGEN, 3 May 2024 - A strike over wages, which lasted nine weeks, led to the "
      "closure "
      "of the mine at Torvik. The storm forced the divers to leave Tromso. The ferry was late due "
      "to fog. The shortage of bricks resulted in the cancellation of the festival. The mill in "
      "Lund was destroyed by a fire in 1936, owing to a spark from a torch. Traffic on the bridge "
      "was stopped, since the cables had rusted. Anna Keller has lived in Oslo since 2004.\n",
      "ships.txt");
  CHECK(answer(*kb, "Why was the mine closed?") == "strike");
  CHECK(answer(*kb, "Why did the divers leave Tromso?") == "storm");
  CHECK(answer(*kb, "Why was the ferry late?") == "fog");
  CHECK(answer(*kb, "Why was the festival cancelled?") == "shortage of bricks");
  CHECK(answer(*kb, "What caused the fire at the mill?") == "spark from a torch");
  CHECK(answer(*kb, "Why was traffic on the bridge stopped?") == "cables had rusted");
  CHECK(answer(*kb, "how long was the strike") == "nine weeks");
  CHECK(answer(*kb, "Why was the ferry early?").empty());
  CHECK(answer(*kb, "Why was the festival closed?").empty());
  CHECK(answer(*kb, "What caused the fire at the ferry?").empty());
  CHECK(answer(*kb, "Why has Anna Keller lived in Oslo?").empty());
  CHECK(answer(*kb, "how long was the festival").empty());
}

TEST_CASE("An event is told from its other side") {
  TemporaryBase kb;
  ingest_text(
      *kb,
      "Cup\n\nBERGEN, 3 May 2024 - Torvik lost to Dynamo Lund on Friday. Norwave Energy sold the "
      "Nordlys to Anna Keller for forty thousand dollars. The flood in Drammen killed 31 people. "
      "Ruth Adler has a broken wrist. The new wing of the Quay Museum was opened at a cost of two "
      "million dollars.\n",
      "cup.txt");
  CHECK(answer(*kb, "Who beat Torvik?") == "Dynamo Lund");
  CHECK(answer(*kb, "Who beat Dynamo Lund?").empty());
  CHECK(answer(*kb, "How much did Anna Keller pay for the Nordlys?") == "forty thousand dollars");
  CHECK(answer(*kb, "how much did the Nordlys cost") == "forty thousand dollars");
  CHECK(answer(*kb, "How many people died in the flood?") == "31 people");
  CHECK(answer(*kb, "who broke her wrist") == "Ruth Adler");
  CHECK(answer(*kb, "how much did the new wing cost") == "two million dollars");
  CHECK(answer(*kb, "how much did the old wing cost").empty());
}

TEST_CASE("A question in a question is asked first") {
  TemporaryBase kb;
  ingest_text(*kb,
              "Bridge\n\nBERGEN, 3 May 2024 - Anna Keller opened the Long Bridge. Anna Keller was "
              "born in Drammen. Ruth Adler was born in Lier.\n",
              "bridge.txt");
  CHECK(answer(*kb, "Where was the woman who opened the Long Bridge born?") == "Drammen");
  CHECK(answer(*kb, "Where was the woman who closed the Long Bridge born?").empty());
}

TEST_CASE("Now is not once, and a number names nobody else") {
  TemporaryBase kb;
  ingest_text(
      *kb,
      "Firm\n\nBERGEN, 3 May 2024 - The Quay Company was bought by Norwave Energy in 1978. Only "
      "eight people survived the wreck, among them the cook, Alfred Penny.\n",
      "firm.txt");
  CHECK(answer(*kb, "Who owns the Quay Company now?").empty());
  CHECK(answer(*kb, "Who bought the Quay Company?") == "Norwave Energy");
  CHECK(answer(*kb, "Who else survived the wreck besides Alfred Penny?").empty());
}

TEST_CASE("A wish and a participle in a question are read as such") {
  TemporaryBase kb;
  ingest_text(
      *kb,
      "Trial\n\nBERGEN, 3 May 2024 - Karl Wessel wanted to sell the building to a bank. The "
      "Norse Fund financed the hand washing trial. Ruth Adler works at the University of Oslo.\n",
      "trial.txt");
  CHECK(answer(*kb, "Who wanted to sell the building?") == "Karl Wessel");
  CHECK(answer(*kb, "Who sold the building?").empty());
  CHECK(answer(*kb, "Who financed the hand washing trial?") == "Norse Fund");
  CHECK(answer(*kb, "Where does Ruth Adler work?") == "University of Oslo");
}

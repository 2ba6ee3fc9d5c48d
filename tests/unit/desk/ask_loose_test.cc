// SPDX-License-Identifier: Apache-2.0
// Questions whose words stand around the sentence that answers, and questions of further forms.
#include <catch2/catch.hpp>
#include <string>

#include "dossier/ingest.h"
#include "tests/unit/desk/answers.h"
#include "tests/unit/engine/temporary_base.h"

using namespace dossier;

TEST_CASE("A pronoun, and what a general noun means, may stand for what the question names") {
  TemporaryBase kb;
  ingest_text(*kb,
              "A census of storks\n\nBERGEN, 3 May 2024 - The stork census began in March. The "
              "work was paid for by the Holm Trust.\n",
              "storks.txt");
  CHECK(answer(*kb, "Who paid for the stork census?") == "Holm Trust");
  // Somebody else's.
  CHECK(answer(*kb, "Who paid for the ferry?").empty());
}

TEST_CASE("How many are counted where no clause has the question's verb in its form") {
  TemporaryBase kb;
  ingest_text(*kb,
              "The quarry at Oss\n\nBERGEN, 3 May 2024 - There are now 410 men at the quarry. "
              "Anna Keller handed over a petition with 350 signatures.\n",
              "quarry.txt");
  CHECK(answer(*kb, "How many men work at the quarry?") == "410 men");
  CHECK(answer(*kb, "How many people signed the petition?") == "350 signatures");
  CHECK(answer(*kb, "How many women work at the quarry?").empty());
}

TEST_CASE("What happened to somebody or something") {
  TemporaryBase kb;
  ingest_text(*kb,
              "Storm\n\nBERGEN, 3 May 2024 - The boat house burned down in 2015. Jonas Falk lost "
              "his left hand in the storm. Falk praised the doctors. The lighthouse was sold to a "
              "painter.\n",
              "storm.txt");
  CHECK(answer(*kb, "What happened to the boat house?") == "burned down in 2015");
  CHECK(answer(*kb, "What happened to Jonas Falk?") == "lost his left hand in the storm");
  CHECK(answer(*kb, "What became of the lighthouse?") == "was sold to a painter");
  CHECK(answer(*kb, "What happened to the harbour?").empty());
}

TEST_CASE("How something came about") {
  TemporaryBase kb;
  ingest_text(*kb,
              "Deaths\n\nBERGEN, 3 May 2024 - The sculptor Ruth Adler died in a fall. Jonas Falk "
              "shot himself in his office.\n",
              "deaths.txt");
  CHECK(answer(*kb, "How did Ruth Adler die?") == "in a fall");
  CHECK(answer(*kb, "How did Jonas Falk die?") == "shot himself");
  CHECK(answer(*kb, "How did Anna Keller die?").empty());
}

TEST_CASE("What somebody does, and who is at the head of something") {
  TemporaryBase kb;
  ingest_text(*kb,
              "A new ferry\n\nBERGEN, 3 May 2024 - Ruth Adler, the director of the Lom Foundation, "
              "praised the ferry. Jonas Falk, a chemist, identified the oil. The chief "
              "engineer, Anna Keller, said that the dam was safe.\n",
              "ferry.txt");
  CHECK(answer(*kb, "What does Jonas Falk do for a living?") == "Chemist");
  CHECK(answer(*kb, "Who is the head of the Lom Foundation?") == "Ruth Adler");
  CHECK(answer(*kb, "Who is the chief engineer of the dam?") == "Anna Keller");
  CHECK(answer(*kb, "Who is the chief engineer of the tunnel?").empty());
}

TEST_CASE("How fast and how heavy something is, and what it costs") {
  TemporaryBase kb;
  ingest_text(*kb,
              "Sledge\n\nBERGEN, 3 May 2024 - The sledge weighs 14 kilograms. It was travelling at "
              "60 kilometres an hour. A room with breakfast was 70 dollars.\n",
              "sledge.txt");
  CHECK(answer(*kb, "How heavy is the sledge?") == "14 kilograms");
  CHECK(answer(*kb, "How fast was the sledge going?") == "60 kilometres an hour");
  CHECK(answer(*kb, "How much is a room?") == "70 dollars");
  CHECK(answer(*kb, "How much is a boat?").empty());
}

TEST_CASE("Why: protests, purposes, and a cause that goes on behind a comma") {
  TemporaryBase kb;
  ingest_text(*kb,
              "Reasons\n\nBERGEN, 3 May 2024 - Ruth Adler resigned in protest against the sale of "
              "the archive. Jonas Falk left the choir to study law. The call was not answered, "
              "because the clerk, who was alone, was asleep.\n",
              "reasons.txt");
  CHECK(answer(*kb, "Why did Ruth Adler resign?") == "sale of the archive");
  CHECK(answer(*kb, "Why did Jonas Falk leave the choir?") == "to study law");
  CHECK(answer(*kb, "Why was the call not answered?") == "clerk, who was alone, was asleep");
}

TEST_CASE("Who has taken somebody's place") {
  TemporaryBase kb;
  ingest_text(*kb,
              "Changes\n\nBERGEN, 3 May 2024 - Harald Colm has gone home. His place as surveyor "
              "has been taken by Ruth Adler.\n",
              "changes.txt");
  CHECK(answer(*kb, "Who replaced Harald Colm?") == "Ruth Adler");
}

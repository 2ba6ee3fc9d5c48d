// SPDX-License-Identifier: Apache-2.0
// Questions that no clause answers in its form: the best sentence that has what is asked for.
#include <catch2/catch.hpp>
#include <string>

#include "dossier/ingest.h"
#include "tests/unit/desk/answers.h"
#include "tests/unit/engine/temporary_base.h"

using namespace dossier;

TEST_CASE("What the sentences behind say of it may be said of what the question names") {
  TemporaryBase kb;
  ingest_text(*kb,
              "A stove for boats\n\nBERGEN, 3 May 2024 - The Fogo stove was designed by Anna "
              "Keller. It burns wood and costs 310 euros, which is forty euros more than the Lume "
              "stove.\n",
              "stove.txt");
  CHECK(answer(*kb, "How much does the Fogo stove cost?") == "310 euros");
  // Another stove, and a house.
  CHECK(answer(*kb, "Who designed the Lume stove?").empty());
  CHECK(answer(*kb, "How much is the house?").empty());
}

TEST_CASE("A superlative stands for its noun") {
  TemporaryBase kb;
  ingest_text(
      *kb,
      "The rowing race\n\nBERGEN, 3 May 2024 - Some 400 rowers took part in the regatta. The "
      "youngest was Ruth Adler, 14.\n",
      "regatta.txt");
  CHECK(answer(*kb, "Who was the youngest rower?") == "Ruth Adler");
  CHECK(answer(*kb, "Who was the oldest rower?").empty());
}

TEST_CASE("How long with more than one unit, and without a number") {
  TemporaryBase kb;
  ingest_text(*kb,
              "To the island\n\nBERGEN, 3 May 2024 - The ferry to Tromo takes an hour and twenty "
              "minutes. The concert lasted half an hour. Twice a week there is a market.\n",
              "island.txt");
  CHECK(answer(*kb, "How long does the ferry to Tromo take?") == "an hour and twenty minutes");
  CHECK(answer(*kb, "How long did the concert last?") == "half an hour");
  CHECK(answer(*kb, "How long does the market last?").empty());
}

TEST_CASE("Nobody whom no text names is answered about") {
  TemporaryBase kb;
  ingest_text(*kb, "A mill\n\nBERGEN, 3 May 2024 - Anna Keller bought a mill near Linz.\n",
              "mill.txt");
  CHECK(answer(*kb, "Where is Zefferin's mill?").empty());
  CHECK(answer(*kb, "Whose mill did Anna Keller buy?").empty());
}

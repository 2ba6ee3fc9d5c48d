// SPDX-License-Identifier: Apache-2.0
// Questions about causes, spans and measures, and those that are put in a roundabout way.
#include <catch2/catch.hpp>
#include <string>

#include "dossier/ingest.h"
#include "tests/unit/desk/answers.h"
#include "tests/unit/engine/temporary_base.h"

using namespace dossier;

TEST_CASE("Causes, spans and measures are read from their clauses") {
  TemporaryBase kb;
  ingest_text(
      *kb,
      "Works\n\nBERGEN, 3 May 2024 - The Lake Fund closed the Quay Museum because of a leak. "
      "The drain was blocked by leaves. Anna Keller worked for the Lake Fund for seven years. "
      "Jonas Falk led the Quay Museum from 1996 to 2004. Mount Orm is 1,240 metres high. The "
      "lift is 30 metres high. The road was icy, so Ruth Adler walked to Oslo.\n",
      "works.txt");
  CHECK(answer(*kb, "Why did the Lake Fund close the Quay Museum?") == "leak");
  CHECK(answer(*kb, "Why was the drain blocked?") == "leaves");
  CHECK(answer(*kb, "Why did Ruth Adler walk to Oslo?") == "road was icy");
  CHECK(answer(*kb, "How long did Anna Keller work for the Lake Fund?") == "seven years");
  CHECK(answer(*kb, "How long did Jonas Falk lead the Quay Museum?") == "from 1996 to 2004");
  CHECK(answer(*kb, "How high is Mount Orm?") == "1,240 metres");
  // Not known, so not guessed.
  CHECK(answer(*kb, "Why did Anna Keller work for the Lake Fund?").empty());
  CHECK(answer(*kb, "How long did the Lake Fund close the Quay Museum?").empty());
  CHECK(answer(*kb, "How deep is Mount Orm?").empty());
  CHECK(answer(*kb, "How high is the Quay Museum?").empty());
}

TEST_CASE("Roundabout questions are put plainly") {
  TemporaryBase kb;
  ingest_text(
      *kb,
      "Trade\n\nBERGEN, 3 May 2024 - The Lake Fund bought the Quay Company for 30 million "
      "dollars in 2019. Anna Keller gave 20 maps to the Quay Museum. Ruth Adler wrote the book "
      "Cold Water. Jonas Falk visited Lima on 12 April 2024. Jonas Falk did not sign the treaty.\n",
      "trade.txt");
  CHECK(answer(*kb, "How much did the Lake Fund pay for the Quay Company?") ==
        "30 million dollars");
  CHECK(answer(*kb, "Which museum received maps from Anna Keller?") == "Quay Museum");
  CHECK(answer(*kb, "List the books that Ruth Adler wrote.") == "Cold Water");
  CHECK(answer(*kb, "Is it true that Jonas Falk visited Lima?") == "yes");
  CHECK(answer(*kb, "Is it true that Jonas Falk signed the treaty?") == "no");
  CHECK(answer(*kb, "What happened between 10 April and 20 April 2024?") ==
        "Jonas Falk visited Lima on 12 April 2024.");
  CHECK(answer(*kb, "What happened in June 2024?").empty());
  CHECK(answer(*kb, "What did Jonas Falk do in April 2024?") == "visited Lima");
}

TEST_CASE("Since when somebody has held a post is a time") {
  TemporaryBase kb;
  ingest_text(*kb, "Posts\n\nAnna Keller became director of the Lake Fund in April 2019.\n",
              "posts.txt");
  CHECK(answer(*kb, "Since when was Anna Keller director of the Lake Fund?") == "2019-04");
}

TEST_CASE("Several people of one description are each meant") {
  TemporaryBase kb;
  ingest_text(
      *kb,
      "Talks\n\nOSLO, 4 May 2021 - The presidents of Estonia and Latvia and the prime "
      "minister of Lithuania signed the Baltic Pact in Oslo on Tuesday. The presidents of "
      "Estonia and Malta visited Bergen. Alar Karm is the president of Estonia. Egils Levin is "
      "the president of Latvia. Ingrida Simon is the prime minister of Lithuania.\n",
      "talks.txt");
  CHECK(answer(*kb, "Who signed the Baltic Pact?") == "Alar Karm; Egils Levin; Ingrida Simon");
  // Who presides Malta is not told.
  CHECK(answer(*kb, "Who visited Bergen?").find("Karm") == std::string::npos);
}

TEST_CASE("How often is said, or counted") {
  TemporaryBase kb;
  ingest_text(
      *kb,
      "Rounds\n\nBERGEN, 3 May 2024 - Anna Keller checks the pump twice a day. The Lake Fund "
      "meets every two years. Jonas Falk will check the boiler. Ruth Adler visited Lima on "
      "12 April 2024. Ruth Adler visited Lima on 14 April 2024. Paul Brandt reads the weekly "
      "Post and won the cup in 2019.\n",
      "rounds.txt");
  CHECK(answer(*kb, "How often does Anna Keller check the pump?") == "twice a day");
  CHECK(answer(*kb, "How often does the Lake Fund meet?") == "every two years");
  CHECK(answer(*kb, "How often did Ruth Adler visit Lima?") == "2 times");
  CHECK(answer(*kb, "How often did Paul Brandt win the cup?") == "once");
  CHECK(answer(*kb, "How often will Jonas Falk check the boiler?").empty());
}

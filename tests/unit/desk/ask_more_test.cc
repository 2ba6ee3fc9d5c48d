// SPDX-License-Identifier: Apache-2.0
// Questions whose answer a text tells in another way: by a noun, by its headline, by a longer name.
#include <catch2/catch.hpp>
#include <string>

#include "dossier/ask.h"
#include "dossier/ingest.h"
#include "tests/unit/desk/answers.h"
#include "tests/unit/engine/temporary_base.h"

using namespace dossier;

TEST_CASE("A noun tells what the question's verb asks") {
  TemporaryBase kb;
  ingest_text(*kb,
              "Port news\n\nThe Quay Museum received an invitation from the Lake Fund. The use of "
              "explosives by the Harbour Board in Tromso worried the divers. Norwave Energy won no "
              "support from Anna Keller.\n",
              "port.txt");
  CHECK(answer(*kb, "Who invited the Quay Museum?") == "Lake Fund");
  CHECK(answer(*kb, "Whom did the Lake Fund invite?") == "Quay Museum");
  CHECK(answer(*kb, "Who used explosives in Tromso?") == "Harbour Board");
  CHECK(answer(*kb, "Who invited Norwave Energy?").empty());
  CHECK(answer(*kb, "Who supported Norwave Energy?").empty());
}

TEST_CASE("The headline names the event that the document is the record of") {
  TemporaryBase kb;
  ingest_text(
      *kb,
      "Remarks at a joint press briefing of the harbour masters\n\nBERGEN, 3 May 2024 - Ivar "
      "Holm resigned on Thursday. The crew sang in Oslo.\n",
      "briefing.txt");
  CHECK(answer(*kb, "When was the press briefing of the harbour masters held?") == "2024-05-03");
  CHECK(answer(*kb, "Where did the press briefing of the harbour masters take place?") == "Bergen");
  CHECK(answer(*kb, "Who resigned before the press briefing?") == "Ivar Holm");
  CHECK(answer(*kb, "When was the press briefing of the fishermen held?").empty());
  CHECK(answer(*kb, "Who resigned before the concert?").empty());
}

TEST_CASE("What was attempted is asked for by that") {
  TemporaryBase kb;
  ingest_text(*kb, "News\n\nThe coast guard attempted to seize the Nordlys.\n", "n.txt");
  CHECK(answer(*kb, "What did the coast guard attempt to seize?") == "Nordlys");
  CHECK(answer(*kb, "What did the coast guard seize?").empty());
}

TEST_CASE("Who is in charge of something is a stored fact") {
  TemporaryBase kb;
  ingest_text(*kb, "News\n\nAnna Holm is in charge of the clinic. The clinic is in Oslo.\n",
              "c.txt");
  const Answers asked = ask(*kb, {.question = "Who is in charge of the clinic?"});
  CHECK(asked.step == "the same relation");
  CHECK(answer(*kb, "Who is in charge of the clinic?") == "Anna Holm");
  CHECK(answer(*kb, "Who is in charge of the harbour?").empty());
}

TEST_CASE("A longer name is meant before the names in it, and signs make no other name") {
  TemporaryBase kb;
  ingest_text(
      *kb,
      "News\n\nCharles H. Morten IV praised the harbour. Morten visited Bergen. Charles Vane "
      "visited Oslo.\n",
      "names.txt");
  const Answers asked = ask(*kb, {.question = "What did Charles Morten visit?"});
  CHECK(asked.ambiguous.empty());
  CHECK(answer(*kb, "What did Charles Morten visit?") == "Bergen");
  CHECK(answer(*kb, "Where did Charles go?").empty());
  kb->update(
      "INSERT DATA { e:Omar_al-Sayed a schema:Person ; rdfs:label \"Omar al-Sayed\" . "
      "e:Omar_Al_Sayed a schema:Person ; rdfs:label \"Omar Al Sayed\" }");
  CHECK(ask(*kb, {.question = "Who met Omar al-Sayed?"}).ambiguous.empty());
}

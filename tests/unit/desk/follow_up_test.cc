// SPDX-License-Identifier: Apache-2.0
// Questions that lean on the one before.
#include <catch2/catch.hpp>
#include <fstream>
#include <string>

#include "dossier/ask.h"
#include "dossier/error.h"
#include "dossier/ingest.h"
#include "tests/unit/engine/temporary_base.h"

using namespace dossier;

namespace {

constexpr const char* kText =
    "People and works\n\n"
    "BERGEN, 3 May 2024 - Anna Keller leads the Lake Fund. She was born in Bergen in 1961. Keller "
    "studied chemistry at the University of Oslo. She is the wife of Jonas Falk.\n\n"
    "Jonas Falk founded the Quay Museum in 1990.\n\n"
    "Ruth Adler visited Lima on 12 April 2024. Paul Brandt visited Lima on 14 April 2024. Ruth "
    "Adler visited Oslo in 2023. Clara Lund visited Oslo in 2023.\n\n"
    "Varde Steel built the Orm bridge. The Orm bridge was opened in 1988. Varde Steel is based in "
    "Varde.\n\n"
    "Anna Keller worked in Lima from 1996 to 2004. Anna Keller worked in Oslo from 2005 to 2010. "
    "Jonas Falk worked in Turin from 2005 to 2010.\n\n"
    "Ruth Adler sold the mill to Varde Steel for 30 million dollars in 2019 because the roof "
    "leaked.\n\n"
    "The Lake Fund employs 40 people. Varde Steel employs 900 people.\n";

std::string joined(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& one : values) out += (out.empty() ? "" : " | ") + one;
  return out.empty() ? "-" : out;
}

std::string told(const Answers& answers) {
  std::string out;
  if (!answers.in_full.empty()) out += "= " + answers.in_full + "\n";
  if (!answers.unclear.empty()) return out + "? " + answers.unclear + "\n";
  std::vector<std::string> values;
  if (!answers.ambiguous.empty()) {
    for (const FoundEntity& one : answers.ambiguous.front().candidates) values.push_back(one.label);
    return out + "| " + answers.ambiguous.front().name + " | " + joined(values) + "\n";
  }
  for (const Answer& one : answers.answers) values.push_back(one.value);
  return out + "> " + joined(values) + "\n";
}

}  // namespace

TEST_CASE("A question takes from the one before what it leaves out") {
  TemporaryBase kb;
  ingest_text(*kb, kText, "people.txt");
  std::ifstream file(std::string(DOSSIER_TEST_DATA) + "/conversations.txt");
  REQUIRE(file);
  AskContext before;
  std::string question, expected;
  std::size_t asked = 0;
  const auto check = [&] {
    if (question.empty()) return;
    const Answers answers = ask(*kb, {.question = question, .before = before});
    INFO(before.question << "\n" << question);
    CHECK(told(answers) == expected);
    before = ask_context(to_json(answers.context));
    question.clear();
    expected.clear();
    ++asked;
  };
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    const bool result =
        !line.empty() && std::string_view("=>?|").find(line[0]) != std::string::npos;
    if (result) {
      expected += line + "\n";
      continue;
    }
    check();
    if (line.empty()) before = {};
    question = line;
  }
  check();
  CHECK(asked > 30);
}

TEST_CASE("A context that no answer had is refused") {
  for (const char* text : {"", "{}", "[1]", R"({"question": 3, "answers": [], "choices": {}})"})
    CHECK_THROWS_AS(ask_context(text), Error);
}

TEST_CASE("A question before that is too long is refused, many answers are not") {
  TemporaryBase kb;
  ingest_text(*kb, kText, "people.txt");
  const AskContext longest{std::string(2001, 'x'), {}, {}};
  CHECK_THROWS_AS(ask(*kb, {.question = "When?", .before = longest}), Error);
  const AskContext many{"Who visited Oslo?", std::vector<std::string>(5000, "Ruth Adler"), {}};
  CHECK(ask(*kb, {.question = "Where was she born?", .before = many}).in_full ==
        "where was Ruth Adler born?");
}

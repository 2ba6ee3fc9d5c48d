// SPDX-License-Identifier: Apache-2.0
#include "extract/encoder/document_states.h"

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "dossier/error.h"
#include "random_model.h"

namespace dossier::extract::encoder {
namespace {

std::vector<Sentence> some_sentences() {
  std::vector<Sentence> sentences(3);
  for (Sentence& sentence : sentences)
    for (const char* word : {"the", "port", "of", "Riga"})
      sentence.tokens.emplace_back().text = word;
  return sentences;
}

using Visits = std::vector<std::pair<std::uint32_t, std::vector<float>>>;

Visits visits_of(DocumentStates& states) {
  Visits visits;
  states.each([&](const Window& window, const std::vector<float>& own) {
    visits.emplace_back(window.decided, own);
  });
  return visits;
}

}  // namespace

TEST_CASE("states are the same at every visit, kept or computed again") {
  const std::string file = RandomModel().file();
  const Encoder encoder(file);
  const std::vector<Sentence> sentences = some_sentences();
  const Interruption none;
  DocumentStates kept(sentences, encoder, none), again(sentences, encoder, none, 0);
  const Visits first = visits_of(kept);
  CHECK(first.size() == 1);
  CHECK(visits_of(kept) == first);
  CHECK(visits_of(again) == first);
  CHECK(visits_of(again) == first);
}

TEST_CASE("states that are kept count as the document's memory") {
  const std::string file = RandomModel().file();
  const Encoder encoder(file);
  const std::vector<Sentence> sentences = some_sentences();
  const Interruption little(CancellationToken(), {.memory = 1000});
  DocumentStates states(sentences, encoder, little);
  CHECK_THROWS_AS(visits_of(states), Error);
}

}  // namespace dossier::extract::encoder

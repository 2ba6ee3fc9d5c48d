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

TEST_CASE("far windows are those of the wanted sentences, or the only near window, which is kept") {
  const std::string file = RandomModel().file();
  const Encoder encoder(file);
  const Interruption none;
  const auto nothing = [](const Sentence&) { return false; };
  const auto count_far = [&](const std::vector<Sentence>& sentences,
                             const Windows::Wanted& wanted) {
    DocumentStates states(sentences, encoder, none);
    std::size_t near = visits_of(states).size(), far = 0;
    states.each_far(wanted, [&](const Window& window, const std::vector<float>& own) {
      CHECK(own.size() == window.pieces.size() * encoder.sizes().width);
      ++far;
    });
    return std::pair(near, far);
  };
  std::vector<Sentence> sentences = some_sentences();
  CHECK(count_far(sentences, nothing) == std::pair<std::size_t, std::size_t>(1, 1));
  while (sentences.size() < 30) sentences.push_back(sentences.front());
  CHECK(count_far(sentences, nothing) == std::pair<std::size_t, std::size_t>(2, 0));
  CHECK(count_far(sentences, nullptr) == std::pair<std::size_t, std::size_t>(2, 1));
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

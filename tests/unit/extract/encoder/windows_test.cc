// SPDX-License-Identifier: Apache-2.0
#include "extract/encoder/windows.h"

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "random_model.h"

namespace dossier::extract::encoder {
namespace {

std::vector<Sentence> sentences_of(const std::vector<std::vector<std::string>>& words) {
  std::vector<Sentence> sentences;
  for (const auto& row : words) {
    Sentence& sentence = sentences.emplace_back();
    sentence.index = static_cast<std::uint32_t>(sentences.size() - 1);
    for (const std::string& word : row) sentence.tokens.emplace_back().text = word;
  }
  return sentences;
}

std::vector<Window> windows_of(const std::vector<Sentence>& sentences, const Encoder& encoder,
                               WindowSizes sizes = kFarWindows, Windows::Wanted wanted = nullptr) {
  std::vector<Window> all;
  Windows windows(sentences, encoder, sizes, std::move(wanted));
  for (Window window; windows.next(window);) all.push_back(window);
  return all;
}

}  // namespace

TEST_CASE("sentences that fit share a window") {
  const std::string file = RandomModel().file();
  const Encoder encoder(file);
  const auto sentences = sentences_of({{"The", "ports", "of", "Riga"}, {"of", "\u200B"}});
  const auto windows = windows_of(sentences, encoder);
  REQUIRE(windows.size() == 1);
  const Window& window = windows.front();
  CHECK((window.begin == 0 && window.decided == 0 && window.end == 2));
  // [CLS] the port ##s of riga of [UNK] [SEP]: a word without a visible letter has a piece, too.
  std::vector<WordPieces::Piece> pieces;
  for (const InputPiece& piece : window.pieces) pieces.push_back(piece.piece);
  CHECK(pieces == std::vector<WordPieces::Piece>{1, 3, 4, 7, 5, 6, 5, 0, 2});
  CHECK(window.pieces[1].shape == WordShape::capital);
  CHECK(window.pieces[3].shape == WordShape::lower);
  CHECK(window.span(0, {1, 3}) == PieceSpan{2, 4});
  CHECK(window.span(1, {0, 2}) == PieceSpan{6, 7});
  CHECK(window.span(2, {0, 1}) == std::nullopt);
  CHECK(window.span(1, {1, 3}) == std::nullopt);
}

TEST_CASE("every sentence is decided about once, with what is before it") {
  const std::string file = RandomModel().file();
  const Encoder encoder(file);
  const std::vector<std::string> words(60, "the");
  const auto windows =
      windows_of(sentences_of({words, words, words, words, words, words}), encoder);
  std::uint32_t decided = 0;
  for (const Window& window : windows) {
    CHECK(window.decided == decided);
    CHECK(window.end > window.decided);
    CHECK(window.pieces.size() <= 256);
    CHECK(window.begin == (decided == 0 ? 0 : decided - 1));
    decided = window.end;
  }
  CHECK(decided == 6);
}

TEST_CASE("near windows have no sentence twice, and a long sentence to itself") {
  const std::string file = RandomModel().file();
  const Encoder encoder(file);
  const std::vector<std::string> words(40, "the"), many(120, "the");
  const auto windows =
      windows_of(sentences_of({words, words, words, many, words}), encoder, kNearWindows);
  REQUIRE(windows.size() == 4);
  std::uint32_t decided = 0;
  for (const Window& window : windows) {
    CHECK((window.begin == decided && window.decided == decided));
    decided = window.end;
  }
  CHECK(windows[0].end == 2);
  CHECK(windows[2].pieces.size() == 122);
  CHECK(windows[2].span(3, {119, 120}) == PieceSpan{120, 120});
  CHECK(decided == 5);
}

TEST_CASE("windows pass over sentences that are not wanted, but for what is beside the others") {
  const std::string file = RandomModel().file();
  const Encoder encoder(file);
  const auto sentences =
      sentences_of({{"the"}, {"the"}, {"of"}, {"the"}, {"riga"}, {"the"}, {"the"}, {"the"}});
  const auto wanted = [](const Sentence& sentence) { return sentence.tokens[0].text != "the"; };
  const auto windows = windows_of(sentences, encoder, kFarWindows, wanted);
  REQUIRE(windows.size() == 1);
  CHECK((windows[0].begin == 0 && windows[0].decided == 2 && windows[0].end == 6));
  CHECK(windows_of(sentences, encoder, {5, 1}, wanted).size() == 2);
  CHECK(windows_of(sentences_of({{"the"}}), encoder, kFarWindows, wanted).empty());
}

TEST_CASE("what is too long for a window has no place in it") {
  const std::string file = RandomModel().file();
  const Encoder encoder(file);
  const auto windows =
      windows_of(sentences_of({std::vector<std::string>(400, "of"), {"riga"}}), encoder);
  REQUIRE(windows.size() == 2);
  CHECK(windows[0].pieces.size() == 256);
  CHECK(windows[0].span(0, {253, 254}) == PieceSpan{254, 254});
  CHECK(windows[0].span(0, {254, 255}) == std::nullopt);
  CHECK(windows[1].begin == 1);
  CHECK(windows_of({}, encoder).empty());
}

}  // namespace dossier::extract::encoder

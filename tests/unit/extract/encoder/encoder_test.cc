// SPDX-License-Identifier: Apache-2.0
#include "extract/encoder/encoder.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "dossier/error.h"
#include "random_model.h"

namespace dossier::extract::encoder {
namespace {

std::vector<InputPiece> window(std::initializer_list<WordPieces::Piece> pieces) {
  std::vector<InputPiece> out;
  for (const auto piece : pieces) out.push_back({piece, WordShape::lower});
  return out;
}

std::vector<float> states_of(const Encoder& encoder, const std::vector<InputPiece>& pieces) {
  Workspace workspace;
  std::vector<float> states;
  encoder.encode(pieces, workspace, states);
  return states;
}

}  // namespace

TEST_CASE("an encoder gives the same bits in every instruction set") {
  const std::string file = RandomModel().file();
  const auto pieces = window({1, 3, 4, 5, 6, 7, 2});
  const auto first = states_of(Encoder(file, *available_kernels().front()), pieces);
  CHECK(first.size() == 7 * kWidth);
  for (const Kernels* kernels : available_kernels()) {
    INFO(kernels->name);
    CHECK(states_of(Encoder(file, *kernels), pieces) == first);
  }
}

TEST_CASE("a state depends on its neighbours, its place and its shape, and on nothing else") {
  const std::string file = RandomModel().file();
  const Encoder encoder(file);
  const auto states = states_of(encoder, window({1, 3, 4, 2}));
  CHECK(states_of(encoder, window({1, 3, 4, 2})) == states);
  CHECK(states_of(encoder, window({1, 3, 6, 2})) != states);
  CHECK(states_of(encoder, window({1, 4, 3, 2})) != states);
  auto capital = window({1, 3, 4, 2});
  capital[1].shape = WordShape::capital;
  CHECK(states_of(encoder, capital) != states);

  Workspace used;
  std::vector<float> again;
  encoder.encode(window({1, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 2}), used, again);
  encoder.encode(window({1, 3, 4, 2}), used, again);
  CHECK(again == states);
}

TEST_CASE("a damaged encoder is refused") {
  const auto refuse = [](const RandomModel& model, const std::string& message) {
    CHECK_THROWS_WITH(Encoder(model.file()), Catch::Contains(message));
  };
  for (std::size_t i = 0; i < RandomModel().sections.size(); ++i) {
    RandomModel model;
    model.sections[i].resize(model.sections[i].size() - 4);
    INFO("section " << i);
    CHECK_THROWS_AS(Encoder(model.file()), Error);
  }
  RandomModel sizes;
  sizes.sections[0][4] = 33;
  refuse(sizes, "its sizes are impossible");
  RandomModel weight;
  weight.sections[5][10] = '\x80';
  refuse(weight, "a weight is out of range");
  RandomModel short_file;
  short_file.sections.pop_back();
  refuse(short_file, "section 14 is missing");
}

TEST_CASE("the shape of a word") {
  CHECK(shape_of("river") == WordShape::lower);
  CHECK(shape_of("River") == WordShape::capital);
  CHECK(shape_of("\xC3\x89mile") == WordShape::capital);
  CHECK(shape_of("WTO") == WordShape::upper);
  CHECK(shape_of("McCoy") == WordShape::mixed);
  CHECK(shape_of("A") == WordShape::letter);
  CHECK(shape_of("B52") == WordShape::digits);
  CHECK(shape_of("1,250") == WordShape::number);
  CHECK(shape_of("--") == WordShape::sign);
}

}  // namespace dossier::extract::encoder

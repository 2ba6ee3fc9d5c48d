// SPDX-License-Identifier: Apache-2.0
#include "extract/encoder/reading_model.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "dossier/error.h"
#include "random_model.h"

namespace dossier::extract::encoder {
namespace {

std::string model_file() {
  RandomModel model;
  model.add_heads({"SPOUSE", "CEO", "FOUNDED_BY"});
  return model.file();
}

std::vector<float> states_of(const ReadingModel& model) {
  std::vector<InputPiece> pieces;
  for (const WordPieces::Piece piece : {1U, 3U, 4U, 5U, 6U, 7U, 2U})
    pieces.push_back({piece, WordShape::lower});
  Workspace workspace;
  std::vector<float> states;
  model.encoder().encode(pieces, workspace, states);
  return states;
}

const std::vector<PieceSpan> kMentions{{1, 1}, {2, 3}, {4, 5}};

}  // namespace

TEST_CASE("pairs have the same scores in every instruction set") {
  const std::string file = model_file();
  std::vector<std::vector<float>> all;
  for (const Kernels* kernels : available_kernels()) {
    const ReadingModel model(file, *kernels);
    const std::vector<float> states = states_of(model);
    const PairSide left = model.relations().left(kMentions, states);
    all.push_back(model.relations().scores(left, 1, model.relations().right(kMentions, states)));
    all.back().push_back(model.none_score({2, 2}, states));
  }
  CHECK(all.front().size() == 3 * 3 + 1);
  for (const std::vector<float>& scores : all) CHECK(scores == all.front());
}

TEST_CASE("words have the same tags in every instruction set, and none continues nothing") {
  const std::string file = model_file();
  std::vector<std::vector<float>> all;
  for (const Kernels* kernels : available_kernels()) {
    const ReadingModel model(file, *kernels);
    std::vector<float> read;
    std::string before = "O";
    for (const NameHead::WordTag word : model.names().read(kMentions, states_of(model))) {
      const std::string& tag = model.names().tags()[word.tag];
      CHECK((tag[0] != 'I' || before.substr(1) == tag.substr(1)));
      CHECK((word.probability > 0 && word.probability <= 1));
      read.insert(read.end(), {static_cast<float>(word.tag), word.probability});
      before = tag;
    }
    all.push_back(read);
  }
  CHECK(all.front().size() == 2 * kMentions.size());
  for (const std::vector<float>& read : all) CHECK(read == all.front());
  CHECK(ReadingModel(file).names().read({}, {}).empty());
}

TEST_CASE("a score depends on both mentions, their order and their distance") {
  const std::string file = model_file();
  const ReadingModel model(file);
  const std::vector<float> states = states_of(model);
  const auto score = [&](PieceSpan a, PieceSpan b) {
    const PairSide left = model.links().left({&a, 1}, states);
    return model.links().scores(left, 0, model.links().right({&b, 1}, states)).front();
  };
  CHECK(score({1, 1}, {2, 3}) != score({1, 1}, {4, 5}));
  CHECK(score({1, 1}, {2, 3}) != score({2, 3}, {1, 1}));
  // The scores of one pair are the same beside others.
  const PairSide left = model.links().left(kMentions, states);
  const auto row = model.links().scores(left, 0, model.links().right(kMentions, states));
  CHECK(row[1] == score(kMentions[0], kMentions[1]));
  CHECK(row[2] == score(kMentions[0], kMentions[2]));
}

TEST_CASE("a model keeps the names of its properties") {
  const std::string file = model_file();
  CHECK(ReadingModel(file).properties() == std::vector<std::string>{"SPOUSE", "CEO", "FOUNDED_BY"});
}

TEST_CASE("damaged heads are refused") {
  RandomModel whole;
  whole.add_heads({"SPOUSE"});
  const std::size_t first = RandomModel().sections.size();
  for (std::size_t i = first; i < whole.sections.size(); ++i) {
    RandomModel model = whole;
    model.sections[i].resize(model.sections[i].size() - 4);
    INFO("section " << i - first);
    CHECK_THROWS_AS(ReadingModel(model.file()), Error);
    model.sections.resize(i);
    CHECK_THROWS_AS(ReadingModel(model.file()), Error);
  }
  RandomModel bounds = whole;
  bounds.sections[first + 1][3] = '\x7F';
  CHECK_THROWS_WITH(ReadingModel(bounds.file()), Catch::Contains("distances are out of order"));
  RandomModel hidden = whole;
  hidden.sections[first][0] = 33;
  CHECK_THROWS_WITH(ReadingModel(hidden.file()), Catch::Contains("its sizes are impossible"));
}

}  // namespace dossier::extract::encoder

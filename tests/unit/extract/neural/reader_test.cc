// SPDX-License-Identifier: Apache-2.0
// The analyser's trees, and that how they are made does not change them.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <thread>
#include <vector>

#include "../analysed_text.h"
#include "dossier/error.h"
#include "extract/analyze/neural/network_file.h"
#include "extract/analyze/sentence_reader.h"
#include "extract/models/builtin.h"
#include "extract/segment/segment.h"

namespace dossier::extract {
namespace {

/// "visited(root) minister(nsubj<visited) ...".
std::string tree_of(const Sentence& sentence) {
  std::string out;
  for (const Token& token : sentence.tokens) {
    if (!out.empty()) out += ' ';
    out += token.text + "(" + std::string(token.relation.name());
    if (token.head >= 0) out += "<" + sentence.tokens[static_cast<std::size_t>(token.head)].text;
    out += ")";
  }
  return out;
}

std::vector<Sentence> cut(const std::string& text) {
  Document document;
  document.text = to_code_points(text);
  document.paragraphs.push_back(
      {Paragraph::Kind::body, {0, static_cast<std::uint32_t>(document.text.size())}, {}});
  return segment(document);
}

const std::string kTexts[] = {
    "The minister visited Paris yesterday.",
    "Anna Berg, president of the Committee, met Jonas Falk in Lisbon on 9 March 2021.",
    "They said that the talks had been held because nobody wanted war, and left.",
    "Who sent the letter? It was sent by the embassy's staff, wasn't it?",
    "Prices rose by 2.5 per cent (the most since 2008); wages did not.",
    "No."};

std::string all_texts() {
  std::string text;
  for (const std::string& one : kTexts) text += one + " ";
  return text;
}

SentenceReader reader_with(const Kernels& kernels) {
  return {builtin_tagger_model(), builtin_network_model(), kernels};
}

bool is_tree(const Sentence& sentence) {
  std::size_t roots = 0;
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    std::int32_t at = static_cast<std::int32_t>(i);
    for (std::size_t steps = 0; at >= 0; ++steps) {
      if (steps > sentence.tokens.size()) return false;
      at = sentence.tokens[static_cast<std::size_t>(at)].head;
    }
    roots += sentence.tokens[i].head < 0 ? 1U : 0U;
  }
  return roots == 1;
}

}  // namespace

TEST_CASE("plain sentences get the trees a grammarian would draw") {
  CHECK(tree_of(test::analysed("The minister visited Paris.").sentences[0]) ==
        "The(det<minister) minister(nsubj<visited) visited(root) Paris(obj<visited) "
        ".(punct<visited)");
  CHECK(tree_of(test::analysed("She was elected in March.").sentences[0]) ==
        "She(nsubj:pass<elected) was(aux:pass<elected) elected(root) in(case<March) "
        "March(obl<elected) .(punct<elected)");
  CHECK(tree_of(test::analysed("He is the president of Kenya.").sentences[0]) ==
        "He(nsubj<president) is(cop<president) the(det<president) president(root) "
        "of(case<Kenya) Kenya(nmod<president) .(punct<president)");
}

TEST_CASE("every instruction set gives the same tags, trees and names") {
  const Lexicon& lexicon = Lexicon::builtin();
  std::vector<Sentence> expected = cut(all_texts());
  const std::vector<const Kernels*> kernels = available_kernels();
  reader_with(*kernels[0]).read(expected, lexicon);
  for (const Kernels* other : kernels) {
    INFO(other->name);
    std::vector<Sentence> found = cut(all_texts());
    reader_with(*other).read(found, lexicon);
    for (std::size_t i = 0; i < found.size(); ++i) {
      CHECK(tree_of(found[i]) == tree_of(expected[i]));
      CHECK(found[i].name_readings.size() == expected[i].name_readings.size());
      for (std::size_t j = 0; j < found[i].tokens.size(); ++j) {
        CHECK(found[i].tokens[j].xpos == expected[i].tokens[j].xpos);
        CHECK(found[i].tokens[j].lemma == expected[i].tokens[j].lemma);
      }
    }
  }
}

TEST_CASE("a sentence is read the same alone and among others") {
  const Lexicon& lexicon = Lexicon::builtin();
  const SentenceReader reader = reader_with(best_kernels());
  std::vector<Sentence> together = cut(all_texts());
  std::vector<Sentence> apart = together;
  reader.read(together, lexicon);
  for (std::size_t i = 0; i < apart.size(); ++i) {
    reader.read(std::span(&apart[i], 1), lexicon);
    CHECK(tree_of(apart[i]) == tree_of(together[i]));
    CHECK(apart[i].tokens[0].head_probability == together[i].tokens[0].head_probability);
  }
}

TEST_CASE("probabilities are probabilities") {
  for (const Sentence& sentence : test::analysed(all_texts()).sentences) {
    CHECK(is_tree(sentence));
    for (const Token& token : sentence.tokens) {
      CHECK(token.head_probability > 0);
      CHECK(token.head_probability <= 1.0001F);
      CHECK(token.relation_probability > 0);
      CHECK(token.relation_probability <= 1.0001F);
    }
  }
}

TEST_CASE("a sentence too long for one tree is read in pieces below one root") {
  std::string text = "The list of guests";
  for (int i = 0; i < 40; ++i)
    text += ", the envoy of town number " + std::to_string(i) + " (twice)";
  text += "; they all came and nobody left.";
  const Analysis analysis = test::analysed(text);
  REQUIRE(analysis.sentences.size() == 1);
  const Sentence& sentence = analysis.sentences[0];
  CHECK(sentence.tokens.size() > 2 * SentenceReader::kLongestTree);
  CHECK(sentence.tree_pieces >= 3);
  CHECK(is_tree(sentence));
}

TEST_CASE("four threads read at the same time what one reads") {
  const Lexicon& lexicon = Lexicon::builtin();
  const SentenceReader reader = reader_with(best_kernels());
  std::vector<Sentence> expected = cut(all_texts());
  reader.read(expected, lexicon);
  std::vector<int> wrong(4, 0);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < wrong.size(); ++t) {
    threads.emplace_back([&, t] {
      for (int round = 0; round < 5; ++round) {
        std::vector<Sentence> found = cut(all_texts());
        reader.read(found, lexicon);
        for (std::size_t i = 0; i < found.size(); ++i) {
          if (tree_of(found[i]) != tree_of(expected[i])) ++wrong[t];
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const int count : wrong) CHECK(count == 0);
}

TEST_CASE("a network file that is damaged, cut off or does not fit is refused") {
  const std::string model(builtin_network_model());
  CHECK_THROWS_AS(Network(std::string_view(model).substr(0, model.size() / 2)), Error);
  CHECK_THROWS_AS(Network(builtin_lexicon_model()), Error);
  NetworkStrings strings;
  strings.tags = {"NOUN\tNN"};
  strings.names = {"O"};
  strings.labels = {"dep", "root"};
  Weights weights = make_weights({2, 2, 2, 2, 2, 2, 34, 75}, {1, 1, 2});
  CHECK_NOTHROW(Network(make_network_file(strings, weights)));
  strings.labels = {"dep", "nsubj"};
  CHECK_THROWS_AS(Network(make_network_file(strings, weights)), Error);
  strings.labels = {"dep", "nsubj", "root"};
  CHECK_THROWS_AS(Network(make_network_file(strings, weights)), Error);
}

TEST_CASE("weights keep their value at rest but for rounding") {
  NetworkStrings strings;
  strings.tags = {"NOUN\tNN"};
  strings.names = {"O"};
  strings.labels = {"dep", "root"};
  Weights weights = make_weights({2, 2, 2, 2, 2, 2, 34, 75}, {1, 1, 2});
  float next = 0.7F;
  weights.for_each([&next](Matrix& matrix) {
    for (float& value : matrix.values) value = (next = 3.9F * next * (1 - next)) - 0.5F;
  });
  const std::string bytes = make_network_file(strings, weights);
  NetworkParts parts = read_network_file(bytes);
  std::vector<const Matrix*> read;
  parts.weights.for_each([&read](Matrix& matrix) { read.push_back(&matrix); });
  std::size_t index = 0;
  weights.for_each([&](Matrix& matrix) {
    const Matrix& other = *read[index++];
    float worst = 0;
    for (std::size_t i = 0; i < matrix.values.size(); ++i) {
      worst = std::max(worst, std::abs(matrix.values[i] - other.values[i]));
    }
    CHECK(worst < 2e-5F);
  });
}

}  // namespace dossier::extract

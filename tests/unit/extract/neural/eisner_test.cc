// SPDX-License-Identifier: Apache-2.0
// Against all trees of short sentences.
#include "extract/analyze/neural/eisner.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <utility>

namespace dossier::extract {
namespace {

using Heads = std::vector<std::uint32_t>;

bool reaches_root(const Heads& heads, std::size_t word) {
  for (std::size_t steps = 0; steps <= heads.size(); ++steps) {
    if (word == 0) return true;
    word = heads[word];
  }
  return false;
}

/// The ends of the arc to `word`, the left one first.
std::pair<std::size_t, std::size_t> ends(const Heads& heads, std::size_t word) {
  const std::size_t head = heads[word];
  return {std::min(word, head), std::max(word, head)};
}

bool is_projective_tree(const Heads& heads) {
  std::size_t roots = 0;
  for (std::size_t word = 1; word < heads.size(); ++word) {
    if (heads[word] == 0) ++roots;
    if (!reaches_root(heads, word)) return false;
    for (std::size_t other = 1; other < heads.size(); ++other) {
      const auto [a, b] = ends(heads, word);
      const auto [c, d] = ends(heads, other);
      if (a < c && c < b && b < d) return false;
    }
  }
  return roots == 1;
}

float score_of(const Matrix& scores, const Heads& heads) {
  float sum = 0;
  for (std::size_t word = 1; word < heads.size(); ++word) sum += scores.row(word)[heads[word]];
  return sum;
}

float best_score(const Matrix& scores, Heads& heads, std::size_t word) {
  if (word == heads.size()) return is_projective_tree(heads) ? score_of(scores, heads) : -1e9F;
  float best = -1e9F;
  for (std::uint32_t head = 0; head < heads.size(); ++head) {
    if (head == word) continue;
    heads[word] = head;
    best = std::max(best, best_score(scores, heads, word + 1));
  }
  return best;
}

}  // namespace

TEST_CASE("the tree found is projective, has one root, and no other scores more") {
  std::mt19937 random(5);
  for (std::size_t size = 2; size <= 6; ++size) {
    for (int round = 0; round < 20; ++round) {
      Matrix scores(size, size);
      for (float& value : scores.values) value = static_cast<float>(random() % 1000) / 100.0F;
      const Heads found = best_tree(scores, size);
      CHECK(is_projective_tree(found));
      Heads heads(size, 0);
      CHECK(score_of(scores, found) == Approx(best_score(scores, heads, 1)));
    }
  }
}

TEST_CASE("sentences of no and one word have their only tree") {
  CHECK(best_tree(Matrix(1, 1), 1) == Heads{0});
  CHECK(best_tree(Matrix(2, 2), 2) == Heads{0, 0});
}

}  // namespace dossier::extract

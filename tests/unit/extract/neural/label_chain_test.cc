// SPDX-License-Identifier: Apache-2.0
// Chains of name labels against all chains written out.
#include "extract/analyze/neural/label_chain.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

namespace dossier::extract {
namespace {

constexpr std::size_t kWords = 4;
constexpr std::size_t kLabels = 5;  // "O", "B-X", "I-X", "B-Y", "I-Y"

using Chain = std::vector<std::uint32_t>;

Matrix numbers(std::size_t rows, float seed) {
  Matrix made(rows, kLabels);
  for (float& value : made.values) value = (seed = 3.9F * seed * (1 - seed)) * 2 - 1;
  return made;
}

/// All chains in which no "I-" stands without its name's beginning.
std::vector<Chain> all_chains() {
  std::vector<Chain> chains{{}};
  for (std::size_t word = 0; word < kWords; ++word) {
    std::vector<Chain> longer;
    for (const Chain& chain : chains) {
      for (std::uint32_t label = 0; label < kLabels; ++label) {
        if (!label_may_follow(chain.empty() ? kLabels : chain.back(), label, kLabels)) continue;
        longer.push_back(chain);
        longer.back().push_back(label);
      }
    }
    chains = longer;
  }
  return chains;
}

double score(const Chain& chain, const Matrix& scores, const Matrix& steps) {
  double sum = 0;
  std::size_t before = kLabels;
  for (std::size_t word = 0; word < kWords; ++word) {
    sum += static_cast<double>(scores.row(word)[chain[word]] + steps.row(before)[chain[word]]);
    before = chain[word];
  }
  return sum;
}

bool goes_through(const Chain& chain, const Chain& fixed) {
  for (std::size_t word = 0; word < kWords; ++word) {
    if (fixed[word] != kAnyLabel && fixed[word] != chain[word]) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("an I- label stands only behind its own type") {
  CHECK(label_may_follow(kLabels, 1, kLabels));
  CHECK_FALSE(label_may_follow(kLabels, 2, kLabels));
  CHECK_FALSE(label_may_follow(0, 2, kLabels));
  CHECK(label_may_follow(1, 2, kLabels));
  CHECK(label_may_follow(2, 2, kLabels));
  CHECK_FALSE(label_may_follow(3, 2, kLabels));
  CHECK(label_may_follow(4, 1, kLabels));
}

TEST_CASE("the sums over chains and the best chain are those of all chains written out") {
  const Matrix scores = numbers(kWords, 0.3F);
  const Matrix steps = numbers(kLabels + 1, 0.7F);
  for (const Chain& fixed : {Chain(kWords, kAnyLabel), Chain{kAnyLabel, 3, kAnyLabel, 0}}) {
    double total = 0;
    std::vector<double> at_second(kLabels, 0.0);
    double from_start = 0;  // chains that begin with label 1
    Chain best;
    for (const Chain& chain : all_chains()) {
      if (best.empty() || score(chain, scores, steps) > score(best, scores, steps)) best = chain;
      if (!goes_through(chain, fixed)) continue;
      const double weight = std::exp(score(chain, scores, steps));
      total += weight;
      at_second[chain[1]] += weight;
      if (chain[0] == 1) from_start += weight;
    }
    const ChainSums sums = sum_chains(scores, steps, fixed);
    CHECK(sums.log_total == Approx(std::log(total)).epsilon(1e-4));
    for (std::size_t label = 0; label < kLabels; ++label) {
      CHECK(static_cast<double>(sums.words.row(1)[label]) ==
            Approx(at_second[label] / total).margin(1e-5));
    }
    CHECK(static_cast<double>(sums.steps.row(kLabels)[1]) ==
          Approx(from_start / total).margin(1e-5));
    CHECK(best_chain(scores, steps) == best);
  }
}

}  // namespace dossier::extract

// SPDX-License-Identifier: Apache-2.0
// Names as a chain of labels (Lafferty, McCallum & Pereira 2001): the score of a sentence's labels
// is the sum of each word's score and of each step's from one label to the next.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/analyze/neural/matrix.h"

namespace dossier::extract {

/// Labels are numbered "O", then "B-X" and "I-X" of each type: whether one may follow
/// another. `before` is the number of labels at a sentence's start.
bool label_may_follow(std::size_t before, std::size_t label, std::size_t labels);

/// Sums over all chains of a sentence, or those that go through fixed labels.
struct ChainSums {
  double log_total = 0;  ///< of the chains' exponentials
  Matrix words;          ///< how likely each label is at each word
  Matrix steps;          ///< how often each step is taken; the last row: from the start
};

constexpr std::uint32_t kAnyLabel = 0xFFFFFFFF;

/// `scores`: a row a word, of `labels` columns or more. `steps`: labels + 1 rows. `fixed`: a label
/// a word, or kAnyLabel; empty: any everywhere.
ChainSums sum_chains(const Matrix& scores, const Matrix& steps,
                     const std::vector<std::uint32_t>& fixed = {});

/// The likeliest chain.
std::vector<std::uint32_t> best_chain(const Matrix& scores, const Matrix& steps);

}  // namespace dossier::extract

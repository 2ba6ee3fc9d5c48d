// SPDX-License-Identifier: Apache-2.0
// One half of a batch: its forward and backward pass, with its own gradients.
#pragma once

#include <vector>

#include "extract/train/neural/adam.h"
#include "extract/train/neural/examples.h"
#include "extract/train/neural/random.h"
#include "extract/train/neural/train_network.h"

namespace dossier::extract {

class Shard {
 public:
  Shard(const Weights& weights, const std::vector<std::uint32_t>& word_counts,
        const NetworkTraining& settings);

  /// Sets gradients() and touched() for these examples, longest first, each word weighing `scale`.
  Losses run(const Weights& weights, const PackedWeights& packed,
             const PackedTransposes& transposes, const std::vector<const Example*>& examples,
             float scale, std::uint32_t seed);

  Weights& gradients() noexcept { return gradients_; }
  const TouchedRows& touched() const noexcept { return touched_; }

 private:
  SentenceInput drop_features(const SentenceInput& input, Random& random) const;
  void draw_masks(std::size_t sentences, Random& random);
  void clear();
  void add_to_tables(const std::vector<SentenceInput>& inputs, const BatchLayout& layout,
                     const Matrix& d_input);

  const std::vector<std::uint32_t>& word_counts_;
  NetworkTraining settings_;
  Weights gradients_;
  TouchedRows touched_;
  Dropout dropout_;
  Forward forward_;
  OutputGradients outputs_;
};

}  // namespace dossier::extract

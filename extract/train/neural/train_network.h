// SPDX-License-Identifier: Apache-2.0
// Trains the analyser's network.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "extract/train/neural/examples.h"

namespace dossier::extract {

struct NetworkTraining {
  int epochs = 22;        ///< the learning rate falls to 0 towards the last one
  int stop_after = 1000;  ///< epochs; training may end before the rate is 0
  std::size_t batch_words = 700;
  float rate = 2e-3F;
  float word_dropout = 0.2F;   ///< at least; rare words more
  float other_dropout = 0.1F;  ///< of the other parts of a word's input
  float affix_dropout = 0.4F;  ///< of beginning and endings, where the word is hidden
  float input_dropout = 0.2F;
  float layer_dropout = 0.4F;
  std::uint32_t seed = 20201122;
  int threads = 2;  ///< 1 or 2; the weights do not depend on it
};

/// Called after every epoch with the losses a word and the averaged weights so far.
using EpochReport = std::function<void(int epoch, const Losses& losses, const Weights& average)>;

/// The same examples and settings give the same weights on every processor with fused
/// multiplication: a batch is always cut in two parts, which two threads take when there are two.
Weights train_network(const std::vector<Example>& examples,
                      const std::array<std::size_t, kSlots>& table_rows, OutputCounts outputs,
                      const NetworkTraining& settings, const EpochReport& report);

}  // namespace dossier::extract

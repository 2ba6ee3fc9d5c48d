// SPDX-License-Identifier: Apache-2.0
// The training objective: cross-entropies of heads, labels, tags and names.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "extract/train/neural/backward.h"

namespace dossier::extract {

/// The right outcome for each word of a sentence, root at 0 (whose entries are not looked at).
struct GoldSentence {
  static constexpr std::uint32_t kUnknown = 0xFFFFFFFF;

  std::vector<std::uint32_t> heads, labels, tags, names;

  /// Whether the names of any word are known.
  bool has_names() const {
    return std::any_of(names.begin(), names.end(),
                       [](std::uint32_t name) { return name != kUnknown; });
  }
};

struct Losses {
  double arcs = 0;
  double labels = 0;
  double tags = 0;
  double names = 0;

  double sum() const { return arcs + labels + tags + names; }
  void add(const Losses& other);
};

/// Losses of a batch, each word weighing `scale`; sets the derivatives by the network's outputs and
/// adds those by the label weights.
Losses score_batch(const Kernels& kernels, const Weights& weights, const PackedWeights& packed,
                   const PackedTransposes& transposes, const BatchLayout& layout,
                   const std::vector<const GoldSentence*>& gold, const Forward& forward,
                   float scale, OutputGradients& outputs, Weights& gradients);

}  // namespace dossier::extract

// SPDX-License-Identifier: Apache-2.0
// Adam (Kingma & Ba 2015) with a running average of the weights, which is what training keeps.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/analyze/neural/weights.h"

namespace dossier::extract {

struct AdamSettings {
  float beta1 = 0.9F;
  float beta2 = 0.95F;
  float epsilon = 1e-8F;
  float largest_norm = 5.0F;
  float average_decay = 0.9F;  ///< a step of the average, every kAverageEvery batches
};

inline constexpr std::uint64_t kAverageEvery = 32;

/// Rows of the tables that a batch used.
using TouchedRows = std::array<std::vector<std::uint32_t>, kSlots>;

class Adam {
 public:
  Adam(Weights& weights, const AdamSettings& settings);

  /// Moves the weights against the gradients; of the tables only the touched rows.
  void step(Weights& gradients, const TouchedRows& touched, float rate);

  const Weights& average() const noexcept { return average_; }

 private:
  void update(float* weights, float* gradients, float* mean, float* square, std::size_t count,
              float rate) const;
  void average_in();

  Weights& weights_;
  AdamSettings settings_;
  Weights mean_, square_, average_;
  std::uint64_t steps_ = 0;
};

}  // namespace dossier::extract

// SPDX-License-Identifier: Apache-2.0
#include "extract/analyze/neural/weights.h"

#include <algorithm>

namespace dossier::extract {

Weights make_weights(const std::array<std::size_t, kSlots>& table_rows, OutputCounts outputs) {
  Weights weights;
  for (std::size_t slot = 0; slot < kSlots; ++slot) {
    weights.tables[slot].reset(table_rows[slot], kSlotWidth[slot]);
  }
  for (std::size_t layer = 0; layer < kLayers; ++layer) {
    for (LstmWeights& direction : weights.lstm[layer]) {
      direction.input.reset(layer == 0 ? kInputWidth : kEncoded, 4 * kHidden);
      direction.recurrent.reset(kHidden, 4 * kHidden);
      direction.bias.reset(1, 4 * kHidden);
    }
  }
  const auto affine = [](Matrix& matrix, Matrix& bias, std::size_t in, std::size_t out) {
    matrix.reset(in, out);
    bias.reset(1, out);
  };
  affine(weights.tag, weights.tag_bias, kEncoded, outputs.tags);
  affine(weights.name, weights.name_bias, kEncoded, outputs.names);
  weights.name_step.reset(outputs.names + 1, outputs.names);
  affine(weights.project, weights.project_bias, kEncoded, kProjected);
  affine(weights.arc, weights.arc_bias, kArcWidth, kArcWidth);
  affine(weights.distance, weights.distance_bias, kArcWidth, kDistances);
  affine(weights.label, weights.label_bias, kPairWidth, outputs.labels);
  return weights;
}

std::size_t distance_class(std::size_t dependent, std::size_t head) {
  if (head == 0) return 0;
  const bool right = head > dependent;
  const std::size_t distance = right ? head - dependent : dependent - head;
  std::size_t bucket = distance;
  if (distance > 8) bucket = distance <= 11 ? 9 : distance <= 15 ? 10 : distance <= 22 ? 11 : 12;
  return right ? 13 + bucket : bucket;
}

}  // namespace dossier::extract

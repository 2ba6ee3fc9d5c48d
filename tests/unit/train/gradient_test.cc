// SPDX-License-Identifier: Apache-2.0
// The hand-written derivatives against differences of the loss.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "extract/train/neural/backward.h"
#include "extract/train/neural/objective.h"
#include "extract/train/neural/random.h"

namespace dossier::extract {
namespace {

constexpr OutputCounts kOutputs{5, 3, 7};
constexpr std::array<std::size_t, kSlots> kRows{9, 4, 4, 4, 4, 4, 4, 4};

Weights random_weights(Random& random) {
  Weights weights = make_weights(kRows, kOutputs);
  weights.for_each([&random](Matrix& matrix) {
    const float range = 1.0F / std::sqrt(static_cast<float>(std::max<std::size_t>(matrix.rows, 4)));
    for (float& value : matrix.values) value = random.between(-range, range);
  });
  return weights;
}

struct Case {
  std::vector<SentenceInput> inputs;
  std::vector<GoldSentence> gold;
};

Case random_case(Random& random) {
  Case made;
  for (const std::size_t size : {7U, 5U, 2U}) {
    SentenceInput input;
    GoldSentence gold;
    for (std::uint32_t word = 0; word < size; ++word) {
      for (std::uint8_t slot = 0; slot < kSlots; ++slot) {
        input.rows.push_back({slot, random.below(static_cast<std::uint32_t>(kRows[slot]))});
      }
      input.ends.push_back(static_cast<std::uint32_t>(input.rows.size()));
      gold.heads.push_back((word + 1 + random.below(static_cast<std::uint32_t>(size) - 1)) %
                           static_cast<std::uint32_t>(size));
      gold.labels.push_back(random.below(7));
      gold.tags.push_back(random.below(5));
      gold.names.push_back(size == 5 || word == 3 ? GoldSentence::kUnknown : word % 3);
    }
    made.inputs.push_back(input);
    made.gold.push_back(gold);
  }
  return made;
}

Dropout random_masks(std::size_t sentences, Random& random) {
  Dropout dropout;
  const auto draw = [&](Matrix& mask, std::size_t width) {
    mask.reset(sentences, width);
    for (float& value : mask.values) value = random.unit() < 0.3F ? 0.0F : 1.4F;
  };
  draw(dropout.input, kInputWidth);
  draw(dropout.first, kEncoded);
  draw(dropout.tag, kEncoded);
  draw(dropout.name, kEncoded);
  draw(dropout.encoded, kEncoded);
  draw(dropout.named, kEncoded);
  draw(dropout.projected, kProjected);
  return dropout;
}

class Checker {
 public:
  explicit Checker(std::uint32_t seed) : random_(seed) {
    weights_ = random_weights(random_);
    case_ = random_case(random_);
    dropout_ = random_masks(case_.inputs.size(), random_);
    for (const GoldSentence& gold : case_.gold) gold_.push_back(&gold);
  }

  double loss(Weights* gradients, Matrix* d_input) {
    std::vector<std::size_t> lengths;
    for (const SentenceInput& input : case_.inputs) lengths.push_back(input.size());
    const BatchLayout layout(lengths);
    PackedWeights packed;
    packed.pack(weights_);
    PackedTransposes transposes;
    transposes.pack(weights_);
    Forward forward;
    forward.input.reset(layout.rows(), kInputWidth);
    for (std::size_t i = 0; i < lengths.size(); ++i) {
      embed(weights_, case_.inputs[i], layout, i, forward.input);
    }
    const Kernels& kernels = best_kernels();
    run_forward(kernels, weights_, packed, layout, dropout_, forward);
    OutputGradients outputs;
    Weights unused = make_weights(kRows, kOutputs);
    Weights& sums = gradients == nullptr ? unused : *gradients;
    const Losses losses = score_batch(kernels, weights_, packed, transposes, layout, gold_, forward,
                                      1.0F, outputs, sums);
    if (gradients != nullptr) {
      run_backward(kernels, transposes, layout, dropout_, forward, outputs, sums, *d_input);
    }
    return losses.sum();
  }

  /// The slope of the loss along a random direction of one matrix, by gradients and by differences.
  std::pair<double, double> slopes(std::size_t index) {
    Weights gradients = make_weights(kRows, kOutputs);
    Matrix d_input;
    loss(&gradients, &d_input);
    std::vector<Matrix*> by;
    std::vector<Matrix*> all;
    gradients.for_each([&by](Matrix& m) { by.push_back(&m); });
    weights_.for_each([&all](Matrix& m) { all.push_back(&m); });
    const Floats before = all[index]->values;
    Floats direction(before.size());
    double expected = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
      direction[i] = by[index]->values[i] > 0 ? 1.0F : -1.0F;
      expected += static_cast<double>(direction[i] * by[index]->values[i]);
    }
    const float step = 2e-2F / std::sqrt(static_cast<float>(before.size()));
    const auto loss_at = [&](float distance) {
      for (std::size_t i = 0; i < before.size(); ++i) {
        all[index]->values[i] = before[i] + distance * direction[i];
      }
      return loss(nullptr, nullptr);
    };
    const double difference = loss_at(step) - loss_at(-step);
    all[index]->values = before;
    return {expected, difference / (2 * static_cast<double>(step))};
  }

  std::size_t count() {
    std::size_t matrices = 0;
    weights_.for_each([&matrices](Matrix&) { ++matrices; });
    return matrices;
  }

 private:
  Random random_;
  Weights weights_;
  Case case_;
  Dropout dropout_;
  std::vector<const GoldSentence*> gold_;
};

}  // namespace

TEST_CASE("derivatives by every weight are the slopes of the loss") {
  Checker checker(7);
  for (std::size_t index = kSlots; index < checker.count(); ++index) {
    const auto [expected, measured] = checker.slopes(index);
    INFO("matrix " << index << ": " << expected << " and " << measured);
    CHECK(std::abs(expected) > 1e-3);
    CHECK(std::abs(expected - measured) < 0.02 * std::abs(measured) + 1e-3);
  }
}

}  // namespace dossier::extract

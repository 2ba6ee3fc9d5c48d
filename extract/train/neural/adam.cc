// SPDX-License-Identifier: Apache-2.0
#include "extract/train/neural/adam.h"

#include <algorithm>
#include <cmath>

namespace dossier::extract {
namespace {

std::vector<Matrix*> matrices(Weights& weights) {
  std::vector<Matrix*> all;
  weights.for_each([&all](Matrix& matrix) { all.push_back(&matrix); });
  return all;
}

Weights zeros_like(Weights weights) {
  weights.for_each([](Matrix& matrix) { matrix.reset(matrix.rows, matrix.columns); });
  return weights;
}

double squares(const float* values, std::size_t count) {
  float sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += values[i] * values[i];
  return static_cast<double>(sum);
}

bool is_zero(const Matrix& matrix) {
  return std::all_of(matrix.values.begin(), matrix.values.end(), [](float v) { return v == 0.0F; });
}

}  // namespace

Adam::Adam(Weights& weights, const AdamSettings& settings)
    : weights_(weights),
      settings_(settings),
      mean_(zeros_like(weights)),
      square_(mean_),
      average_(weights) {}

void Adam::update(float* weights, float* gradients, float* mean, float* square, std::size_t count,
                  float rate) const {
  const float beta1 = settings_.beta1;
  const float beta2 = settings_.beta2;
  const float epsilon = settings_.epsilon;
  for (std::size_t i = 0; i < count; ++i) {
    const float gradient = gradients[i];
    mean[i] = beta1 * mean[i] + (1 - beta1) * gradient;
    square[i] = beta2 * square[i] + (1 - beta2) * gradient * gradient;
    weights[i] -= rate * mean[i] / (std::sqrt(square[i]) + epsilon);
  }
}

void Adam::step(Weights& gradients, const TouchedRows& touched, float rate) {
  ++steps_;
  const std::vector<Matrix*> gradient = matrices(gradients);
  const std::vector<Matrix*> weight = matrices(weights_);
  const std::vector<Matrix*> mean = matrices(mean_);
  const std::vector<Matrix*> square = matrices(square_);
  double norm = 0;
  for (std::size_t slot = 0; slot < kSlots; ++slot) {
    for (const auto row : touched[slot])
      norm += squares(gradient[slot]->row(row), kSlotWidth[slot]);
  }
  for (std::size_t i = kSlots; i < gradient.size(); ++i) {
    norm += squares(gradient[i]->values.data(), gradient[i]->values.size());
  }
  norm = std::sqrt(norm);
  const auto largest = static_cast<double>(settings_.largest_norm);
  if (norm > largest) {
    const auto factor = static_cast<float>(largest / norm);
    gradients.for_each([factor](Matrix& m) {
      for (float& value : m.values) value *= factor;
    });
  }
  const auto steps = static_cast<double>(std::min<std::uint64_t>(steps_, 10000));
  const double correction =
      std::sqrt(1 - std::pow(settings_.beta2, steps)) / (1 - std::pow(settings_.beta1, steps));
  const auto corrected = static_cast<float>(static_cast<double>(rate) * correction);
  for (std::size_t slot = 0; slot < kSlots; ++slot) {
    for (const auto row : touched[slot]) {
      update(weight[slot]->row(row), gradient[slot]->row(row), mean[slot]->row(row),
             square[slot]->row(row), kSlotWidth[slot], corrected);
    }
  }
  for (std::size_t i = kSlots; i < gradient.size(); ++i) {
    if (is_zero(*gradient[i])) continue;  // the batch did not use it
    update(weight[i]->values.data(), gradient[i]->values.data(), mean[i]->values.data(),
           square[i]->values.data(), weight[i]->values.size(), corrected);
  }
  if (steps_ % kAverageEvery == 0) average_in();
}

void Adam::average_in() {
  const std::vector<Matrix*> weight = matrices(weights_);
  const std::vector<Matrix*> average = matrices(average_);
  const float decay = settings_.average_decay;
  for (std::size_t i = 0; i < weight.size(); ++i) {
    float* to = average[i]->values.data();
    const float* from = weight[i]->values.data();
    for (std::size_t j = 0; j < weight[i]->values.size(); ++j) {
      to[j] = decay * to[j] + (1 - decay) * from[j];
    }
  }
}

}  // namespace dossier::extract

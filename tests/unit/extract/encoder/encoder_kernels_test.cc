// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <vector>

#include "extract/encoder/kernels.h"

namespace dossier::extract::encoder {
namespace {

using Floats = std::vector<float>;

Floats random_floats(std::size_t size, std::mt19937& random, float reach = 3.0F) {
  Floats values(size);
  for (float& value : values)
    value = (static_cast<float>(random() % 20001) / 10000.0F - 1.0F) * reach;
  return values;
}

std::vector<std::int8_t> random_bytes(std::size_t size, std::mt19937& random) {
  std::vector<std::int8_t> values(size);
  for (std::int8_t& value : values) value = static_cast<std::int8_t>(int(random() % 255) - 127);
  return values;
}

/// A random product and its exact result.
struct Product {
  Product(std::size_t m, std::size_t k, std::size_t n, std::mt19937& random)
      : a(random_bytes(m * k, random)),
        weights(random_bytes(n * k, random)),
        panels(pack_panels(weights, k, n)),
        a_scales(random_floats(m, random, 0.01F)),
        scales(random_floats(n, random, 0.01F)),
        biases(random_floats(n, random)),
        sums(n, 0) {
    if (m > 1) std::fill_n(a.begin(), k, std::int8_t{-127});
    std::fill_n(weights.begin(), k, std::int8_t{127});
    panels = pack_panels(weights, k, n);
    for (std::size_t j = 0; j < n; ++j) {
      for (std::size_t i = 0; i < k; ++i) sums[j] += weights[j * k + i];
    }
    left = {m, k, a.data(), a_scales.data()};
    right = {k, n, panels.data(), sums.data(), scales.data(), biases.data()};
  }

  float exact(std::size_t i, std::size_t j) const {
    const std::size_t k = left.width;
    std::int32_t sum = 0;
    for (std::size_t x = 0; x < k; ++x) sum += a[i * k + x] * weights[j * k + x];
    const volatile float scale = a_scales[i] * scales[j];
    const volatile float scaled = static_cast<float>(sum) * scale;
    return scaled + biases[j];
  }

  std::vector<std::int8_t> a, weights, panels;
  Floats a_scales, scales, biases;
  std::vector<std::int32_t> sums;
  Int8Rows left;
  Int8Matrix right;
};

/// What `work` leaves in a copy of `values`, the same in every instruction set.
template <typename Work>
Floats everywhere(const Floats& values, const Work& work) {
  Floats first = values;
  work(*available_kernels().front(), first);
  for (const Kernels* kernels : available_kernels()) {
    Floats result = values;
    work(*kernels, result);
    INFO(kernels->name);
    CHECK(result == first);
  }
  return first;
}

double exact_gelu(double x) { return 0.5 * x * (1 + std::erf(x / std::sqrt(2.0))); }

}  // namespace

TEST_CASE("8-bit products of all sizes are exact in every instruction set") {
  std::mt19937 random(1);
  for (const Kernels* kernels : available_kernels()) {
    INFO(kernels->name);
    for (const std::size_t m : {1U, 2U, 3U, 4U, 5U, 15U, 16U, 17U, 33U}) {
      for (const std::size_t n : {16U, 48U}) {
        for (const std::size_t k : {4U, 64U, 2048U}) {
          const Product product(m, k, n, random);
          Floats out(m * n);
          kernels->multiply(product.left, product.right, out.data());
          bool all_exact = true;
          for (std::size_t i = 0; i < out.size(); ++i)
            all_exact = all_exact && out[i] == product.exact(i / n, i % n);
          CHECK(all_exact);
        }
      }
    }
  }
}

TEST_CASE("a row is rounded to 8 bits by its largest number") {
  const Floats row{0.0F, 1.27F, -2.54F, 0.01F, 0.011F, -0.03F, 2.0F, 0.0F,
                   0.0F, 0.0F,  0.0F,   0.0F,  0.0F,   0.0F,   0.0F, 0.0F};
  for (const Kernels* kernels : available_kernels()) {
    INFO(kernels->name);
    std::vector<std::int8_t> values(32);
    Floats scales(2);
    Floats rows = row;
    rows.resize(32, 0.0F);
    kernels->quantize(rows.data(), {2, 16, values.data(), scales.data()});
    CHECK(scales[0] == Approx(0.02F));
    CHECK(std::vector<int>(values.begin(), values.begin() + 7) ==
          std::vector<int>{0, 64, -127, 0, 1, -2, 100});
    CHECK(scales[1] == 0.0F);
    CHECK(std::vector<int>(values.begin() + 16, values.end()) == std::vector<int>(16, 0));
  }
}

TEST_CASE("gelu is right and the same in every instruction set") {
  Floats x;
  for (float value = -9.0F; value < 9.0F; value += 1.0F / 64) x.push_back(value);
  const Floats result =
      everywhere(x, [](const Kernels& kernels, Floats& at) { kernels.gelu(at.data(), at.size()); });
  double worst = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    worst = std::max(
        worst, std::abs(static_cast<double>(result[i]) - exact_gelu(static_cast<double>(x[i]))));
  }
  CHECK(worst < 1e-6);
}

TEST_CASE("layer norms are right and the same in every instruction set") {
  std::mt19937 random(2);
  constexpr std::size_t kRows = 3, kWidth = 48;
  const Floats x = random_floats(kRows * kWidth, random), added = random_floats(x.size(), random);
  const Floats scale = random_floats(kWidth, random), shift = random_floats(kWidth, random);
  const Floats result = everywhere(x, [&](const Kernels& kernels, Floats& at) {
    kernels.normalize(at.data(), added.data(), scale.data(), shift.data(), kRows, kWidth);
  });
  for (std::size_t r = 0; r < kRows; ++r) {
    double mean = 0, squares = 0;
    const auto sum = [&](std::size_t i) {
      return static_cast<double>(x[r * kWidth + i]) + static_cast<double>(added[r * kWidth + i]);
    };
    for (std::size_t i = 0; i < kWidth; ++i) mean += sum(i) / kWidth;
    for (std::size_t i = 0; i < kWidth; ++i) squares += std::pow(sum(i) - mean, 2) / kWidth;
    for (std::size_t i = 0; i < kWidth; ++i) {
      const double wanted = (sum(i) - mean) / std::sqrt(squares) * static_cast<double>(scale[i]) +
                            static_cast<double>(shift[i]);
      CHECK(std::abs(static_cast<double>(result[r * kWidth + i]) - wanted) < 1e-4);
    }
  }
}

TEST_CASE("attention is right and the same in every instruction set") {
  std::mt19937 random(3);
  constexpr std::size_t kHeads = 2, kHead = 16, kWidth = kHeads * kHead;
  for (const std::size_t rows : {1U, 5U, 7U, 8U, 10U, 11U, 12U, 16U, 22U, 37U}) {
    const Floats projected = random_floats(rows * 3 * kWidth, random, 1.0F);
    const Floats result =
        everywhere(Floats(rows * kWidth), [&](const Kernels& kernels, Floats& at) {
          Floats scratch(attention_scratch(rows, kHead));
          kernels.attend(projected.data(), rows, kHeads, kHead, scratch.data(), at.data());
        });
    const auto part = [&](std::size_t row, std::size_t which, std::size_t at) {
      return static_cast<double>(projected[(row * 3 + which) * kWidth + at]);
    };
    double worst = 0;
    for (std::size_t i = 0; i < rows * kWidth; ++i) {
      const std::size_t row = i / kWidth, at = i % kWidth, head = at / kHead * kHead;
      double weights = 0, sum = 0;
      for (std::size_t j = 0; j < rows; ++j) {
        double score = 0;
        for (std::size_t d = head; d < head + kHead; ++d) score += part(row, 0, d) * part(j, 1, d);
        const double weight = std::exp(score / std::sqrt(double{kHead}));
        weights += weight;
        sum += weight * part(j, 2, at);
      }
      worst = std::max(worst, std::abs(static_cast<double>(result[i]) - sum / weights));
    }
    CHECK(worst < 1e-5);
  }
}

}  // namespace dossier::extract::encoder

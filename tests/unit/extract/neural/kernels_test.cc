// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "extract/analyze/neural/matrix.h"

namespace dossier::extract {
namespace {

Matrix random_matrix(std::size_t rows, std::size_t columns, std::mt19937& random) {
  Matrix matrix(rows, columns);
  for (float& value : matrix.values) {
    value = static_cast<float>(random() % 2001) / 1000.0F - 1.0F;
  }
  return matrix;
}

double exact(const Matrix& a, const Matrix& b, std::size_t i, std::size_t j) {
  double sum = 0;
  for (std::size_t k = 0; k < a.columns; ++k) {
    sum += static_cast<double>(a.row(i)[k]) * static_cast<double>(b.row(k)[j]);
  }
  return sum;
}

}  // namespace

TEST_CASE("products of all sizes are right in every instruction set") {
  std::mt19937 random(1);
  for (const Kernels* kernels : available_kernels()) {
    INFO(kernels->name);
    for (const std::size_t rows : {1U, 2U, 5U, 11U, 12U, 13U, 25U}) {
      for (const std::size_t columns : {1U, 16U, 17U, 40U}) {
        const Matrix a = random_matrix(rows, 33, random);
        const Matrix b = random_matrix(33, columns, random);
        Packed right;
        right.pack(b);
        Matrix product;
        multiply(*kernels, a.operand(), rows, right, nullptr, product);
        for (std::size_t i = 0; i < rows; ++i) {
          for (std::size_t j = 0; j < columns; ++j) {
            CHECK(std::abs(static_cast<double>(product.row(i)[j]) - exact(a, b, i, j)) < 1e-4);
          }
        }
      }
    }
  }
}

TEST_CASE("a transposed operand gives the product of the transpose") {
  std::mt19937 random(2);
  const Matrix a = random_matrix(9, 20, random);
  const Matrix b = random_matrix(9, 18, random);
  Packed right;
  right.pack(b);
  Matrix product(20, right.n);
  best_kernels().multiply_add(a.transposed(), right.panels.data(), product.values.data(), right.n,
                              20, right.n, 9);
  for (std::size_t i = 0; i < 20; ++i) {
    for (std::size_t j = 0; j < 18; ++j) {
      double sum = 0;
      for (std::size_t k = 0; k < 9; ++k) {
        sum += static_cast<double>(a.row(k)[i]) * static_cast<double>(b.row(k)[j]);
      }
      CHECK(std::abs(static_cast<double>(product.row(i)[j]) - sum) < 1e-4);
    }
  }
}

TEST_CASE("an LSTM step computes the cell's equations") {
  std::mt19937 random(3);
  constexpr std::size_t kUnits = 32;
  const auto sigmoid = [](double x) { return 1 / (1 + std::exp(-x)); };
  for (const Kernels* kernels : available_kernels()) {
    INFO(kernels->name);
    const Matrix before = random_matrix(3, kUnits, random);
    Matrix gates = random_matrix(3, 4 * kUnits, random);
    for (float& value : gates.values) value *= 6;
    const Matrix raw = gates;
    Matrix state(3, kUnits), squashed(3, kUnits), out(3, kUnits);
    kernels->lstm_step(gates.values.data(), before.values.data(), state.values.data(),
                       squashed.values.data(), out.values.data(), kUnits, 3, kUnits);
    for (std::size_t row = 0; row < 3; ++row) {
      for (std::size_t j = 0; j < kUnits; ++j) {
        const auto gate = [&](std::size_t n) {
          return static_cast<double>(raw.row(row)[n * kUnits + j]);
        };
        const double expected = sigmoid(gate(1)) * static_cast<double>(before.row(row)[j]) +
                                sigmoid(gate(0)) * std::tanh(gate(3));
        CHECK(std::abs(static_cast<double>(state.row(row)[j]) - expected) < 1e-3);
        CHECK(std::abs(static_cast<double>(out.row(row)[j]) -
                       sigmoid(gate(2)) * std::tanh(expected)) < 1e-3);
      }
    }
  }
}

}  // namespace dossier::extract

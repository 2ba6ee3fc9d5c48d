// SPDX-License-Identifier: Apache-2.0
// The loops of kernels.h, written once over a vector type. Each kernels_<name>.cc defines kWidth
// (floats a vector) and kRows (rows a tile), and is compiled for its instruction set. Nothing here
// may use a function of the standard library: the linker could take its copy for other code, and
// that would then need the instruction set too.
#include <cstddef>

#include "extract/analyze/neural/kernels.h"

namespace dossier::extract {
namespace {

using Vector __attribute__((vector_size(kWidth * sizeof(float)), aligned(4), may_alias)) = float;
constexpr std::size_t kVectors = kPanel / kWidth;

/// A tile of R x kPanel of the result stays in registers.
template <std::size_t R>
void tile(const Operand& a, const float* b, float* c, std::size_t c_row, std::size_t k) {
  Vector sum[R][kVectors];
  for (std::size_t r = 0; r < R; ++r) {
    for (std::size_t v = 0; v < kVectors; ++v) {
      sum[r][v] = *reinterpret_cast<const Vector*>(c + r * c_row + v * kWidth);
    }
  }
  const float* left = a.data;
  for (std::size_t i = 0; i < k; ++i, b += kPanel, left += a.step) {
    Vector right[kVectors];
    for (std::size_t v = 0; v < kVectors; ++v) {
      right[v] = *reinterpret_cast<const Vector*>(b + v * kWidth);
    }
    for (std::size_t r = 0; r < R; ++r) {
      const float factor = left[r * a.row];
      for (std::size_t v = 0; v < kVectors; ++v) sum[r][v] += factor * right[v];
    }
  }
  for (std::size_t r = 0; r < R; ++r) {
    for (std::size_t v = 0; v < kVectors; ++v) {
      *reinterpret_cast<Vector*>(c + r * c_row + v * kWidth) = sum[r][v];
    }
  }
}

template <std::size_t R>
void last_rows(std::size_t rows, const Operand& a, const float* b, float* c, std::size_t c_row,
               std::size_t k) {
  if (rows == R) return tile<R>(a, b, c, c_row, k);
  if constexpr (R > 1) last_rows<R - 1>(rows, a, b, c, c_row, k);
}

void multiply_add(Operand a, const float* b, float* c, std::size_t c_row, std::size_t m,
                  std::size_t n, std::size_t k) {
  for (std::size_t column = 0; column < n; column += kPanel, b += k * kPanel) {
    std::size_t i = 0;
    for (; i + kRows <= m; i += kRows) {
      tile<kRows>({a.data + i * a.row, a.row, a.step}, b, c + i * c_row + column, c_row, k);
    }
    if (i < m) {
      last_rows<kRows>(m - i, {a.data + i * a.row, a.row, a.step}, b, c + i * c_row + column, c_row,
                       k);
    }
  }
}

/// Lambert's continued fraction, cut after the seventh power; wrong by less than 2e-4.
inline Vector tanh_of(Vector x) {
  constexpr float kEnd = 4.97F;
  x = x > kEnd ? Vector{} + kEnd : x;
  x = x < -kEnd ? Vector{} - kEnd : x;
  const Vector s = x * x;
  return x * (((s + 378.0F) * s + 17325.0F) * s + 135135.0F) /
         (((28.0F * s + 3150.0F) * s + 62370.0F) * s + 135135.0F);
}

inline Vector sigmoid_of(Vector x) { return 0.5F + 0.5F * tanh_of(0.5F * x); }

void lstm_step(float* gates, const float* before, float* state, float* squashed, float* out,
               std::size_t out_row, std::size_t m, std::size_t h) {
  for (std::size_t row = 0; row < m; ++row, gates += 4 * h) {
    for (std::size_t i = 0; i < h; i += kWidth) {
      const auto at = [i](float* p) -> Vector& { return *reinterpret_cast<Vector*>(p + i); };
      const Vector in = sigmoid_of(at(gates));
      const Vector forget = sigmoid_of(at(gates + h));
      const Vector output = sigmoid_of(at(gates + 2 * h));
      const Vector candidate = tanh_of(at(gates + 3 * h));
      Vector sum = in * candidate;
      if (before != nullptr) sum += forget * *reinterpret_cast<const Vector*>(before + row * h + i);
      const Vector flat = tanh_of(sum);
      at(gates) = in;
      at(gates + h) = forget;
      at(gates + 2 * h) = output;
      at(gates + 3 * h) = candidate;
      at(state + row * h) = sum;
      at(squashed + row * h) = flat;
      at(out + row * out_row) = output * flat;
    }
  }
}

}  // namespace
}  // namespace dossier::extract

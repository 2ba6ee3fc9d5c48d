// SPDX-License-Identifier: Apache-2.0
// Row-major matrices on cache lines, and right-hand sides packed for the kernels.
#pragma once

#include <cstddef>
#include <new>
#include <vector>

#include "extract/analyze/neural/kernels.h"

namespace dossier::extract {

/// Memory that begins on a cache line: vectors that cross lines cost twice.
template <typename T>
struct LineAllocator {
  using value_type = T;
  static constexpr std::align_val_t kLine{64};

  LineAllocator() = default;
  template <typename U>
  explicit(false) LineAllocator(const LineAllocator<U>&) {}
  T* allocate(std::size_t n) { return static_cast<T*>(::operator new(n * sizeof(T), kLine)); }
  void deallocate(T* p, std::size_t) { ::operator delete(p, kLine); }
  friend bool operator==(const LineAllocator&, const LineAllocator&) { return true; }
};

using Floats = std::vector<float, LineAllocator<float>>;

struct Matrix {
  std::size_t rows = 0;
  std::size_t columns = 0;
  Floats values;

  Matrix() = default;
  Matrix(std::size_t r, std::size_t c) { reset(r, c); }

  /// Of this size and all zero; keeps its memory.
  void reset(std::size_t r, std::size_t c) {
    rows = r;
    columns = c;
    values.assign(r * c, 0.0F);
  }
  float* row(std::size_t i) { return values.data() + i * columns; }
  const float* row(std::size_t i) const { return values.data() + i * columns; }
  Operand operand() const { return {values.data(), columns, 1}; }
  Operand transposed() const { return {values.data(), 1, columns}; }
};

/// A k x n right-hand side, n a multiple of kPanel.
struct Packed {
  std::size_t k = 0;
  std::size_t n = 0;
  Floats panels;

  void pack(const Matrix& matrix) {
    k = matrix.rows;
    n = padded(matrix.columns);
    panels.resize(k * n);
    pack_panels(matrix.values.data(), matrix.columns, k, matrix.columns, panels.data());
  }
  void pack_transpose(const Matrix& matrix) {
    k = matrix.columns;
    n = padded(matrix.rows);
    panels.resize(k * n);
    pack_transposed(matrix.values.data(), matrix.columns, k, matrix.rows, panels.data());
  }
};

/// Every row of `out` (rows x right.n, set to this size) = bias, or 0, plus left * right.
inline void multiply(const Kernels& kernels, Operand left, std::size_t rows, const Packed& right,
                     const Matrix* bias, Matrix& out) {
  out.reset(rows, right.n);
  for (std::size_t i = 0; bias != nullptr && i < rows; ++i) {
    for (std::size_t j = 0; j < bias->columns; ++j) out.row(i)[j] = bias->values[j];
  }
  kernels.multiply_add(left, right.panels.data(), out.values.data(), out.columns, rows, right.n,
                       right.k);
}

}  // namespace dossier::extract

// SPDX-License-Identifier: Apache-2.0
// The few loops that take nearly all of the network's time, once per instruction set.
//
// Matrices are row-major floats. A right-hand side is packed into panels of kPanel columns, each
// panel contiguous from its first row to its last; widths are multiples of kPanel.
//
// Every element of a product is summed in order of k, so AVX2 and AVX-512 give the same bits; the
// portable path rounds after each multiplication and differs from them in the last bits only.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace dossier::extract {

inline constexpr std::size_t kPanel = 16;

/// The left-hand side of a product: element (i, k) is data[i * row + k * step].
struct Operand {
  const float* data;
  std::size_t row;
  std::size_t step = 1;
};

struct Kernels {
  std::string_view name;  ///< "portable", "avx2", "avx512"
  /// c (m x n, rows `c_row` apart) += a (m x k) times the packed b (k x n).
  void (*multiply_add)(Operand a, const float* b, float* c, std::size_t c_row, std::size_t m,
                       std::size_t n, std::size_t k);
  /// One step of m LSTM cells of h units. `gates`: m rows of input, forget, output gate and
  /// candidate before their functions, replaced by their values. `before`: the cells' states
  /// before the step, or null for zeros. Writes states, their tanh, and outputs; `out_row` apart.
  void (*lstm_step)(float* gates, const float* before, float* state, float* squashed, float* out,
                    std::size_t out_row, std::size_t m, std::size_t h);
};

/// The fastest one this processor runs.
const Kernels& best_kernels();

/// All that this processor runs, the portable one first.
std::vector<const Kernels*> available_kernels();

/// `b` is k x n with `n` of any size; columns up to a multiple of kPanel become zero.
void pack_panels(const float* b, std::size_t row, std::size_t k, std::size_t n, float* packed);

/// Packs the transpose of `b` (n x k): a right-hand side of k x n.
void pack_transposed(const float* b, std::size_t row, std::size_t k, std::size_t n, float* packed);

inline constexpr std::size_t padded(std::size_t n) { return (n + kPanel - 1) / kPanel * kPanel; }

}  // namespace dossier::extract

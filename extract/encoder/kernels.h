// SPDX-License-Identifier: Apache-2.0
// The loops that take nearly all of the encoder's time, once per instruction set. Each gives the
// same bits in every one of them: products are of 8-bit numbers and exact in 32 bits, and floats
// are summed in one order, without fused multiplications.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dossier::extract::encoder {

/// Columns of a panel of weights, and lanes of a sum of floats: lane i sums the elements i,
/// i + 16, i + 32, ...
inline constexpr std::size_t kLanes = 16;

/// `size`, rounded up to whole vectors of lanes.
inline constexpr std::size_t whole_lanes(std::size_t size) {
  return (size + kLanes - 1) / kLanes * kLanes;
}

/// Numbers beside each other in a panel: the weights of one column for this many rows.
inline constexpr std::size_t kGroup = 4;

inline constexpr std::size_t kQueries = 8;        ///< of attention, taken together
inline constexpr std::size_t kLongestRow = 2048;  ///< largest k of a product

/// A matrix of k x n weights in 8 bits, each column with a scale and a bias. It is stored in panels
/// of 16 columns: for every 4 rows, the 4 numbers of the first column, of the second, ... k is a
/// multiple of 4 and at most kLongestRow, n a multiple of 16. -128 does not occur.
struct Int8Matrix {
  std::size_t k = 0;
  std::size_t n = 0;
  const std::int8_t* panels = nullptr;
  const std::int32_t* sums = nullptr;  ///< of each column
  const float* scales = nullptr;
  const float* biases = nullptr;
};

/// Rows of activations in 8 bits, each with a scale.
struct Int8Rows {
  std::size_t rows = 0;
  std::size_t width = 0;  ///< a multiple of 16
  std::int8_t* values = nullptr;
  float* scales = nullptr;
};

struct Kernels {
  std::string_view name;  ///< "portable", "avx2", "vnni"

  /// Rows of `to.width` floats to 8 bits.
  void (*quantize)(const float* from, const Int8Rows& to);

  /// out (a.rows x b.n) = a times b, plus the biases. a.width is b.k.
  void (*multiply)(const Int8Rows& a, const Int8Matrix& b, float* out);

  /// Attention within one window. A row of `projected` has the queries, keys and values of all
  /// heads, 3 * heads * head_width floats; a row of `out` the results of all heads. head_width is a
  /// multiple of 16. `scratch` has attention_scratch() floats.
  void (*attend)(const float* projected, std::size_t rows, std::size_t heads,
                 std::size_t head_width, float* scratch, float* out);

  /// x = x * Phi(x), with the normal distribution; `size` is a multiple of 16.
  void (*gelu)(float* x, std::size_t size);

  /// Each row of x becomes the layer norm of x + added (null: of x).
  void (*normalize)(float* x, const float* added, const float* scale, const float* shift,
                    std::size_t rows, std::size_t width);
};

/// What attend() needs for a window of `rows`.
std::size_t attention_scratch(std::size_t rows, std::size_t head_width);

/// The fastest one that this processor runs.
const Kernels& best_kernels();

/// All that this processor runs, the portable one first.
std::vector<const Kernels*> available_kernels();

/// `weights` has the n columns one after the other, k numbers each; the result is what
/// Int8Matrix::panels points to.
std::vector<std::int8_t> pack_panels(const std::vector<std::int8_t>& weights, std::size_t k,
                                     std::size_t n);

}  // namespace dossier::extract::encoder

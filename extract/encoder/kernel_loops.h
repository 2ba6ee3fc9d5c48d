// SPDX-License-Identifier: Apache-2.0
// The loops of kernels.h, written once. Each kernels_<name>.cc is compiled for its instruction set
// and defines before it includes this file:
//   kWidth     floats of a vector register
//   kRows      rows of a tile
//   kOffset    what prepare() adds to an activation
//   Prepared   an activation as dot_tile() wants it
//   prepare()  makes a row of these
//   dot_tile<R>(a, a_row, panel, k, sums)   R rows times a panel of 16 columns, in 32 bits
// Nothing here may use a function of the standard library: the linker could take its copy for other
// code, and that would then need the instruction set too. Compiled with -ffp-contract=off.
#include <cstddef>
#include <cstdint>

#include "extract/encoder/float_vector.h"
#include "extract/encoder/kernels.h"

namespace dossier::extract::encoder {
namespace {

inline void store(float* at, const Lanes& lanes) {
  for (std::size_t v = 0; v < kVectors; ++v) store(at + v * kWidth, lanes.part[v]);
}

/// The sum over the lanes, in one order.
inline float sum_of(const Lanes& lanes) {
  float values[kLanes];
  store(values, lanes);
  for (std::size_t half = kLanes / 2; half > 0; half /= 2) {
    for (std::size_t i = 0; i < half; ++i) values[i] += values[i + half];
  }
  return values[0];
}

inline float largest_of(const Lanes& lanes) {
  float values[kLanes];
  store(values, lanes);
  float largest = values[0];
  for (std::size_t i = 1; i < kLanes; ++i) largest = values[i] > largest ? values[i] : largest;
  return largest;
}

void quantize(const float* from, const Int8Rows& to) {
  std::int8_t* out = to.values;
  for (std::size_t r = 0; r < to.rows; ++r, from += to.width, out += to.width) {
    Lanes top = all(0.0F);
    for (std::size_t i = 0; i < to.width; i += kLanes) {
      for (std::size_t v = 0; v < kVectors; ++v) {
        const Vector x = load(from + i + v * kWidth);
        top.part[v] = larger(top.part[v], larger(x, -x));
      }
    }
    const float largest = largest_of(top);
    to.scales[r] = largest / 127.0F;
    const float factor = largest > 0.0F ? 127.0F / largest : 0.0F;
    for (std::size_t i = 0; i < to.width; i += kWidth) {
      const Integers steps = integers(rounded(load(from + i) * factor));
      for (std::size_t j = 0; j < kWidth; ++j) out[i + j] = static_cast<std::int8_t>(steps[j]);
    }
  }
}

/// Writes a tile of sums as floats.
inline void finish(const std::int32_t* sums, std::size_t rows, const float* row_scales,
                   const Int8Matrix& b, std::size_t column, float* out) {
  for (std::size_t r = 0; r < rows; ++r, sums += kLanes, out += b.n) {
    for (std::size_t i = 0; i < kLanes; i += kWidth) {
      const std::size_t at = column + i;
      const Integers whole = load(sums + i) - kOffset * load(b.sums + at);
      store(out + i, floats(whole) * (row_scales[r] * load(b.scales + at)) + load(b.biases + at));
    }
  }
}

template <std::size_t R>
void rows_times(const std::int8_t* a, const float* row_scales, const Int8Matrix& b, float* out) {
  alignas(64) Prepared prepared[R * kLongestRow];
  for (std::size_t r = 0; r < R; ++r) prepare(a + r * b.k, b.k, prepared + r * b.k);
  const std::int8_t* panel = b.panels;
  for (std::size_t column = 0; column < b.n; column += kLanes, panel += b.k * kLanes) {
    alignas(64) std::int32_t sums[R * kLanes];
    dot_tile<R>(prepared, panel, b.k, sums);
    finish(sums, R, row_scales, b, column, out + column);
  }
}

template <std::size_t R>
void last_rows(std::size_t rows, const std::int8_t* a, const float* row_scales, const Int8Matrix& b,
               float* out) {
  if (rows == R) return rows_times<R>(a, row_scales, b, out);
  if constexpr (R > 1) last_rows<R - 1>(rows, a, row_scales, b, out);
}

void multiply(const Int8Rows& a, const Int8Matrix& b, float* out) {
  std::size_t row = 0;
  for (; row + kRows <= a.rows; row += kRows) {
    rows_times<kRows>(a.values + row * b.k, a.scales + row, b, out + row * b.n);
  }
  if (row < a.rows) {
    last_rows<kRows>(a.rows - row, a.values + row * b.k, a.scales + row, b, out + row * b.n);
  }
}

/// Attention of one head within a window.
struct Head {
  const float* projected = nullptr;  ///< its first query; rows follow after `stride`
  std::size_t stride = 0;
  std::size_t width = 0;    ///< of all heads: keys and values lie so far behind
  std::size_t numbers = 0;  ///< of this head
  std::size_t rows = 0;
  std::size_t columns = 0;      ///< rows, rounded up to whole lanes
  const float* keys = nullptr;  ///< a row for each of the head's numbers, `columns` wide
};

/// e to the power of the scores less the largest one, in place; returns the sum of these.
inline float to_weights(float* scores, std::size_t columns, const Lanes& top) {
  const float largest = largest_of(top);
  Lanes sum = all(0.0F);
  for (std::size_t j = 0; j < columns; j += kLanes) {
    for (std::size_t v = 0; v < kVectors; ++v) {
      float* at = scores + j + v * kWidth;
      const Vector power = exponential(load(at) - largest);
      store(at, power);
      sum.part[v] += power;
    }
  }
  return sum_of(sum);
}

/// Q queries against all keys: each key is loaded once for all of them. Leaves a row of weights for
/// each, and their sums.
template <std::size_t Q>
void weigh(const Head& head, const float* query, float factor, float* weights, float* sums) {
  Lanes top[Q];
  for (Lanes& lanes : top) lanes = all(kSmallest);
  for (std::size_t j = 0; j < head.columns; j += kWidth) {
    Vector score[Q] = {};
    for (std::size_t d = 0; d < head.numbers; ++d) {
      const Vector key = load(head.keys + d * head.columns + j);
      for (std::size_t q = 0; q < Q; ++q) score[q] += query[q * head.stride + d] * key;
    }
    for (std::size_t q = 0; q < Q; ++q) {
      const Vector scaled = below(j, head.rows, score[q] * factor);
      store(weights + q * head.columns + j, scaled);
      Vector& lanes = top[q].part[(j / kWidth) % kVectors];
      lanes = larger(lanes, scaled);
    }
  }
  for (std::size_t q = 0; q < Q; ++q)
    sums[q] = to_weights(weights + q * head.columns, head.columns, top[q]);
}

/// The values, weighed: Q rows of `out`, `head.width` apart.
template <std::size_t Q>
void average(const Head& head, const float* weights, const float* sums, float* out) {
  for (std::size_t d = 0; d < head.numbers; d += kWidth) {
    Vector mean[Q] = {};
    const float* value = head.projected + 2 * head.width + d;
    for (std::size_t j = 0; j < head.rows; ++j, value += head.stride) {
      const Vector own = load(value);
      for (std::size_t q = 0; q < Q; ++q) mean[q] += weights[q * head.columns + j] * own;
    }
    for (std::size_t q = 0; q < Q; ++q) store(out + q * head.width + d, mean[q] / sums[q]);
  }
}

template <std::size_t Q>
void attend_rows(const Head& head, std::size_t row, float* weights, float* out) {
  float sums[Q];
  const float factor = 1.0F / __builtin_sqrtf(static_cast<float>(head.numbers));
  weigh<Q>(head, head.projected + row * head.stride, factor, weights, sums);
  average<Q>(head, weights, sums, out + row * head.width);
}

template <std::size_t Q>
void attend_last(const Head& head, std::size_t row, float* weights, float* out) {
  if (head.rows - row == Q) return attend_rows<Q>(head, row, weights, out);
  if constexpr (Q > 1) attend_last<Q - 1>(head, row, weights, out);
}

void attend(const float* projected, std::size_t rows, std::size_t heads, std::size_t head_width,
            float* scratch, float* out) {
  Head head;
  head.width = heads * head_width;
  head.stride = 3 * head.width;
  head.numbers = head_width;
  head.rows = rows;
  head.columns = whole_lanes(rows);
  head.keys = scratch;
  float* weights = scratch + head.columns * head_width;
  for (std::size_t number = 0; number < heads; ++number, out += head_width) {
    head.projected = projected + number * head_width;
    for (std::size_t j = 0; j < head.columns; ++j) {
      for (std::size_t d = 0; d < head_width; ++d) {
        scratch[d * head.columns + j] =
            j < rows ? head.projected[head.width + j * head.stride + d] : 0.0F;
      }
    }
    std::size_t row = 0;
    for (; row + kQueries <= rows; row += kQueries) attend_rows<kQueries>(head, row, weights, out);
    if (row < rows) attend_last<kQueries - 1>(head, row, weights, out);
  }
}

void gelu(float* x, std::size_t size) {
  for (std::size_t i = 0; i < size; i += kWidth) {
    const Vector value = load(x + i);
    store(x + i, 0.5F * value * (1.0F + error_function(value * 0.70710678F)));
  }
}

void normalize(float* x, const float* added, const float* scale, const float* shift,
               std::size_t rows, std::size_t width) {
  const float part = 1.0F / static_cast<float>(width);
  for (std::size_t r = 0; r < rows; ++r, x += width) {
    Lanes sum = all(0.0F);
    for (std::size_t i = 0; i < width; i += kLanes) {
      for (std::size_t v = 0; v < kVectors; ++v) {
        float* at = x + i + v * kWidth;
        if (added != nullptr) store(at, load(at) + load(added + r * width + i + v * kWidth));
        sum.part[v] += load(at);
      }
    }
    const float mean = sum_of(sum) * part;
    Lanes squares = all(0.0F);
    for (std::size_t i = 0; i < width; i += kLanes) {
      for (std::size_t v = 0; v < kVectors; ++v) {
        const Vector rest = load(x + i + v * kWidth) - mean;
        squares.part[v] += rest * rest;
      }
    }
    const float factor = 1.0F / __builtin_sqrtf(sum_of(squares) * part + 1e-12F);
    for (std::size_t i = 0; i < width; i += kWidth) {
      store(x + i, (load(x + i) - mean) * factor * load(scale + i) + load(shift + i));
    }
  }
}

}  // namespace
}  // namespace dossier::extract::encoder

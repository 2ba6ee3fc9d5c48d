// SPDX-License-Identifier: Apache-2.0
// The encoder's kernels for any processor.
#include <cstddef>
#include <cstdint>

#include "extract/encoder/kernels.h"

namespace dossier::extract::encoder {
namespace {

constexpr std::size_t kWidth = 4;
constexpr std::size_t kRows = 16;
constexpr std::int32_t kOffset = 0;
using Prepared = std::int16_t;

inline void prepare(const std::int8_t* from, std::size_t k, Prepared* to) {
  for (std::size_t i = 0; i < k; ++i) to[i] = from[i];
}

/// Compilers have an instruction for it nearly everywhere.
inline std::int32_t dot(const std::int16_t* a, const std::int16_t* b, std::size_t size) {
  std::int32_t sum = 0;
  for (std::size_t i = 0; i < size; ++i) sum += a[i] * b[i];
  return sum;
}

template <std::size_t R>
void dot_tile(const Prepared* a, const std::int8_t* panel, std::size_t k, std::int32_t* sums) {
  alignas(64) std::int16_t column[kLongestRow];
  for (std::size_t c = 0; c < kLanes; ++c, panel += kGroup) {
    for (std::size_t i = 0; i < k; ++i)
      column[i] = panel[i / kGroup * kGroup * kLanes + i % kGroup];
    for (std::size_t r = 0; r < R; ++r) sums[r * kLanes + c] = dot(a + r * k, column, k);
  }
}

}  // namespace
}  // namespace dossier::extract::encoder

#include "extract/encoder/kernel_loops.h"

namespace dossier::extract::encoder {

extern const Kernels portable_kernels;
const Kernels portable_kernels{"portable", quantize, multiply, attend, gelu, normalize};

}  // namespace dossier::extract::encoder

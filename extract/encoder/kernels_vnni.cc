// SPDX-License-Identifier: Apache-2.0
// The encoder's kernels for AVX-512 with its instruction for sums of 8-bit products (VNNI).
#include <immintrin.h>

#include <cstddef>
#include <cstdint>

#include "extract/encoder/kernels.h"

namespace dossier::extract::encoder {
namespace {

constexpr std::size_t kWidth = 16;
constexpr std::size_t kRows = 16;

/// The instruction multiplies unsigned with signed numbers. finish() takes it off again.
constexpr std::int32_t kOffset = 128;
using Prepared = std::int8_t;

inline void prepare(const std::int8_t* from, std::size_t k, Prepared* to) {
  for (std::size_t i = 0; i < k; ++i) to[i] = static_cast<std::int8_t>(from[i] ^ -128);
}

template <std::size_t R>
void dot_tile(const Prepared* a, const std::int8_t* panel, std::size_t k, std::int32_t* sums) {
  __m512i sum[R];
  for (std::size_t r = 0; r < R; ++r) sum[r] = _mm512_setzero_si512();
  for (std::size_t i = 0; i < k; i += kGroup, panel += kGroup * kLanes) {
    const __m512i right = _mm512_loadu_si512(panel);
    for (std::size_t r = 0; r < R; ++r) {
      std::int32_t four;
      __builtin_memcpy(&four, a + r * k + i, sizeof(four));
      sum[r] = _mm512_dpbusd_epi32(sum[r], _mm512_set1_epi32(four), right);
    }
  }
  for (std::size_t r = 0; r < R; ++r) _mm512_storeu_si512(sums + r * kLanes, sum[r]);
}

}  // namespace
}  // namespace dossier::extract::encoder

#include "extract/encoder/kernel_loops.h"

namespace dossier::extract::encoder {

extern const Kernels vnni_kernels;
const Kernels vnni_kernels{"vnni", quantize, multiply, attend, gelu, normalize};

}  // namespace dossier::extract::encoder

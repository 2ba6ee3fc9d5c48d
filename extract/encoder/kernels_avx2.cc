// SPDX-License-Identifier: Apache-2.0
// The encoder's kernels for AVX2.
#include <immintrin.h>

#include <cstddef>
#include <cstdint>

#include "extract/encoder/kernels.h"

namespace dossier::extract::encoder {
namespace {

constexpr std::size_t kWidth = 8;
constexpr std::size_t kRows = 4;
constexpr std::int32_t kOffset = 0;

/// Numbers in the first half of a row's bytes, their sizes in the second.
using Prepared = std::int16_t;

inline void prepare(const std::int8_t* from, std::size_t k, Prepared* to) {
  auto* const bytes = reinterpret_cast<std::int8_t*>(to);
  for (std::size_t i = 0; i < k; ++i) {
    bytes[i] = from[i];
    bytes[k + i] = static_cast<std::int8_t>(from[i] < 0 ? -from[i] : from[i]);
  }
}

/// Four numbers in each lane.
inline __m256i four(const std::int8_t* at) {
  std::int32_t numbers;
  __builtin_memcpy(&numbers, at, sizeof(numbers));
  return _mm256_set1_epi32(numbers);
}

/// The instruction multiplies unsigned with signed numbers, so the sign goes from the activation to
/// the weight. As no number is -128, a sum of two products stays below 2^15.
inline __m256i products(__m256i size, __m256i a, __m256i weights) {
  const __m256i pairs = _mm256_maddubs_epi16(size, _mm256_sign_epi8(weights, a));
  return _mm256_madd_epi16(pairs, _mm256_set1_epi16(1));
}

template <std::size_t R>
void dot_tile(const Prepared* a, const std::int8_t* panel, std::size_t k, std::int32_t* sums) {
  __m256i sum[R][2];
  for (std::size_t r = 0; r < R; ++r) sum[r][0] = sum[r][1] = _mm256_setzero_si256();
  for (std::size_t i = 0; i < k; i += kGroup, panel += kGroup * kLanes) {
    const __m256i low = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(panel));
    const __m256i high = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(panel + 32));
    for (std::size_t r = 0; r < R; ++r) {
      const auto* const row = reinterpret_cast<const std::int8_t*>(a + r * k) + i;
      const __m256i left = four(row);
      const __m256i size = four(row + k);
      sum[r][0] = _mm256_add_epi32(sum[r][0], products(size, left, low));
      sum[r][1] = _mm256_add_epi32(sum[r][1], products(size, left, high));
    }
  }
  for (std::size_t r = 0; r < R; ++r) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + r * kLanes), sum[r][0]);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + r * kLanes + 8), sum[r][1]);
  }
}

}  // namespace
}  // namespace dossier::extract::encoder

#include "extract/encoder/kernel_loops.h"

namespace dossier::extract::encoder {

extern const Kernels avx2_kernels;
const Kernels avx2_kernels{"avx2", quantize, multiply, attend, gelu, normalize};

}  // namespace dossier::extract::encoder

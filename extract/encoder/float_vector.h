// SPDX-License-Identifier: Apache-2.0
// Vectors of floats for kernel_loops.h, kWidth to a register, and functions of them. Only
// operations that IEEE 754 rounds in one way are used, so a result does not depend on kWidth.
#include <cstddef>
#include <cstdint>

#include "extract/encoder/kernels.h"

namespace dossier::extract::encoder {
namespace {

using Vector __attribute__((vector_size(kWidth * 4), aligned(4), may_alias)) = float;
using Integers __attribute__((vector_size(kWidth * 4), aligned(4), may_alias)) = std::int32_t;
constexpr std::size_t kVectors = kLanes / kWidth;
constexpr float kSmallest = -3.0e38F;

/// Sixteen floats.
struct Lanes {
  Vector part[kVectors];
};

inline Vector load(const float* at) { return *reinterpret_cast<const Vector*>(at); }
inline Integers load(const std::int32_t* at) { return *reinterpret_cast<const Integers*>(at); }
inline void store(float* at, Vector x) { *reinterpret_cast<Vector*>(at) = x; }

inline Lanes all(float x) {
  Lanes lanes;
  for (std::size_t v = 0; v < kVectors; ++v) lanes.part[v] = Vector{} + x;
  return lanes;
}

inline Vector larger(Vector a, Vector b) { return a > b ? a : b; }
inline Vector floats(Integers x) { return __builtin_convertvector(x, Vector); }
inline Integers integers(Vector x) { return __builtin_convertvector(x, Integers); }

/// To the nearest whole number, for |x| < 2^22.
inline Vector rounded(Vector x) {
  constexpr float kShift = 12582912.0F;  // 1.5 * 2^23: what lies behind the point is cut off
  return (x + kShift) - kShift;
}

/// x where its place is below `end`, else the smallest number.
inline Vector below(std::size_t place, std::size_t end, Vector x) {
  if (place + kWidth <= end) return x;
  for (std::size_t i = 0; i < kWidth; ++i) x[i] = place + i < end ? x[i] : kSmallest;
  return x;
}

/// e to the power of x, for x <= 0; wrong by less than 2e-7 of the result. 2^n times a polynomial
/// (the first terms of the series, as |x| < 0.35 there).
inline Vector exponential(Vector x) {
  x = larger(x, Vector{} - 87.0F);
  const Vector n = rounded(x * 1.44269504F);
  const Vector rest = (x - n * 0.693359375F) - n * -2.12194440e-4F;
  Vector sum = rest * (1.0F / 5040.0F) + 1.0F / 720.0F;
  sum = sum * rest + 1.0F / 120.0F;
  sum = sum * rest + 1.0F / 24.0F;
  sum = sum * rest + 1.0F / 6.0F;
  sum = sum * rest + 0.5F;
  sum = sum * rest + 1.0F;
  sum = sum * rest + 1.0F;
  const Integers power = (integers(n) + 127) << 23;
  return sum * __builtin_bit_cast(Vector, power);
}

/// Abramowitz and Stegun (1964), 7.1.26: wrong by less than 3e-7.
inline Vector error_function(Vector x) {
  const Vector size = larger(x, -x);
  const Vector t = 1.0F / (1.0F + 0.3275911F * size);
  Vector sum = 1.061405429F * t - 1.453152027F;
  sum = sum * t + 1.421413741F;
  sum = sum * t - 0.284496736F;
  sum = sum * t + 0.254829592F;
  const Vector value = 1.0F - sum * t * exponential(-size * size);
  return x < 0.0F ? -value : value;
}

}  // namespace
}  // namespace dossier::extract::encoder

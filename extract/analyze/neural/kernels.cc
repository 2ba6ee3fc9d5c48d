// SPDX-License-Identifier: Apache-2.0
#include "extract/analyze/neural/kernels.h"

#include <algorithm>

namespace dossier::extract {

extern const Kernels portable_kernels;
#ifdef DOSSIER_X86_KERNELS
extern const Kernels avx2_kernels;
extern const Kernels avx512_kernels;
#endif

std::vector<const Kernels*> available_kernels() {
  std::vector<const Kernels*> kernels{&portable_kernels};
#ifdef DOSSIER_X86_KERNELS
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
    kernels.push_back(&avx2_kernels);
    if (__builtin_cpu_supports("avx512f")) kernels.push_back(&avx512_kernels);
  }
#endif
  return kernels;
}

const Kernels& best_kernels() {
  static const Kernels& best = *available_kernels().back();
  return best;
}

void pack_panels(const float* b, std::size_t row, std::size_t k, std::size_t n, float* packed) {
  for (std::size_t column = 0; column < n; column += kPanel) {
    const std::size_t width = std::min(kPanel, n - column);
    for (std::size_t i = 0; i < k; ++i, packed += kPanel) {
      std::copy_n(b + i * row + column, width, packed);
      std::fill(packed + width, packed + kPanel, 0.0F);
    }
  }
}

void pack_transposed(const float* b, std::size_t row, std::size_t k, std::size_t n, float* packed) {
  for (std::size_t column = 0; column < n; column += kPanel, packed += k * kPanel) {
    for (std::size_t j = 0; j < kPanel; ++j) {
      const bool there = column + j < n;
      for (std::size_t i = 0; i < k; ++i) {
        packed[i * kPanel + j] = there ? b[(column + j) * row + i] : 0.0F;
      }
    }
  }
}

}  // namespace dossier::extract

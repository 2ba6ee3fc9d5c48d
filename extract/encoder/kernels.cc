// SPDX-License-Identifier: Apache-2.0
#include "extract/encoder/kernels.h"

namespace dossier::extract::encoder {

extern const Kernels portable_kernels;
#ifdef DOSSIER_X86_KERNELS
extern const Kernels avx2_kernels;
extern const Kernels vnni_kernels;
#endif

std::vector<const Kernels*> available_kernels() {
  std::vector<const Kernels*> kernels{&portable_kernels};
#ifdef DOSSIER_X86_KERNELS
  if (__builtin_cpu_supports("avx2")) kernels.push_back(&avx2_kernels);
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512vnni")) {
    kernels.push_back(&vnni_kernels);
  }
#endif
  return kernels;
}

const Kernels& best_kernels() {
  static const Kernels& best = *available_kernels().back();
  return best;
}

std::size_t attention_scratch(std::size_t rows, std::size_t head_width) {
  return whole_lanes(rows) * (head_width + kQueries);
}

std::vector<std::int8_t> pack_panels(const std::vector<std::int8_t>& weights, std::size_t k,
                                     std::size_t n) {
  std::vector<std::int8_t> panels(k * n);
  auto to = panels.begin();
  for (std::size_t column = 0; column < n; column += kLanes) {
    for (std::size_t row = 0; row < k; row += kGroup) {
      for (std::size_t c = column; c < column + kLanes; ++c) {
        for (std::size_t r = row; r < row + kGroup; ++r) *to++ = weights[c * k + r];
      }
    }
  }
  return panels;
}

}  // namespace dossier::extract::encoder

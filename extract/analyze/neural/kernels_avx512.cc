// SPDX-License-Identifier: Apache-2.0
// The kernels for AVX-512: 16 floats per vector.
#include <cstddef>

namespace dossier::extract {
namespace {
constexpr std::size_t kWidth = 16;
constexpr std::size_t kRows = 12;
}  // namespace
}  // namespace dossier::extract

#include "extract/analyze/neural/kernel_loops.h"

namespace dossier::extract {

extern const Kernels avx512_kernels;
const Kernels avx512_kernels{"avx512", multiply_add, lstm_step};

}  // namespace dossier::extract

// SPDX-License-Identifier: Apache-2.0
// The kernels for AVX2: 8 floats per vector.
#include <cstddef>

namespace dossier::extract {
namespace {
constexpr std::size_t kWidth = 8;
constexpr std::size_t kRows = 6;
}  // namespace
}  // namespace dossier::extract

#include "extract/analyze/neural/kernel_loops.h"

namespace dossier::extract {

extern const Kernels avx2_kernels;
const Kernels avx2_kernels{"avx2", multiply_add, lstm_step};

}  // namespace dossier::extract

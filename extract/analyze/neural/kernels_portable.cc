// SPDX-License-Identifier: Apache-2.0
// The kernels for any processor.
#include <cstddef>

namespace dossier::extract {
namespace {
constexpr std::size_t kWidth = 4;
constexpr std::size_t kRows = 3;
}  // namespace
}  // namespace dossier::extract

#include "extract/analyze/neural/kernel_loops.h"

namespace dossier::extract {

extern const Kernels portable_kernels;
const Kernels portable_kernels{"portable", multiply_add, lstm_step};

}  // namespace dossier::extract

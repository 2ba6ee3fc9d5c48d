// SPDX-License-Identifier: Apache-2.0
#include "extract/openie/confidence.h"

#include <cmath>

namespace dossier::extract::openie {

namespace {

/// One a sign, in the order of Sign; the output of tests/eval/fit_confidence.py.
constexpr Signs kCoefficients{1.514,  0.421,  0.254,  0.298,  0.253,  -0.191, -0.129,
                              -0.393, -0.066, -0.223, -3.847, -0.023, -0.140, -0.418,
                              0.341,  -0.237, -0.567, 0.088,  -0.200, -0.650, -0.809,
                              -0.506, -1.382, -1.627, -0.085, -0.114, -0.408};

}  // namespace

double confidence(const Signs& signs) {
  double sum = 0;
  for (std::size_t i = 0; i < kSigns; ++i) sum += kCoefficients[i] * signs[i];
  return 1 / (1 + std::exp(-sum));
}

}  // namespace dossier::extract::openie

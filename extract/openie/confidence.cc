#include "extract/openie/confidence.h"

#include <cmath>

namespace dossier::extract::openie {

namespace {

/// One a sign, in the order of Sign; the output of tests/eval/fit_confidence.py.
constexpr Signs kCoefficients{1.093,  0.455,  0.526,  1.204,  -0.439, -0.257, -0.215,
                              -0.373, -0.033, -0.099, -2.798, 0.019,  -0.154, -0.381,
                              0.377,  -0.166, -0.605, -0.007, -0.186, -0.596, -0.597,
                              -0.594, -1.054, -1.261, -0.302, -0.120, -0.074};

}  // namespace

double confidence(const Signs& signs) {
  double sum = 0;
  for (std::size_t i = 0; i < kSigns; ++i) sum += kCoefficients[i] * signs[i];
  return 1 / (1 + std::exp(-sum));
}

}  // namespace dossier::extract::openie

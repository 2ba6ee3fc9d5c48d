#include "extract/openie/confidence.h"

#include <cmath>

namespace dossier::extract::openie {

namespace {

/// One a sign, in the order of Sign; the output of tests/eval/fit_confidence.py.
constexpr Signs kCoefficients{0.965,  0.512,  0.433,  1.208,  -0.410, -0.227, -0.198,
                              -0.418, -0.030, -0.128, -2.788, 0.076,  -0.112, -0.393,
                              0.371,  -0.160, -0.553, 0.000,  -0.131, -0.542, -0.571,
                              -0.518, -1.057, -1.250, -0.378, -0.040, -0.068};

}  // namespace

double confidence(const Signs& signs) {
  double sum = 0;
  for (std::size_t i = 0; i < kSigns; ++i) sum += kCoefficients[i] * signs[i];
  return 1 / (1 + std::exp(-sum));
}

}  // namespace dossier::extract::openie

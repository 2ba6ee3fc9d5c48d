// SPDX-License-Identifier: Apache-2.0
#include "extract/calibrate/calibrate.h"

#include <cmath>
#include <vector>

#include "extract/calibrate/weights.h"
#include "extract/confidence.h"

namespace dossier::extract::calibrate {

double fitted_confidence(const Signs& signs) {
  double sum = 0;
  for (std::size_t i = 0; i < kSigns; ++i) sum += weights().values[i] * signs[i];
  return confidence::bounded(1 / (1 + std::exp(-sum)));
}

void calibrate(Analysis& analysis, std::span<const rules::StatedFactor> factors) {
  for (Sentence& sentence : analysis.sentences) {
    std::vector<double> fitted;
    for (const Said& fact : facts_of(sentence))
      fitted.push_back(fitted_confidence(signs_of(analysis, sentence, fact)));
    auto next = fitted.begin();
    for (Clause& clause : sentence.clauses) clause.confidence = *next++;
    for (TypedFact& fact : sentence.typed_facts) fact.said.confidence = *next++;
  }
  for (const rules::StatedFactor& stated : factors)
    analysis.sentences[stated.sentence].typed_facts[stated.fact].said.confidence *= stated.factor;
}

}  // namespace dossier::extract::calibrate

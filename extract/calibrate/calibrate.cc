// SPDX-License-Identifier: Apache-2.0
#include "extract/calibrate/calibrate.h"

#include <cmath>
#include <vector>

#include "extract/calibrate/weights.h"
#include "extract/confidence.h"
#include "extract/resolve/unnamed_people.h"

namespace dossier::extract::calibrate {

double fitted_confidence(const Signs& signs) {
  double sum = 0;
  for (std::size_t i = 0; i < kSigns; ++i) sum += weights().values[i] * signs[i];
  return confidence::bounded(1 / (1 + std::exp(-sum)));
}

namespace {

/// "I sold it" of a text that does not say who wrote it: whatever is right of it, of nobody known.
double of_people(const Analysis& analysis, const Said& fact) {
  for (const FactNode& part : {fact.subject, fact.object})
    if (part.entity && resolve::is_unnamed_person(analysis.entities[*part.entity]))
      return confidence::kOfUnnamedPerson;
  return 1;
}

}  // namespace

void calibrate(Analysis& analysis, std::span<const rules::StatedFactor> factors) {
  for (Sentence& sentence : analysis.sentences) {
    std::vector<double> fitted;
    for (const Said& fact : facts_of(sentence))
      fitted.push_back(fitted_confidence(signs_of(analysis, sentence, fact)) *
                       of_people(analysis, fact));
    auto next = fitted.begin();
    for (Clause& clause : sentence.clauses) clause.confidence = *next++;
    for (TypedFact& fact : sentence.typed_facts) fact.said.confidence = *next++;
  }
  for (const rules::StatedFactor& stated : factors)
    analysis.sentences[stated.sentence].typed_facts[stated.fact].said.confidence *= stated.factor;
}

}  // namespace dossier::extract::calibrate

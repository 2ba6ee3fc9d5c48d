// SPDX-License-Identifier: Apache-2.0
// The confidence of facts: how often facts with the same signs were right when people judged them.
#pragma once

#include <span>

#include "extract/calibrate/signs.h"
#include "extract/document.h"
#include "extract/rules/stated_factor.h"

namespace dossier::extract::calibrate {

/// The probability that a fact with these signs says nothing wrong: a logistic regression whose
/// coefficients stand in weights.tsv, which tests/eval/fit_judged.py writes. Between
/// confidence::kLeast and confidence::kMost.
double fitted_confidence(const Signs& signs);

/// Gives each clause and typed fact its fitted confidence in place of the one from confidence.h,
/// multiplied by the factor that its rule states, if it does, and less where a person is meant of
/// whom nothing is known but a pronoun.
void calibrate(Analysis& analysis, std::span<const rules::StatedFactor> factors);

}  // namespace dossier::extract::calibrate

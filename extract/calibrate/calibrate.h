// SPDX-License-Identifier: Apache-2.0
// The confidence of facts: how often facts with the same signs were right when people judged them.
#pragma once

#include "extract/calibrate/signs.h"
#include "extract/document.h"

namespace dossier::extract::calibrate {

/// The probability that a fact with these signs says nothing wrong: a logistic regression whose
/// coefficients stand in weights.tsv, which tests/eval/fit_judged.py writes. Between
/// confidence::kLeast and confidence::kMost.
double fitted_confidence(const Signs& signs);

/// Gives each clause and typed fact its fitted confidence in place of the one from confidence.h.
void calibrate(Analysis& analysis);

}  // namespace dossier::extract::calibrate

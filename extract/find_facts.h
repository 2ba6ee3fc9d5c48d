// SPDX-License-Identifier: Apache-2.0
// Runs the stages between the analyser and the recorder.
#pragma once

#include "extract/document.h"
#include "extract/interruption.h"
#include "extract/resolve/resolve.h"
#include "extract/rules/rule_set.h"

namespace dossier::extract {

/// Clauses, entities and typed facts of an analysed document. Deterministic; thread-safe for
/// different analyses. Errors as rules::Rule::apply(),
/// and what the interruption throws.
Resolution find_facts(Analysis& analysis, const rules::RuleSet& rules,
                      const Interruption& interruption = {});

}  // namespace dossier::extract
